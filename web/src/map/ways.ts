import { count } from "../base/figures.ts";
import type { Cluster } from "./clusters.ts";
import type { MapArrow } from "./map-drawing.tsx";

/** All arrows from one symbol to another, as they stand at this zoom. */
export interface Way {
  key: string;
  from: Cluster;
  to: Cluster;
  count: number;
  arrows: readonly MapArrow[];
}

/** Arrows between the same two symbols are one way; those within one symbol are none. */
export function waysOf(arrows: readonly MapArrow[], clusterOf: ReadonlyMap<string, Cluster>): Way[] {
  const ways = new Map<string, Way & { arrows: MapArrow[] }>();
  for (const arrow of arrows) {
    const [from, to] = [clusterOf.get(arrow.from), clusterOf.get(arrow.to)];
    if (!from || !to || from === to) continue;
    const key = `${from.id} ${to.id}`;
    const way = ways.get(key) ?? { key, from, to, count: 0, arrows: [] };
    way.count += arrow.count;
    way.arrows.push(arrow);
    ways.set(key, way);
  }
  return [...ways.values()];
}

const marksMax = 3;

/** What is written on a way: the turns of a journey, or how often. */
export function markOf(way: Way): string {
  const marks = way.arrows.flatMap((arrow) => arrow.mark ?? []);
  if (marks.length === 0) return count(way.count);
  return marks.length > marksMax ? `${marks.slice(0, marksMax).join(", ")} …` : marks.join(", ");
}
