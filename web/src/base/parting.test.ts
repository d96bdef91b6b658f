import { expect, test } from "vitest";
import { sides } from "./parting.ts";

test("a tie that is cut leaves what hangs on either end of it", () => {
  const ties = [{ left: 0, right: 3 }, { left: 1, right: 2 }, { left: 2, right: 3 }, { left: 4, right: 1 }];
  expect(sides(ties, ties[2]!)).toEqual({ left: [1, 2, 4], right: [0, 3] });
  expect(sides(ties, ties[0]!)).toEqual({ left: [0], right: [1, 2, 3, 4] });
});
