import { expect, test } from "vitest";
import { monthsBefore, trendOf } from "./trend.ts";

test("months are counted back over the turn of a year", () => {
  expect(monthsBefore("2026-02-14", 3)).toBe("2025-11-01");
  expect(monthsBefore("2026-07-04", 11)).toBe("2025-08-01");
});

test("a month without anything stands there with none; what is undated or outside is in none", () => {
  const items = [{ first: "2026-01-31T23:00:00Z" }, { first: "2026-03-01T00:00:00Z" }, { first: "2026-03-09T00:00:00Z" }, { first: "2025-01-01T00:00:00Z" }, {}];
  expect(trendOf(items, "2026-03-20", 3)).toEqual([{ month: "2026-01", count: 1 }, { month: "2026-02", count: 0 }, { month: "2026-03", count: 2 }]);
});
