import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type PointerEvent, type Ref } from "react";
import { kindOf, linkKey, shortName, touches, type Contents } from "./contents.ts";
import { pictureOf } from "./export.ts";
import type { Paintable } from "./picture.ts";
import { placeLabels } from "./labels.ts";
import { ChartLine } from "./chart-line.tsx";
import { ChartPoint } from "./chart-point.tsx";
import { useDrag, useWheel } from "./use-pointer.ts";
import { useSize } from "./use-size.ts";
import { fit, move, place, zoom, type View } from "./view.ts";
import { neighboursOf, spokenLabel, walkKeys, type Chart } from "./walk-keys.ts";

const namedMax = 26;

/** A chart of at most some hundreds as SVG. Its table says the same; arrow keys walk from neighbour to neighbour. */
export function SvgChart({ picture, ...chart }: Chart & { picture: Ref<Paintable> }) {
  const { contents, chosen, choose, path, open, wanted, ticked } = chart;
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

  // Who is moved by a person leaves the others where they are: what is in view stays in view.
  const moveNode = (entity: string, dx: number, dy: number) => {
    setMoved(view);
    chart.move(entity, dx, dy);
  };
  const { carried, grab, carrying } = useCarry((entity, dx, dy) => moveNode(entity, dx / view.scaleX, dy / view.scaleY));
  const points = useMemo(
    () => new Map(contents.nodes.map((node) => {
      const at = place(view, node);
      return [node.entity, node.entity === carried?.entity ? { x: at.x + carried.dx, y: at.y + carried.dy } : at];
    })), [contents.nodes, view, carried]);
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
      onKeyDown={walkKeys({ ...chart, move: moveNode }, points)}
      onClick={(event) => event.target === event.currentTarget && choose(undefined)}
      {...drag}
      {...carrying(drag)}
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
            isTicked={ticked.has(node.entity)} grab={grab} choose={choose} open={open} />
        ))}
      </g>
    </svg>
  );
}

const rankOf = (link: Contents["links"][number], chosen: string | undefined, path: ReadonlySet<string>) =>
  (path.has(linkKey(link)) ? 2 : 0) + (chosen && touches(link, chosen) ? 1 : 0);

interface Carried {
  entity: string;
  dx: number;
  dy: number;
}

const carriedLeast = 4;

/** A node taken by the pointer and put down elsewhere. What is hardly moved was only chosen. */
function useCarry(put: (entity: string, dx: number, dy: number) => void) {
  const [carried, setCarried] = useState<Carried>();
  const from = useRef<{ entity: string; x: number; y: number }>(undefined);
  const grab = useCallback((event: PointerEvent, entity: string) => {
    from.current = { entity, x: event.clientX, y: event.clientY };
  }, []);
  const carrying = (drag: ReturnType<typeof useDrag>) => ({
    onPointerMove: (event: PointerEvent) => {
      drag.onPointerMove(event);
      if (!from.current) return;
      const [dx, dy] = [event.clientX - from.current.x, event.clientY - from.current.y];
      if (carried || Math.hypot(dx, dy) >= carriedLeast) setCarried({ entity: from.current.entity, dx, dy });
    },
    onPointerUp: () => {
      drag.onPointerUp();
      if (carried) put(carried.entity, carried.dx, carried.dy);
      from.current = undefined;
      setCarried(undefined);
    },
    onPointerLeave: () => {
      drag.onPointerLeave();
      from.current = undefined;
      setCarried(undefined);
    },
  });
  return { carried, grab, carrying };
}
