import { queryOptions } from "@tanstack/react-query";
import { feature, mesh } from "topojson-client";
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon } from "geojson";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import address from "./boundaries.topojson?url";
import { Problem } from "../api/problem.ts";

export interface Area {
  force: string;
  /** Served by one organised crime unit. */
  region: string;
}

/** What lies under the places: areas of forces, borders of regions, coasts around. */
export interface Geography {
  forces: readonly Feature<MultiPolygon, Area>[];
  regions: MultiLineString;
  around: Feature;
}

export type Boundaries = Topology<{ forces: GeometryCollection<Area>; around: GeometryObject }>;

export function geographyOf(boundaries: Boundaries): Geography {
  const { forces, around } = boundaries.objects;
  const region = (part: object) => (part as { properties: Area }).properties.region;
  return {
    forces: (feature(boundaries, forces) as FeatureCollection<MultiPolygon, Area>).features,
    regions: mesh(boundaries, forces, (a, b) => a !== b && region(a) !== region(b)),
    around: feature(boundaries, around) as Feature,
  };
}

/** To be said wherever the boundaries are drawn. */
export const boundariesSaid = "Indicative boundaries, not for evidence: Natural Earth’s districts (public domain), joined to areas of forces.";

export const geographyQuery = queryOptions({
  queryKey: ["boundaries"],
  staleTime: Infinity,
  queryFn: async ({ signal }) => {
    const reply = await fetch(address, { signal });
    if (!reply.ok) throw new Problem(reply.status, "The boundaries could not be fetched; places are drawn without them.");
    return geographyOf((await reply.json()) as Boundaries);
  },
});
