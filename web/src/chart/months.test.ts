import { expect, test } from "vitest";
import type { ChartLink } from "../api/shapes.ts";
import { firstDayOf, lastDayOf, monthsOf } from "./months.ts";

const seen = (last?: string): ChartLink => ({
  from: "a", to: "b", sayings: [], strength: "confirmed", records: [], record_count: 0, ...(last ? { last } : {}),
});

test("months without links stand between those with", () => {
  expect(monthsOf([seen("2026-02-03T00:00:00Z"), seen("2025-12-31T00:00:00Z"), seen("2026-02-09T00:00:00Z"), seen()])).toEqual([
    { month: "2025-12", count: 1 }, { month: "2026-01", count: 0 }, { month: "2026-02", count: 2 },
  ]);
  expect(monthsOf([seen()])).toEqual([]);
});

test("a month runs from its first day to its last, leap years too", () => {
  expect([firstDayOf("2024-02"), lastDayOf("2024-02"), lastDayOf("2025-12")]).toEqual(["2024-02-01", "2024-02-29", "2025-12-31"]);
});
