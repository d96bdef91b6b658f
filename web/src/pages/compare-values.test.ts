import { expect, test } from "vitest";
import type { Identity, IdentityRow } from "../api/shapes.ts";
import { birthsApart } from "./compare-values.ts";

const row = (entity: string, births: string[]): IdentityRow => ({ mention: "", entity, source: "", force: "", names: [], births, records: [], record_count: 0 });
const identity = (rows: IdentityRow[]): Identity => ({
  row_count: rows.length, rows, links: [{ left: 0, right: 1, prior: 0, bits: 0, probability: 0.5, reasons: [] }],
  marking: { marking: "OFFICIAL", compartments: [], handling: "P", conditions: [] },
});

test("births that never meet are told, also where the closest rows hold none", () => {
  expect(birthsApart(identity([row("a", []), row("b", []), row("a", ["1988-02-07"]), row("b", ["1995-01-24"])])))
    .toEqual([["7 Feb 1988"], ["24 Jan 1995"]]);
  expect(birthsApart(identity([row("a", ["1988-02-07"]), row("b", []), row("b", ["1988", "1995-01-24"])]))).toBeUndefined();
  expect(birthsApart(identity([row("a", ["1988-02-07"]), row("b", [])]))).toBeUndefined();
});
