import type { PlaceLine, TimelineItem, Who } from "../api/shapes.ts";
import { word } from "../base/words.ts";

/** That records put somebody at a place, and when. */
export interface Visit {
  who: string;
  place: string;
  when: string;
  /** In words: by which event, or as what. */
  by: string;
  /** The event, if there was one. */
  event: string | undefined;
}

/** From one place to the next at which the same person is recorded: how often, by whom, when. */
export interface Flow {
  key: string;
  from: string;
  to: string;
  count: number;
  who: readonly string[];
  first: string;
  last: string;
}

const placeNouns: readonly string[] = ["address", "place"];

/** What a timeline must hold to tell who was where: the places themselves, and what happened at them. */
export const nounsOf = (places: readonly PlaceLine[]): PlaceLine["noun"][] =>
  [...new Set<PlaceLine["noun"]>(["address", "place", ...places.flatMap((place) => place.events.map((event) => event.noun))])].sort();

// A stay that began and ended on different days is two visits: records say so of both.
const daysOf = (item: TimelineItem): string[] =>
  [...new Map([item.first, item.last].filter((time) => time !== undefined).map((time) => [time.slice(0, 10), time])).values()];

const inOrder = (a: Visit, b: Visit): number => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.place < b.place ? -1 : a.place > b.place ? 1 : 0);

/** Who is recorded where, in order of time: at a place itself, or at what happened there. */
export function visitsOf(places: readonly PlaceLine[], items: readonly TimelineItem[]): Visit[] {
  const known = new Set(places.map((place) => place.entity));
  const placesOf = new Map<string, string[]>();
  for (const place of places) {
    for (const event of place.events) placesOf.set(event.entity, [...(placesOf.get(event.entity) ?? []), place.entity]);
  }
  return items
    .flatMap((item) => {
      const isPlace = placeNouns.includes(item.noun);
      const where = isPlace ? [item.entity].filter((place) => known.has(place)) : placesOf.get(item.entity) ?? [];
      return where.flatMap((place) =>
        item.parts.flatMap((part) =>
          daysOf(item).map((when): Visit => ({
            who: part.entity, place, when, by: isPlace ? part.link.sayings.map((saying) => word(saying.says)).join(", ") : item.caption.replaceAll("_", " "), event: isPlace ? undefined : item.entity,
          }))));
    })
    .sort(inOrder);
}

/** One person's visits; those that follow each other at one place are one stop. */
export function journeyOf(visits: readonly Visit[], who: string): Visit[] {
  return visits.filter((visit) => visit.who === who).filter((visit, index, own) => visit.place !== own[index - 1]?.place);
}

/** All people's moves from place to place, the most frequent first. */
export function flowsOf(visits: readonly Visit[]): Flow[] {
  const flows = new Map<string, Flow>();
  for (const who of new Set(visits.map((visit) => visit.who))) {
    const stops = journeyOf(visits, who);
    stops.slice(1).forEach((to, index) => {
      const from = stops[index]!;
      const key = `${from.place} ${to.place}`;
      const known = flows.get(key);
      flows.set(key, {
        key, from: from.place, to: to.place, count: (known?.count ?? 0) + 1,
        who: known ? [...new Set([...known.who, who])] : [who],
        first: known && known.first < to.when ? known.first : to.when,
        last: known && known.last > to.when ? known.last : to.when,
      });
    });
  }
  return [...flows.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Who is recorded anywhere, the most often first; those to protect by themselves, after all others. */
export function travellersOf(visits: readonly Visit[], people: ReadonlyMap<string, Who>): { who: Who; stops: number }[] {
  return [...new Set(visits.map((visit) => visit.who))]
    .flatMap((entity) => {
      const who = people.get(entity);
      return who ? [{ who, stops: journeyOf(visits, entity).length }] : [];
    })
    .sort((a, b) => Number(a.who.is_protected ?? false) - Number(b.who.is_protected ?? false) || b.stops - a.stops || (a.who.entity < b.who.entity ? -1 : 1));
}
