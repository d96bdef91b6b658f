import { useEffect, useImperativeHandle, useMemo, useRef, useState, type PointerEvent, type Ref } from "react";
import { kindOf, linkKey, shortName, touches, type Contents } from "./contents.ts";
import { pictureOf } from "./export.ts";
import type { Paintable } from "./picture.ts";
import { placeLabels } from "./labels.ts";
import { ChartLine } from "./chart-line.tsx";
import { ChartPoint } from "./chart-point.tsx";
import { useSize } from "./use-size.ts";
import { fit, move, place, zoom, type View } from "./view.ts";
import { neighboursOf, spokenLabel, walkKeys, type Chart } from "./walk-keys.ts";

const namedMax = 26;

/** A chart of at most some hundreds as SVG. Its table says the same; arrow keys walk from neighbour to neighbour. */
export function SvgChart({ picture, ...chart }: Chart & { picture: Ref<Paintable> }) {
  const { contents, chosen, choose, path, open, wanted } = chart;
  const { element, size } = useSize<SVGSVGElement>();
  const [moved, setMoved] = useState<View>();
  const fitted = useMemo(() => fit(contents.nodes, size), [contents.nodes, size]);
  const view = moved ?? fitted;
  const centre = { x: size.width / 2, y: size.height / 2 };
  const nearerBefore = useRef(wanted.nearer);
  useEffect(() => setMoved(undefined), [wanted.fit]);
  useEffect(() => {
    const steps = wanted.nearer - nearerBefore.current;
    nearerBefore.current = wanted.nearer;
    if (steps !== 0) setMoved(zoom(view, 1.25 ** steps, centre));
    // Only when asked for: the view itself changes with it.
  }, [wanted.nearer]);

  const points = useMemo(
    () => new Map(contents.nodes.map((node) => [node.entity, place(view, node)])), [contents.nodes, view]);
  const near = useMemo(() => neighboursOf(contents, chosen), [contents, chosen]);
  const labels = useMemo(() => {
    const named = contents.nodes
      .map((node, order) => ({ node, order: node.entity === chosen ? -2 : near.has(node.entity) ? -1 : order }))
      .sort((a, b) => a.order - b.order)
      .slice(0, namedMax + near.size);
    const wantedLabels = named.map(({ node }) => {
      const point = points.get(node.entity) ?? centre;
      return { id: node.entity, text: shortName(node), ...point, isNeeded: node.entity === chosen };
    });
    const symbols = contents.nodes.map((node) => ({ ...(points.get(node.entity) ?? centre), isMarked: node.isProminent === true }));
    return new Map(placeLabels(wantedLabels, symbols).map((label) => [label.id, label]));
  }, [contents.nodes, points, near, chosen]);

  const drag = useDrag((dx, dy) => setMoved(move(view, dx, dy)));
  useWheel(element, (factor, at) => setMoved(zoom(view, factor, at)));
  useImperativeHandle(picture, () => ({ paint: () => (element.current ? pictureOf(element.current) : undefined) }), [element]);
  const isNear = (entity: string) => !chosen || entity === chosen || near.has(entity);
  const ordered = [...contents.links].sort((a, b) => rankOf(a, chosen, path) - rankOf(b, chosen, path));
  return (
    <svg
      ref={element}
      tabIndex={0}
      role="application"
      aria-roledescription="chart"
      aria-label={spokenLabel(chart)}
      onKeyDown={walkKeys(chart, points)}
      onClick={(event) => event.target === event.currentTarget && choose(undefined)}
      {...drag}
    >
      <g aria-hidden="true">
        {ordered.map((link) => {
          const from = points.get(link.from);
          const to = points.get(link.to);
          if (!from || !to) return null;
          const isPath = path.has(linkKey(link));
          return (
            <ChartLine key={linkKey(link)} from={from} to={to} strength={link.strength} isPath={isPath}
              isNear={chosen !== undefined && touches(link, chosen)} isDim={chosen !== undefined && !touches(link, chosen) && !isPath} />
          );
        })}
        {contents.nodes.map((node) => (
          <ChartPoint key={node.entity} node={node} at={points.get(node.entity) ?? centre} label={labels.get(node.entity)}
            kind={kindOf(node)} isChosen={node.entity === chosen} isDim={!isNear(node.entity) && !path.has(node.entity)}
            choose={choose} open={open} />
        ))}
      </g>
    </svg>
  );
}

const rankOf = (link: Contents["links"][number], chosen: string | undefined, path: ReadonlySet<string>) =>
  (path.has(linkKey(link)) ? 2 : 0) + (chosen && touches(link, chosen) ? 1 : 0);

function useDrag(by: (dx: number, dy: number) => void) {
  const last = useRef<{ x: number; y: number }>(undefined);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.target === event.currentTarget) last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      if (!last.current) return;
      by(event.clientX - last.current.x, event.clientY - last.current.y);
      last.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: () => { last.current = undefined; },
    onPointerLeave: () => { last.current = undefined; },
  };
}

// React listens to the wheel passively; a chart must keep the page from scrolling.
function useWheel(element: React.RefObject<SVGSVGElement | null>, by: (factor: number, at: { x: number; y: number }) => void) {
  const latest = useRef(by);
  useEffect(() => {
    latest.current = by;
  });
  useEffect(() => {
    const target = element.current;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(event.deltaY < 0 ? 1.15 : 1 / 1.15, { x: event.offsetX, y: event.offsetY });
    };
    target?.addEventListener("wheel", turn, { passive: false });
    return () => target?.removeEventListener("wheel", turn);
  }, [element]);
}
