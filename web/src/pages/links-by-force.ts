import type { ChartLink } from "../api/shapes.ts";

type Sourced = Pick<ChartLink, "records">;

/** Of how many links the records of each force speak, as far as they are cited: the most first. */
export function linksByForce(links: readonly Sourced[]): [force: string, links: number][] {
  const counts = new Map<string, number>();
  for (const { records } of links) {
    for (const force of new Set(records.map((record) => record.force))) {
      if (force) counts.set(force, (counts.get(force) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b));
}
