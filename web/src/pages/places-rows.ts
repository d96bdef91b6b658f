import type { PlaceLine, Who } from "../api/shapes.ts";
import { dayOf, span } from "../base/dates.ts";
import { counted } from "../base/figures.ts";
import { word } from "../base/words.ts";
import type { Flow, Visit } from "../map/journeys.ts";
import type { MapArrow } from "../map/map-drawing.tsx";
import type { Standing } from "../map/standing.ts";

/** In words, why a place stands here: what records say of it, and how many events were there. */
export const whyHere = (place: PlaceLine): string =>
  [...place.roles.map(word), ...(place.events.length > 0 ? [counted(place.events.length, "event")] : [])].join(", ");

const nameIn = (places: ReadonlyMap<string, PlaceLine>, place: string): string => places.get(place)?.caption ?? place;

/** Flows between what is drawn: those of places that stand together are one. */
export function flowArrows(flows: readonly Flow[], { at, drawn }: Standing): MapArrow[] {
  const names = new Map(drawn.map((place) => [place.id, place.name]));
  const arrows = new Map<string, MapArrow>();
  for (const flow of flows) {
    const [from, to] = [at.get(flow.from), at.get(flow.to)];
    if (!from || !to || from === to) continue;
    const key = `${from} ${to}`;
    const count = (arrows.get(key)?.count ?? 0) + flow.count;
    arrows.set(key, { key, from, to, count, says: `${names.get(from)} to ${names.get(to)}: ${counted(count, "time")}` });
  }
  return [...arrows.values()];
}

export const stopKey = (index: number): string => `stop ${index}`;

/** From each stop to the next that stands on the map. A stop that does not is passed over here, not in the table. */
export function journeyArrows(stops: readonly Visit[], { at, drawn }: Standing): MapArrow[] {
  const names = new Map(drawn.map((place) => [place.id, place.name]));
  const standing = stops.flatMap((stop, index) => {
    const where = at.get(stop.place);
    return where ? [{ where, when: stop.when, index }] : [];
  });
  return standing.slice(1).flatMap(({ where, when, index }, before) => {
    const from = standing[before]!.where;
    return from === where ? [] : [{ key: stopKey(index), from, to: where, count: 1, mark: String(index + 1), says: `${dayOf(when)}: from ${names.get(from)} to ${names.get(where)}` }];
  });
}

const day = (time: string | undefined): string => time?.slice(0, 10) ?? "";
const degrees = (value: number | undefined): string => value?.toString() ?? "";

export const placesTable = (places: readonly PlaceLine[]) => ({
  head: ["Place", "Postcode", "Latitude", "Longitude", "Why", "Times", "First", "Last", "Records"],
  rows: places.map((place) => [place.caption, place.postcode, degrees(place.latitude), degrees(place.longitude), whyHere(place),
    String(place.count), day(place.first), day(place.last), String(place.record_count)]),
});

export const flowsTable = (flows: readonly Flow[], places: ReadonlyMap<string, PlaceLine>, people: ReadonlyMap<string, Who>) => ({
  head: ["From", "To", "Times", "Who", "First", "Last"],
  rows: flows.map((flow) => [nameIn(places, flow.from), nameIn(places, flow.to), String(flow.count),
    flow.who.map((who) => people.get(who)?.caption ?? who).join("; "), day(flow.first), day(flow.last)]),
});

export const journeyTable = (stops: readonly Visit[], places: ReadonlyMap<string, PlaceLine>) => ({
  head: ["Stop", "When", "Place", "By what"],
  rows: stops.map((stop, index) => [String(index + 1), stop.when, nameIn(places, stop.place), stop.by]),
});

export const spanOf = ({ first, last }: { first?: string; last?: string }): string => span(first, last);
