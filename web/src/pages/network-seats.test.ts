import { expect, test } from "vitest";
import type { PlaceLine } from "../api/shapes.ts";
import { networksByForce, seatOf, shadesOf } from "./network-seats.ts";

const place = (caption: string, latitude?: number): PlaceLine => ({
  entity: caption, caption, noun: "address", postcode: "", roles: [], count: 1, records: [], record_count: 0, events: [],
  ...(latitude === undefined ? {} : { latitude, longitude: 2 }),
});

test("a network stands at the most recorded of its places that stand anywhere, or nowhere", () => {
  expect(seatOf([place("yard"), place("mill", 54), place("quay", 55)])).toEqual({ at: { latitude: 54, longitude: 2 }, place: "mill", located: 2, of: 3 });
  expect(seatOf([place("yard")])).toEqual({ located: 0, of: 1 });
});

test("a network of two forces counts for both; more networks are darker", () => {
  const byForce = networksByForce([{ forces: ["Kent", "Essex"] }, { forces: ["Kent"] }]);
  expect([...byForce]).toEqual([["Kent", 2], ["Essex", 1]]);
  expect([...shadesOf(byForce)]).toEqual([["Kent", 3], ["Essex", 4]]);
  expect(shadesOf(new Map([["Kent", 9]])).get("Kent")).toBe(1);
});
