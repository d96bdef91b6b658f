import { queryOptions } from "@tanstack/react-query";
import { ask, inPath, post } from "./ask.ts";
import type { Identity } from "./shapes.ts";

export const identityQuery = (person: string) =>
  queryOptions({
    queryKey: ["identity", person],
    queryFn: ({ signal }) => ask<Identity>(`/api/entities/${inPath(person)}/identity`, { signal }),
  });

export const compareQuery = (left: string, right: string) =>
  queryOptions({
    queryKey: ["compare", left, right],
    queryFn: ({ signal }) => post<Identity>("/api/compare", { left, right }, { signal }),
  });
