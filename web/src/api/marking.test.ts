import { expect, test } from "vitest";
import { join, type Marking } from "./marking.ts";

const open: Marking = { marking: "OFFICIAL", compartments: [], handling: "P", conditions: [] };
const closed: Marking = { marking: "OFFICIAL-SENSITIVE", compartments: ["OTTER"], handling: "C", conditions: ["ask first"] };

test("two marked things together bear the stricter marking, whichever comes first", () => {
  expect(join(open, closed)).toEqual(closed);
  expect(join(closed, open)).toEqual(closed);
});
