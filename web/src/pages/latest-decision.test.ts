import { expect, test } from "vitest";
import { isLatest } from "./latest-decision.ts";

test("the latest decision on two counts, whichever is named first", () => {
  const later = { left: "b", right: "a" };
  const other = { left: "a", right: "c" };
  const earlier = { left: "a", right: "b" };
  const all = [later, other, earlier];
  expect(all.map((each) => isLatest(each, all))).toEqual([true, true, false]);
});
