import { expect, test } from "vitest";
import { spread } from "./spread.ts";

test("a crowd is moved apart, and who was in the middle stays nearer to it", () => {
  const crowd = Array.from({ length: 40 }, (_, index) => ({ id: index, x: Math.cos(index) * (index + 1), y: Math.sin(index) * (index + 1) }));
  const after = spread(crowd);
  let nearest = Infinity;
  after.forEach((a, i) => after.slice(i + 1).forEach((b) => (nearest = Math.min(nearest, Math.hypot(a.x - b.x, a.y - b.y)))));
  expect(nearest).toBeGreaterThan(100);
  expect(Math.hypot(after[0]!.x, after[0]!.y)).toBeLessThan(Math.hypot(after[39]!.x, after[39]!.y));
  expect(spread(crowd)).toEqual(after);
});
