import { expect, test } from "vitest";
import type { CitedRecord } from "../api/shapes.ts";
import { linksByForce } from "./links-by-force.ts";

const link = (...forces: readonly string[]) => ({ records: forces.map((force) => ({ force }) as CitedRecord) });

test("a force counts once for each link that its records speak of", () => {
  const links = [link("Dunmarsh", "Dunmarsh"), link("Eskdean", "Dunmarsh"), link("Eskdean", "Aldermere"), link("Dunmarsh"), link("")];
  expect(linksByForce(links)).toEqual([["Dunmarsh", 3], ["Eskdean", 2], ["Aldermere", 1]]);
});
