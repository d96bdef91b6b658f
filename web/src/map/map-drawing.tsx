import { useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from "react";
import { pictureOf } from "../chart/export.ts";
import { placeLabels } from "../chart/labels.ts";
import type { Paintable } from "../chart/picture.ts";
import { useDrag, useWheel } from "../chart/use-pointer.ts";
import { useSize } from "../chart/use-size.ts";
import { announce } from "../parts/announce.tsx";
import { MapWays } from "./map-ways.tsx";
import { clustersOf, type Cluster } from "./clusters.ts";
import { Grid, Ground } from "./ground.tsx";
import { MapSymbol } from "./map-symbol.tsx";
import { canSeparate, fitted, panned, placeOn, showing, zoomed, type MapView, type Somewhere } from "./view.ts";

/** What stands somewhere on a map. */
export interface MapPlace extends Somewhere {
  id: string;
  name: string;
  kind: string;
  weight: number;
  /** Instead of a symbol: a place in a ranking. */
  mark?: string;
  /** Several that stand here only roughly. */
  holds?: readonly string[];
}

/** From one place to another. */
export interface MapArrow {
  key: string;
  from: string;
  to: string;
  count: number;
  says: string;
  /** Written on it: its turn in a journey. */
  mark?: string;
}

export interface MapChart {
  places: readonly MapPlace[];
  arrows?: readonly MapArrow[];
  chosen: string | undefined;
  choose: (place: string | undefined) => void;
  chosenArrow?: string | undefined;
  chooseArrow?: (key: string) => void;
  /** A cluster whose places cannot be told apart, however near one goes. */
  list: (places: readonly string[]) => void;
  /** Counts up when all is to be brought into view again, or nearer, or farther. */
  wanted: { fit: number; nearer: number };
  shades?: ReadonlyMap<string, number>;
  picture: Ref<Paintable>;
  says: string;
}

const reach = 30;
const namedMax = 24;
const marksMax = 3;
const keyStep = 80;
const nearerBy = 1.5;
const keySteps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [keyStep, 0], ArrowRight: [-keyStep, 0], ArrowUp: [0, keyStep], ArrowDown: [0, -keyStep],
};
const nothing: readonly MapArrow[] = [];

/** Places on a map, those too near to each other as one with their number. The table beside it says the same. */
export function MapDrawing(chart: MapChart) {
  const { places, arrows = nothing, chosen, choose, wanted, picture } = chart;
  const { element, size } = useSize<SVGSVGElement>();
  const [moved, setMoved] = useState<MapView>();
  const fit = useMemo(() => fitted(places, size), [places, size]);
  const view = moved ?? fit;
  const centre = { x: size.width / 2, y: size.height / 2 };

  useEffect(() => setMoved(undefined), [wanted.fit]);
  const nearerBefore = useRef(wanted.nearer);
  useEffect(() => {
    const steps = wanted.nearer - nearerBefore.current;
    nearerBefore.current = wanted.nearer;
    if (steps !== 0) setMoved(zoomed(view, size, nearerBy ** steps, centre));
    // Only when asked for: the view itself changes with it.
  }, [wanted.nearer]);
  useEffect(() => {
    const place = places.find((each) => each.id === chosen);
    if (place) setMoved((now) => (now ? showing(now, size, place) : now));
  }, [chosen]);

  const byId = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  const clusters = useMemo(
    () => clustersOf(places.map((place) => ({ ...placeOn(view, size, place), id: place.id, weight: place.weight })), reach), [places, view, size]);
  const clusterOf = useMemo(
    () => new Map(clusters.flatMap((cluster) => cluster.members.map((place) => [place, cluster] as const))), [clusters]);
  const isChosen = (cluster: Cluster) => chosen !== undefined && cluster.members.includes(chosen);

  const open = (cluster: Cluster) => {
    const inside = cluster.members.flatMap((id) => byId.get(id) ?? []);
    if (inside.length === 1 && !inside[0]?.holds) return choose(cluster.id);
    const apart = fitted(inside, size);
    if (inside.length > 1 && apart.scale > view.scale * 1.05 && canSeparate(view)) {
      setMoved(apart);
      announce(`Nearer: ${inside.length} places.`);
    } else chart.list(inside.flatMap((place) => place.holds ?? [place.id]));
  };
  const press = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    if (step) setMoved(panned(view, size, ...step));
    else if (event.key === "+" || event.key === "=") setMoved(zoomed(view, size, nearerBy, centre));
    else if (event.key === "-" || event.key === "_") setMoved(zoomed(view, size, 1 / nearerBy, centre));
    else if (event.key === "0") setMoved(undefined);
    else return;
    event.preventDefault();
  };
  const drag = useDrag((dx, dy) => setMoved(panned(view, size, dx, dy)));
  useWheel(element, (factor, at) => setMoved(zoomed(view, size, factor, at)));
  useImperativeHandle(picture, () => ({ paint: () => (element.current ? pictureOf(element.current) : undefined) }), [element]);

  const labels = useMemo(() => {
    const named = [...clusters].sort((a, b) => Number(isChosen(b)) - Number(isChosen(a))).slice(0, namedMax);
    const wantedLabels = named.map((cluster) => ({ id: cluster.id, x: cluster.x, y: cluster.y, text: nameOf(cluster), isNeeded: isChosen(cluster) }));
    return new Map(placeLabels(wantedLabels, clusters).map((label) => [label.id, label]));
  }, [clusters, chosen, byId]);
  function holdingOf(cluster: Cluster): number {
    return cluster.members.reduce((sum, id) => sum + (byId.get(id)?.holds?.length ?? 1), 0);
  }
  function nameOf(cluster: Cluster): string {
    const own = byId.get(chosen && cluster.members.includes(chosen) ? chosen : cluster.id)?.name ?? "";
    const marks = cluster.members.flatMap((id) => byId.get(id)?.mark ?? []);
    if (marks.length > 1) return `${marks.slice(0, marksMax).join(", ")}${marks.length > marksMax ? " …" : ""}`;
    const others = holdingOf(cluster) - (byId.get(cluster.id)?.holds?.length ?? 1);
    return others > 0 ? `${own} +${others}` : own;
  }
  return (
    <svg ref={element} tabIndex={0} role="application" aria-roledescription="map" aria-label={chart.says} onKeyDown={press}
      onClick={(event) => event.target === event.currentTarget && choose(undefined)} {...drag}>
      <g className="under" aria-hidden="true">
        <rect className="sea" width={size.width} height={size.height} />
        <Ground view={view} size={size} shades={chart.shades} />
        <Grid view={view} size={size} />
      </g>
      <g aria-hidden="true">
        <MapWays arrows={arrows} clusterOf={clusterOf} chosen={chart.chosenArrow} choose={chart.chooseArrow} />
        {clusters.map((cluster) => (
          <MapSymbol key={cluster.id} cluster={cluster} place={byId.get(cluster.id)} name={nameOf(cluster)} label={labels.get(cluster.id)}
            number={holdingOf(cluster)} isRough={cluster.members.some((id) => byId.get(id)?.holds)} isChosen={isChosen(cluster)} open={() => open(cluster)} />
        ))}
      </g>
    </svg>
  );
}
