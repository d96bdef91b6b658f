import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { post } from "./ask.ts";
import type { Found, Hit } from "./shapes.ts";

export interface Terms {
  query: string;
  nouns?: readonly string[] | undefined;
  forces?: readonly string[] | undefined;
}

export const searchQuery = (terms: Terms, cursor?: string) =>
  queryOptions({
    queryKey: ["search", terms, cursor],
    placeholderData: keepPreviousData,
    enabled: terms.query.trim() !== "",
    queryFn: ({ signal }) => post<Found>("/api/search", terms, { signal, parameters: { cursor, limit: 20 } }),
  });

export const suggestQuery = (typed: string) =>
  queryOptions({
    queryKey: ["suggest", typed],
    placeholderData: keepPreviousData,
    enabled: typed.trim().length >= 2,
    queryFn: ({ signal }) => post<{ entities: Hit[] }>("/api/suggest", { typed }, { signal }),
  });
