import type { NetworkRow, PlaceLine } from "../api/shapes.ts";
import { isLocated } from "../map/standing.ts";
import type { Somewhere } from "../map/view.ts";

/** Where a network is most recorded, of its places that stand on the map. */
export interface Seat {
  at?: Somewhere;
  place?: string;
  located: number;
  of: number;
}

/** Places come the most recorded first. */
export function seatOf(places: readonly PlaceLine[]): Seat {
  const located = places.filter(isLocated);
  const [most] = located;
  const counts = { located: located.length, of: places.length };
  return most ? { ...counts, place: most.caption, at: { longitude: most.longitude, latitude: most.latitude } } : counts;
}

/** The force with most first. */
export function networksByForce(rows: readonly Pick<NetworkRow, "forces">[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) for (const force of row.forces) counts.set(force, (counts.get(force) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** How dark each force's area is: 1, the darkest, for five and more. */
export const shadesOf = (byForce: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...byForce].map(([force, number]) => [force, number >= 5 ? 1 : number >= 3 ? 2 : number === 2 ? 3 : 4]));
