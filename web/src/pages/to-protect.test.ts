import { expect, test } from "vitest";
import { reasonCounts, reasonsSaid } from "./to-protect.tsx";

test("each reason is counted once for everybody who has it", () => {
  const members = [{ protection: ["victim", "under_18"] as const }, { protection: ["victim"] as const }, {}].map((each) => ("protection" in each ? { protection: [...each.protection] } : {}));
  expect(reasonCounts(members)).toEqual([["victim", 2], ["under_18", 1]]);
  expect(reasonsSaid(members[0]!)).toBe("Recorded as victim, under 18");
});
