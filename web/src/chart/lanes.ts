import type { Timeline } from "../api/shapes.ts";
import { dayNumber } from "../base/dates.ts";
import { capital, plural, word } from "../base/words.ts";

type Item = Timeline["items"][number];

export interface LaneMark {
  entity: string;
  says: string;
  from: number;
  until: number;
}

/** A row of a timeline: what is of one sort. */
export interface Lane {
  name: string;
  sort: "event" | "care" | "thing";
  marks: LaneMark[];
}

const suspectRoles = new Set(["suspect_in", "arrested_for", "charged_with", "convicted_of"]);
const careRoles = new Set(["victim_of", "missing_in", "referred_in"]);
const events = new Set(["crime", "incident", "custody", "missing_episode", "report", "meeting", "call", "payment", "referral"]);

function laneOf(item: Item): Pick<Lane, "name" | "sort"> {
  const roles = item.parts.flatMap((part) => part.link.sayings.map((saying) => saying.says));
  if (roles.includes("missing_in")) return { name: "Missing", sort: "care" };
  if (roles.some((role) => careRoles.has(role))) return { name: "As victim", sort: "care" };
  if (roles.some((role) => suspectRoles.has(role))) return { name: "As suspect", sort: "event" };
  return { name: capital(plural(item.noun)), sort: events.has(item.noun) ? "event" : "thing" };
}

/** Lanes in the order in which a reader asks for them: what they are suspected of, what befell them, the rest. */
export function lanesOf(items: readonly Item[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const item of items) {
    if (!item.first) continue;
    const { name, sort } = laneOf(item);
    const lane = lanes.get(name) ?? { name, sort, marks: [] };
    const offence = item.offence ? `, ${word(item.offence)}` : "";
    lane.marks.push({ entity: item.entity, says: `${item.caption}${offence}`, from: dayNumber(item.first), until: dayNumber(item.last ?? item.first) });
    lanes.set(name, lane);
  }
  const order = (lane: Lane) => (lane.name === "As suspect" ? 0 : lane.sort === "care" ? 1 : lane.sort === "event" ? 2 : 3);
  return [...lanes.values()].sort((a, b) => order(a) - order(b));
}
