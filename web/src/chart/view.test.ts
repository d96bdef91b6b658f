import { expect, test } from "vitest";
import { fit, place, zoom } from "./view.ts";

const size = { width: 800, height: 400 };

test("all points lie within the pane", () => {
  const points = [{ x: -1000, y: -900 }, { x: 1000, y: 900 }, { x: 0, y: 0 }];
  const view = fit(points, size);
  for (const point of points) {
    const { x, y } = place(view, point);
    expect(x).toBeGreaterThanOrEqual(40);
    expect(x).toBeLessThanOrEqual(760);
    expect(y).toBeGreaterThanOrEqual(40);
    expect(y).toBeLessThanOrEqual(360);
  }
});

test("one point stands in the middle, and none is no fault", () => {
  expect(place(fit([{ x: 5, y: 7 }], size), { x: 5, y: 7 })).toEqual({ x: 400, y: 200 });
  expect(Number.isFinite(fit([], size).left)).toBe(true);
});

test("zooming keeps what is under the pointer there", () => {
  const view = fit([{ x: 0, y: 0 }, { x: 10, y: 10 }], size);
  const at = place(view, { x: 3, y: 4 });
  const after = place(zoom(view, 2, at), { x: 3, y: 4 });
  expect(after.x).toBeCloseTo(at.x);
  expect(after.y).toBeCloseTo(at.y);
});
