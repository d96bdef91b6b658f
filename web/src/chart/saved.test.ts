import { expect, test } from "vitest";
import type { NetworkPage, OpenedView } from "../api/shapes.ts";
import { noFilters } from "./contents.ts";
import { openedContents, openedFilters, toSave } from "./saved.ts";

const member = (entity: string, isProtected = false) => ({ entity, caption: entity, noun: "person", is_protected: isProtected, x: 0, y: 0, standing: "ranked" });
const page = {
  members: [member("a"), member("b"), member("child", true)],
  ties: [{ from: "a", to: "b", sayings: [] }, { from: "a", to: "child", sayings: [] }],
} as unknown as NetworkPage;

test("a view opens where its nodes stood, with the network's ties among them and the links saved", () => {
  const view = {
    nodes: [{ ...member("b"), x: 5, y: 6 }, { ...member("a"), x: 7, y: 8 }, { entity: "p", caption: "07700900001", noun: "phone", x: 1, y: 2 }],
    links: [{ from: "b", to: "p", sayings: [] }],
  } as unknown as OpenedView;
  const opened = openedContents(page, view);
  expect(opened.nodes.map(({ entity, x, y }) => [entity, x, y])).toEqual([["b", 5, 6], ["a", 7, 8], ["p", 1, 2]]);
  expect(opened.links.map(({ from, to }) => `${from}-${to}`)).toEqual(["a-b", "b-p"]);
});

test("nobody to protect bears a name, member or not", () => {
  const view = { nodes: [{ ...member("child", true), x: 1, y: 1 }, { ...member("other child", true), x: 2, y: 2 }], links: [] } as unknown as OpenedView;
  expect(openedContents(page, view).nodes.map((node) => node.alias)).toEqual(["Protected 1", "Protected 2"]);
});

test("filters are as they were saved", () => {
  const filters = { ...noFilters, kinds: new Set(["phone"]), from: "2026-01-01" };
  const saved = toSave({ nodes: [], links: [] }, filters, "a");
  expect(saved).toEqual({ nodes: [], filters: { kinds: ["phone"], strengths: [], sayings: [], from: "2026-01-01" }, chosen: "a" });
  expect(openedFilters(saved as unknown as OpenedView)).toEqual(filters);
});
