import { expect, test } from "vitest";
import { fitted, gridOf, panned, placeOn, placeUnder, scaleBar, showing, zoomed, type MapView } from "./view.ts";

const size = { width: 800, height: 600 };
const harbour = { longitude: 2.6, latitude: 54.2 };
const mill = { longitude: 3.2, latitude: 54.5 };
const view: MapView = fitted([harbour, mill], size);

test("all places are in view, whatever their number", () => {
  for (const place of [harbour, mill]) {
    const { x, y } = placeOn(view, size, place);
    expect(x).toBeGreaterThan(50);
    expect(x).toBeLessThan(750);
    expect(y).toBeGreaterThan(50);
    expect(y).toBeLessThan(550);
  }
  expect(placeOn(fitted([mill], size), size, mill)).toEqual({ x: 400, y: 300 });
  expect(fitted([], size).latitude).toBeGreaterThan(54);
});

test("what is under a point of the pane is where it is drawn", () => {
  const under = placeUnder(view, size, placeOn(view, size, mill));
  expect(under.longitude).toBeCloseTo(mill.longitude);
  expect(under.latitude).toBeCloseTo(mill.latitude);
});

test("zooming leaves what is under the pointer there, panning takes it along", () => {
  const before = placeOn(view, size, mill);
  const nearer = placeOn(zoomed(view, size, 3, before), size, mill);
  expect([nearer.x, nearer.y].map(Math.round)).toEqual([before.x, before.y].map(Math.round));
  const moved = placeOn(panned(view, size, 30, -20), size, mill);
  expect([moved.x - before.x, moved.y - before.y].map(Math.round)).toEqual([30, -20]);
});

test("who is out of view comes to the middle, who is in view stays", () => {
  expect(showing(view, size, harbour)).toBe(view);
  expect(placeOn(showing(view, size, { longitude: 9, latitude: 50 }), size, { longitude: 9, latitude: 50 })).toEqual({ x: 400, y: 300 });
});

test("grid and scale are named in round figures", () => {
  const { meridians, parallels } = gridOf(view, size);
  expect(meridians.map((line) => line.says)).toContain("2.8° E");
  expect(parallels.every((line) => / N$/.test(line.says))).toBe(true);
  expect(gridOf(fitted([], size), size).meridians.map((line) => line.says)).toContain("0°");
  const bar = scaleBar(view, 120);
  expect(bar.says).toMatch(/^[125]0* km$/);
  expect(bar.width).toBeLessThanOrEqual(120);
  expect(bar.width).toBeGreaterThan(40);
});
