import { expect, test } from "vitest";
import { dayOf, span } from "./dates.ts";
import { count, counted, figure, ordinal } from "./figures.ts";

test("ordinals", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal)).toEqual(
    ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"]);
});

test("figures are grouped, and one takes the singular", () => {
  expect(count(59009.389)).toBe("59,009");
  expect(figure(3.55)).toBe("3.6");
  expect(counted(1, "record")).toBe("1 record");
  expect(counted(2, "person", "people")).toBe("2 people");
});

test("dates are those of London", () => {
  expect(dayOf("2026-07-14T23:00:00Z")).toBe("15 Jul 2026");
  expect(dayOf("2026-07-14")).toBe("14 Jul 2026");
  expect(span("2026-01-03", "2026-01-30")).toBe("Jan 2026");
  expect(span()).toBe("not dated");
});
