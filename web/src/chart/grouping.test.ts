import { expect, test } from "vitest";
import type { ChartLink } from "../api/shapes.ts";
import { filtered, kindOf, noFilters, type ChartNode, type Contents } from "./contents.ts";
import { asDrawn, grouped, ungrouped } from "./grouping.ts";

const node = (entity: string, more: Partial<ChartNode> = {}): ChartNode => ({ entity, caption: entity, noun: "person", x: 0, y: 0, ...more });
const link = (from: string, to: string, more: Partial<ChartLink> = {}): ChartLink => ({
  from, to, strength: "tentative", records: [], record_count: 1, first: "2026-02-01", last: "2026-02-02",
  sayings: [{ says: "met", is_tie: true, is_reversed: false, count: 1 }], ...more,
});
const four: Contents = {
  nodes: [node("a", { x: 10 }), node("b", { x: 30, is_protected: true }), node("c"), node("d")],
  links: [link("a", "b"), link("a", "c"), link("c", "b", { strength: "confirmed", first: "2026-01-01" }), link("c", "d")],
};
const pair = grouped(four, ["a", "b"]);

test("several are one node in their middle, with their number and who of them is to be protected", () => {
  const { nodes } = asDrawn(pair);
  expect(nodes.map((each) => each.entity)).toEqual(["c", "d", "group 1"]);
  expect(nodes[2]).toMatchObject({ caption: "2 as one, 1 to protect", x: 20 });
  expect(kindOf(nodes[2]!)).toBe("group");
});

test("their links to one other are one, which says all that they say", () => {
  const { links } = asDrawn(pair);
  expect(links.map((each) => `${each.from}-${each.to}`)).toEqual(["group 1-c", "c-d"]);
  expect(links[0]).toMatchObject({ strength: "confirmed", record_count: 2, first: "2026-01-01", last: "2026-02-02" });
  expect(links[0]!.sayings.map((saying) => [saying.says, saying.is_reversed, saying.count])).toEqual([["met", false, 1], ["met", true, 1]]);
});

test("grouping is undone by ungrouping; a group within a group gives up its members", () => {
  expect(asDrawn(ungrouped(pair, "group 1"))).toMatchObject(four);
  expect(grouped(pair, ["group 1", "c"]).groups).toEqual([{ id: "group 2", members: ["a", "b", "c"] }]);
  expect(grouped(four, ["a"])).toBe(four);
});

test("who is filtered out is not counted, and one alone is no group", () => {
  const shown = asDrawn(filtered(pair, { ...noFilters, kinds: new Set(["protected"]) }));
  expect(shown.nodes.map((each) => each.entity)).toEqual(["a", "c", "d"]);
});
