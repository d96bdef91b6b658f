import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask, inPath, post } from "./ask.ts";
import type { Paths, Profile, SourceRecord, Timeline } from "./shapes.ts";

export const profileQuery = (entity: string, asAt?: string) =>
  queryOptions({
    queryKey: ["profile", entity, asAt],
    queryFn: ({ signal }) =>
      ask<Profile>(`/api/entities/${inPath(entity)}`, { signal, parameters: { as_at: asAt } }),
  });

export const timelineQuery = (entity: string) =>
  infiniteQueryOptions({
    queryKey: ["timeline", entity],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Timeline) => page.next_cursor ?? undefined,
    queryFn: ({ signal, pageParam }) =>
      post<Timeline>(`/api/entities/${inPath(entity)}/timeline`, {}, { signal, parameters: { cursor: pageParam, limit: 200 } }),
  });

export type PathPair = Paths["pairs"][number];
export type FoundPath = PathPair["paths"][number];

export interface PathOptions {
  order?: "steps" | "strength" | "time" | undefined;
  through?: "people" | "all" | undefined;
}

export const pathsQuery = (from: string, to: string, options: PathOptions) =>
  queryOptions({
    queryKey: ["paths", from, to, options],
    queryFn: ({ signal }) => post<Paths>("/api/paths", { entities: [from, to], count: 5, ...options }, { signal }),
  });

export const recordQuery = (record: string) =>
  queryOptions({
    queryKey: ["record", record],
    queryFn: ({ signal }) => ask<SourceRecord>(`/api/records/${inPath(record)}`, { signal }),
  });
