import { expect, test } from "vitest";
import type { ChartLink, Who } from "../api/shapes.ts";
import { collapsed, isOpened, keepingPinned, moved, opened, pinned } from "./arranging.ts";
import { linkKey, type ChartNode, type Contents } from "./contents.ts";

const node = (entity: string): ChartNode => ({ entity, caption: entity, noun: "person", x: 0, y: 0 });
const who = (entity: string): Who => ({ entity, caption: entity, noun: "phone" });
const link = (from: string, to: string): ChartLink =>
  ({ from, to, strength: "confirmed", records: [], record_count: 0, sayings: [{ says: "uses", is_tie: false, is_reversed: false, count: 1 }] });
const start: Contents = { nodes: [node("a"), node("b")], links: [link("a", "b")] };
const names = (contents: Contents) => contents.nodes.map((each) => each.entity).join(" ");

const once = opened(start, "a", [who("c"), who("d")], [link("a", "c"), link("a", "d"), link("b", "d")]);
const twice = opened(once, "c", [who("e")], [link("c", "e")]);

test("collapsing takes back what opening brought, and what that brought, and nothing else", () => {
  expect(names(twice)).toBe("a b c d e");
  expect(collapsed(twice, "a")).toMatchObject(start);
  expect(names(collapsed(twice, "c"))).toBe("a b c d");
  expect(collapsed(twice, "b")).toMatchObject({ nodes: twice.nodes, links: twice.links });
  expect([isOpened(twice, "a"), isOpened(collapsed(twice, "a"), "a"), isOpened(collapsed(twice, "a"), "c")]).toEqual([true, false, false]);
});

test("opening what brings nothing is no opening", () => {
  expect(opened(start, "a", [who("b")], [link("a", "b")])).toBe(start);
});

test("what is pinned stays with its links, where it is", () => {
  const after = collapsed(pinned(twice, "c", true), "a");
  expect(names(after)).toBe("a b c e");
  expect(after.links.map(linkKey)).toEqual(["a b", "a c", "c e"]);
  const put = moved(start, "a", 5, 7);
  expect(put.nodes[0]).toMatchObject({ x: 5, y: 7, isPinned: true });
  expect(keepingPinned(put, [node("a"), { ...node("b"), x: 9 }]).map(({ x, y }) => [x, y])).toEqual([[5, 7], [9, 0]]);
  expect(pinned(put, "a", false).nodes[0]).toMatchObject({ x: 5, isPinned: false });
});
