import { readFileSync, statSync } from "node:fs";
import { geoArea, geoContains } from "d3-geo";
import { expect, test } from "vitest";
import { geographyOf, type Boundaries } from "./geography.ts";

const file = new URL("boundaries.topojson", import.meta.url);
const geography = geographyOf(JSON.parse(readFileSync(file, "utf8")) as Boundaries);

test("there are the 43 forces of England and Wales, Scotland's and Northern Ireland's, each an area of its own", () => {
  expect(geography.forces).toHaveLength(45);
  expect(new Set(geography.forces.map((area) => area.properties.region)).size).toBe(12);
  // Wound the wrong way an area is the rest of the world.
  expect(geography.forces.filter((area) => geoArea(area) > 0.01)).toEqual([]);
  expect(statSync(file).size).toBeLessThanOrEqual(262_144);
});

test.each([
  ["West Yorkshire", "Yorkshire and the Humber", [-1.55, 53.8]], ["Thames Valley", "South East", [-0.97, 51.45]],
  ["Merseyside", "North West", [-3.05, 53.38]], ["North Wales", "North West", [-3.0, 53.05]], ["City of London", "London", [-0.09, 51.514]],
  ["Police Scotland", "Scotland", [-4.22, 57.47]], ["Police Service of Northern Ireland", "Northern Ireland", [-5.93, 54.6]],
] as const)("a town of %s lies in it alone, in %s", (force, region, [longitude, latitude]) => {
  const around = geography.forces.filter((area) => geoContains(area, [longitude, latitude]));
  expect(around.map((area) => area.properties)).toEqual([{ force, region }]);
});
