import { expect, test } from "vitest";
import type { PlaceLine, TimelineItem, Who } from "../api/shapes.ts";
import { flowsOf, journeyOf, nounsOf, travellersOf, visitsOf } from "./journeys.ts";

const place = (entity: string, events: string[] = []): PlaceLine => ({
  entity, caption: entity, noun: "address", postcode: "", roles: [], count: 1, records: [], record_count: 0,
  events: events.map((event) => ({ entity: event, caption: event, noun: "crime" as const })),
});
const item = (entity: string, noun: TimelineItem["noun"], who: string[], first: string, last = first): TimelineItem => ({
  entity, caption: `the ${entity}`, noun, first: `${first}T09:00:00Z`, last: `${last}T09:00:00Z`,
  parts: who.map((name) => ({
    entity: name, caption: name, noun: "person" as const,
    link: { from: name, to: entity, strength: "confirmed" as const, records: [], record_count: 0, sayings: [{ says: "lives_at" as const, is_tie: false, is_reversed: false, count: 1 }] },
  })),
});

const places = [place("mill", ["theft"]), place("harbour", ["brawl"]), place("yard")];
const visits = visitsOf(places, [
  item("mill", "address", ["ann"], "2026-01-01", "2026-06-01"),
  item("brawl", "crime", ["ann", "bob"], "2026-02-01"),
  item("theft", "crime", ["bob"], "2026-03-01"),
  item("parcel", "report", ["bob"], "2026-03-05"),
]);

test("people are where they live and where their events were, in order of time", () => {
  expect(visits.map((visit) => `${visit.when.slice(5, 7)} ${visit.who} ${visit.place}`)).toEqual([
    "01 ann mill", "02 ann harbour", "02 bob harbour", "03 bob mill", "06 ann mill",
  ]);
  expect(visits[0]).toMatchObject({ by: "lives at", event: undefined });
  expect(visits[1]).toMatchObject({ by: "the brawl", event: "brawl" });
});

test("a journey is one person's, and stays are one stop", () => {
  expect(journeyOf(visits, "ann").map((visit) => visit.place)).toEqual(["mill", "harbour", "mill"]);
  const twice = visitsOf(places, [item("theft", "crime", ["bob"], "2026-03-01"), item("mill", "address", ["bob"], "2026-04-01")]);
  expect(journeyOf(twice, "bob")).toHaveLength(1);
});

test("flows add up who went the same way, the most frequent first", () => {
  const flows = flowsOf(visits);
  expect(flows.map((flow) => `${flow.from}>${flow.to} ${flow.count}`)).toEqual(["harbour>mill 2", "mill>harbour 1"]);
  expect([...flows[0]!.who].sort()).toEqual(["ann", "bob"]);
  expect(flows[0]).toMatchObject({ first: "2026-03-01T09:00:00Z", last: "2026-06-01T09:00:00Z" });
});

test("who has most stops stands first, those to protect after all others; kinds to ask for are those that have places", () => {
  const people = new Map<string, Who>(["ann", "bob"].map((name) => [name, { entity: name, caption: name, noun: "person" as const }]));
  expect(travellersOf(visits, people).map((each) => `${each.who.entity} ${each.stops}`)).toEqual(["ann 3", "bob 2"]);
  people.set("ann", { entity: "ann", caption: "Protected 1", noun: "person", is_protected: true });
  expect(travellersOf(visits, people).map((each) => each.who.entity)).toEqual(["bob", "ann"]);
  expect(nounsOf(places)).toEqual(["address", "crime", "place"]);
});
