import { queryOptions } from "@tanstack/react-query";
import { ask, inPath, post } from "./ask.ts";
import type { Expansion, NetworkPage } from "./shapes.ts";

export const networkQuery = (network: string) =>
  queryOptions({
    queryKey: ["network", network],
    queryFn: ({ signal }) => ask<NetworkPage>(`/api/networks/${inPath(network)}`, { signal }),
  });

/** What a chart that shows `shown` gains by opening one of them. */
export const expand = (entity: string, shown: readonly string[]) =>
  post<Expansion>(`/api/entities/${inPath(entity)}/expand`, { shown });
