import { expect, test } from "vitest";
import { controlKinds } from "./control-kinds.ts";

const span = (count: number) => ({ evidence: "span", says: `Tied by several forces (${count})`, count }) as const;
const collects = (count: number) => ({ evidence: "collects", says: `Is paid by several members (${count})`, count }) as const;
const ann = { name: "ann", control: [span(3)] };
const bob = { name: "bob", control: [span(3), collects(4)] };
const cat = { name: "cat", control: [collects(24)] };
const dan = { name: "dan", control: [] };

test("each kind names those whom it speaks of, most often first, then by place", () => {
  const kinds = controlKinds([ann, bob, cat, dan]);
  expect(kinds.map(({ says }) => says)).toEqual(["Is paid by several members", "Tied by several forces"]);
  expect(kinds.map(({ of }) => of.map(({ who, times }) => `${who.name} ${times}`))).toEqual([["cat 24", "bob 4"], ["ann 3", "bob 3"]]);
});

test("no evidence, no kinds", () => {
  expect(controlKinds([dan])).toEqual([]);
});
