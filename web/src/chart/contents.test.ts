import { expect, test } from "vitest";
import type { ChartLink, Who } from "../api/shapes.ts";
import { expanded, filtered, kindOf, noFilters, without, type ChartNode, type Contents } from "./contents.ts";

const person = (entity: string, more: Partial<ChartNode> = {}): ChartNode =>
  ({ entity, caption: entity.toUpperCase(), noun: "person", x: 0, y: 0, ...more });
const tie = (from: string, to: string, more: Partial<ChartLink> = {}): ChartLink => ({
  from, to, strength: "confirmed", records: [], record_count: 0,
  sayings: [{ says: "met", is_tie: true, is_reversed: false, count: 1 }], ...more,
});
const three: Contents = {
  nodes: [person("a"), person("b", { is_protected: true, alias: "Protected 1" }), person("c")],
  links: [tie("a", "b", { strength: "tentative" }), tie("b", "c", { first: "2026-03-01T00:00:00Z", last: "2026-04-01T00:00:00Z" })],
};

test("a link goes when either of its ends does", () => {
  expect(filtered(three, { ...noFilters, kinds: new Set(["protected"]) })).toMatchObject({ nodes: [{ entity: "a" }, { entity: "c" }], links: [] });
  expect(without(three, "c").links).toHaveLength(1);
});

test("filters of strength and of time leave the undated as it may be then", () => {
  expect(filtered(three, { ...noFilters, strengths: new Set(["tentative"]) }).links).toHaveLength(1);
  expect(filtered(three, { ...noFilters, from: "2026-05-01" }).links).toEqual([three.links[0]]);
  expect(filtered(three, { ...noFilters, until: "2026-03-15" }).links).toHaveLength(2);
});

test("who is to be protected comes in under an alias, and nobody comes in twice", () => {
  const fresh: Who[] = [person("a"), { entity: "d", caption: "Dee", noun: "person", is_protected: true }];
  const more = expanded(three, "a", fresh, [tie("a", "d"), tie("a", "b")]);
  expect(more.nodes.map((node) => node.alias ?? node.entity)).toEqual(["a", "Protected 1", "c", "Protected 2"]);
  expect(more.links).toHaveLength(3);
  expect(kindOf(more.nodes[3]!)).toBe("protected");
});
