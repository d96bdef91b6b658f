import { expect, test } from "vitest";
import { begin, redo, step, undo } from "./history.ts";

test("undo and redo walk the same steps, and a new step forgets what was undone", () => {
  const three = step(step(begin(1), 2), 3);
  expect(undo(three).present).toBe(2);
  expect(redo(undo(three))).toEqual(three);
  expect(redo(step(undo(three), 9)).present).toBe(9);
  expect(undo(begin(1)).present).toBe(1);
});

test("a step to where one stands is none", () => {
  const one = begin("a");
  expect(step(one, "a")).toBe(one);
});
