import { expect, test } from "vitest";
import type { PlaceLine } from "../api/shapes.ts";
import { standingOf } from "./standing.ts";

const place = (entity: string, postcode: string, latitude?: number): PlaceLine => ({
  entity, caption: `${entity}, Town`, noun: "address", postcode, roles: [], count: 2, records: [], record_count: 0, events: [],
  ...(latitude === undefined ? {} : { latitude, longitude: 2 }),
});
const places = [place("mill", "ZZ1 1AA", 54), place("quay", "ZZ1 9AA", 55), place("yard", "ZZ1 5AA"), place("barn", "ZZ2 1AA"), place("nowhere", "")];

test("only what a record puts somewhere is drawn, unless roughly is asked for", () => {
  const { drawn, at } = standingOf(places, false);
  expect(drawn.map((each) => each.name)).toEqual(["mill", "quay"]);
  expect([...at.keys()]).toEqual(["mill", "quay"]);
});

test("roughly, a district stands in the middle of its known places; one without any stands nowhere", () => {
  const { drawn, at } = standingOf(places, true);
  expect(drawn[2]).toMatchObject({ id: "district ZZ1", name: "ZZ1, roughly", latitude: 54.5, holds: ["yard"] });
  expect(drawn).toHaveLength(3);
  expect(at.get("yard")).toBe("district ZZ1");
  expect(at.has("barn")).toBe(false);
});
