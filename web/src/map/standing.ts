import type { PlaceLine } from "../api/shapes.ts";
import type { MapPlace } from "./map-drawing.tsx";
import type { Somewhere } from "./view.ts";

export type Located = PlaceLine & Somewhere;
export const isLocated = (place: PlaceLine): place is Located => place.latitude !== undefined && place.longitude !== undefined;

/** What is drawn, and where on it each place stands; a place that stands nowhere is not among them. */
export interface Standing {
  drawn: readonly MapPlace[];
  at: ReadonlyMap<string, string>;
}

/** The first half of a postcode: some thousands of addresses. */
export const districtOf = ({ postcode }: Pick<PlaceLine, "postcode">): string => postcode.split(" ")[0] ?? "";

/** The part before the town, where there is little room. */
export const shortName = (caption: string): string => caption.split(",")[0] ?? caption;

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

function byDistrict<T extends PlaceLine>(places: readonly T[]): Map<string, T[]> {
  const districts = new Map<string, T[]>();
  for (const place of places) {
    const district = districtOf(place);
    if (district !== "") districts.set(district, [...(districts.get(district) ?? []), place]);
  }
  return districts;
}

/**
 * Places where a record puts them. Roughly, too, those that have a postcode only: a district's as one, in the middle of its
 * places that are known.
 */
export function standingOf(places: readonly PlaceLine[], isRough: boolean): Standing {
  const located = places.filter(isLocated);
  const drawn: MapPlace[] = located.map((place) => ({
    id: place.entity, name: shortName(place.caption), kind: place.noun, weight: place.count, latitude: place.latitude, longitude: place.longitude,
  }));
  const at = new Map(located.map((place) => [place.entity, place.entity]));
  if (!isRough) return { drawn, at };
  const known = byDistrict(located);
  for (const [district, inside] of byDistrict(places.filter((place) => !isLocated(place)))) {
    const around = known.get(district);
    if (!around) continue;
    const id = `district ${district}`;
    drawn.push({
      id, name: `${district}, roughly`, kind: "district", weight: inside.reduce((sum, place) => sum + place.count, 0), holds: inside.map((place) => place.entity),
      latitude: mean(around.map((place) => place.latitude)), longitude: mean(around.map((place) => place.longitude)),
    });
    for (const place of inside) at.set(place.entity, id);
  }
  return { drawn, at };
}
