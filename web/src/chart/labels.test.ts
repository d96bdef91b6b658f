import { expect, test } from "vitest";
import { placeLabels } from "./labels.ts";

test("names that would cover each other are set elsewhere or left out, but needed ones are written", () => {
  const crowd = Array.from({ length: 9 }, (_, index) => ({ id: `${index}`, text: "Dean Harrowell", x: 100 + index, y: 100 }));
  const labels = placeLabels(crowd, crowd);
  expect(labels.length).toBeGreaterThan(0);
  expect(labels.length).toBeLessThan(9);
  const last = { ...crowd[8]!, isNeeded: true };
  expect(placeLabels([...crowd.slice(0, 8), last], crowd).some((label) => label.id === "8")).toBe(true);
});
