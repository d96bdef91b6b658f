import { expect, test } from "vitest";
import { arrowBetween, thickness } from "./arrow.ts";

test("there and back are two lines, each with its head at its end", () => {
  const there = arrowBetween({ x: 0, y: 0 }, { x: 100, y: 0 }, 10)!;
  const back = arrowBetween({ x: 100, y: 0 }, { x: 0, y: 0 }, 10)!;
  expect(there.line).toMatch(/Q50.0 16.0/);
  expect(back.line).toMatch(/Q50.0 -16.0/);
  expect(Number(/M([\d.]+)/.exec(there.head)?.[1])).toBeGreaterThan(88);
});

test("symbols that touch have no arrow between them; more is thicker", () => {
  expect(arrowBetween({ x: 0, y: 0 }, { x: 20, y: 0 }, 10)).toBeUndefined();
  expect(thickness(1, 9)).toBeLessThan(thickness(9, 9));
});
