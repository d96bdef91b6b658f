import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { ask, inPath, post } from "./ask.ts";
import type { OpenedView, View, ViewPage } from "./shapes.ts";

/** What is saved of a chart. */
export interface NewView {
  title: string;
  sharing: View["sharing"];
  nodes: { entity: string; x: number; y: number }[];
  filters: OpenedView["filters"];
  chosen?: string;
}

export const viewsQuery = (network: string) =>
  infiniteQueryOptions({
    queryKey: ["views", network],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ViewPage) => page.next_cursor ?? undefined,
    queryFn: ({ signal, pageParam }) =>
      ask<ViewPage>(`/api/networks/${inPath(network)}/views`, { signal, parameters: { cursor: pageParam, limit: 10 } }),
  });

export const viewQuery = (view: string) =>
  queryOptions({
    queryKey: ["view", view],
    queryFn: ({ signal }) => ask<OpenedView>(`/api/views/${inPath(view)}`, { signal }),
  });

export const saveView = ({ network, view }: { network: string; view: NewView }) =>
  post<View>(`/api/networks/${inPath(network)}/views`, view);
export const withdrawView = (view: string) => ask<View>(`/api/views/${inPath(view)}/withdraw`, { method: "POST" });
