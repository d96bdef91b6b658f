import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { inPath, post } from "./ask.ts";
import type { PlaceLine, Places, Timeline } from "./shapes.ts";

/** Whose places: one entity's, or those of all members of a network. */
export interface PlacesOf {
  sort: "entities" | "networks";
  name: string;
}

export interface PlacesWindow {
  from?: string | undefined;
  until?: string | undefined;
  known_by?: string | undefined;
}

const pathOf = ({ sort, name }: PlacesOf, question: string): string => `/api/${sort}/${inPath(name)}/${question}`;

export const placesQuery = (of: PlacesOf, window: PlacesWindow) =>
  queryOptions({
    queryKey: ["places", of, window],
    queryFn: ({ signal }) => post<Places>(pathOf(of, "places"), window, { signal }),
  });

const pageSize = 500;

/** What put them there, in order of time: of these kinds only. */
export const stayingQuery = (of: PlacesOf, window: PlacesWindow, nouns: readonly PlaceLine["noun"][]) =>
  infiniteQueryOptions({
    queryKey: ["staying", of, window, nouns],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Timeline) => page.next_cursor ?? undefined,
    queryFn: ({ signal, pageParam }) =>
      post<Timeline>(pathOf(of, "timeline"), { ...window, nouns }, { signal, parameters: { cursor: pageParam, limit: pageSize } }),
  });
