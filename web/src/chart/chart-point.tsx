import { memo, type PointerEvent } from "react";
import { ordinal } from "../base/figures.ts";
import { nameOn, type ChartNode } from "./contents.ts";
import type { Label } from "./labels.ts";
import { Symbol } from "./symbol.tsx";

interface Point {
  node: ChartNode;
  at: { x: number; y: number };
  label: Label | undefined;
  kind: string;
  isChosen: boolean;
  isDim: boolean;
  isTicked: boolean;
  grab: (event: PointerEvent, entity: string) => void;
  choose: (entity: string) => void;
  open: (entity: string) => void;
}

export const ChartPoint = memo(function ChartPoint({ node, at, label, kind, isChosen, isDim, isTicked, grab, choose, open }: Point) {
  const care = node.is_protected ? " care" : "";
  return (
    <g className={`node${care}${isDim ? " dim" : ""}`} onClick={() => choose(node.entity)} onDoubleClick={() => open(node.entity)}
      onPointerDown={(event) => grab(event, node.entity)}>
      <g transform={`translate(${at.x} ${at.y})`}>
        <circle className="target" r={14} />
        {isChosen ? <circle className="ring" r={17} /> : null}
        {isTicked ? <circle className="ticked" r={17} /> : null}
        <Symbol kind={kind} number={node.held?.length} isInDoubt={node.standing === "in_doubt"} />
        {node.isProminent && node.place ? (
          <g transform="translate(15 -12)">
            <rect className="pill" x={-13} y={-8} width={26} height={14} rx={7} />
            <text className="pill-text" y={3}>{ordinal(node.place)}</text>
          </g>
        ) : null}
        {node.isPinned ? <path className="pin" transform="translate(-14 -10)" d="M-3.500-5h7l-1 4 2 2.500h-9l2-2.500zM0 1.500V6" /> : null}
        <title>{nameOn(node)}</title>
      </g>
      {label ? <text className={`name${isChosen ? " chosen" : ""}`} x={label.x} y={label.y}>{label.text}</text> : null}
    </g>
  );
});
