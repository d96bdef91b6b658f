import { expect, test } from "vitest";
import type { PlaceLine } from "../api/shapes.ts";
import type { Flow, Visit } from "../map/journeys.ts";
import { standingOf } from "../map/standing.ts";
import { flowArrows, journeyArrows, placesTable, whyHere } from "./places-rows.ts";

const place = (entity: string, more: Partial<PlaceLine> = {}): PlaceLine => ({
  entity, caption: entity, noun: "address", postcode: "ZZ1 1AA", roles: ["lives_at"], count: 2, records: [], record_count: 2, events: [], ...more,
});
const places = [place("mill", { latitude: 54, longitude: 2 }), place("yard"), place("barn"), place("quay", { latitude: 55, longitude: 2, postcode: "ZZ2 1AA" })];
const stop = (where: string, when: string): Visit => ({ who: "ann", place: where, when, by: "theft", event: "e" });
const stops = [stop("mill", "2026-01-01T00:00:00Z"), stop("yard", "2026-02-01T00:00:00Z"), stop("quay", "2026-03-01T00:00:00Z")];
const flow = (from: string, to: string, count: number): Flow => ({ key: `${from} ${to}`, from, to, count, who: ["ann"], first: "2026-01-01", last: "2026-01-02" });

test("a stop that is nowhere on the map is passed over by the arrow, and keeps its row's number", () => {
  expect(journeyArrows(stops, standingOf(places, false))).toEqual([
    { key: "stop 2", from: "mill", to: "quay", count: 1, mark: "3", says: "1 Mar 2026: from mill to quay" },
  ]);
  expect(journeyArrows(stops, standingOf(places, true)).map((arrow) => arrow.key)).toEqual(["stop 1", "stop 2"]);
});

test("flows of places that stand together are one arrow, those among them none", () => {
  const flows = [flow("yard", "quay", 2), flow("barn", "quay", 3), flow("yard", "barn", 9), flow("mill", "quay", 1)];
  expect(flowArrows(flows, standingOf(places, true)).map(({ from, to, count }) => `${from} ${to} ${count}`)).toEqual(["district ZZ1 quay 5", "mill quay 1"]);
  expect(flowArrows(flows, standingOf(places, false))).toHaveLength(1);
});

test("places without coordinates stand in the table as such", () => {
  expect(placesTable(places).rows[1]?.slice(0, 5)).toEqual(["yard", "ZZ1 1AA", "", "", "lives at"]);
  expect(whyHere(place("quay", { events: [{ entity: "e", caption: "theft", noun: "crime" }] }))).toBe("lives at, 1 event");
});
