import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask, post } from "./ask.ts";
import type { Decision, DecisionPage } from "./shapes.ts";

export type Verdict = Decision["verdict"];

/** Of two people, or of two rows that make up one, by what the server names them. */
export interface Decided {
  left: string;
  right: string;
  verdict: Verdict;
  reason: string;
}

export const decide = (decided: Decided) => post<Decision>("/api/decisions", decided);

/** The latest first. */
export const decisionsQuery = infiniteQueryOptions({
  queryKey: ["decisions"],
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: DecisionPage) => page.next_cursor ?? undefined,
  queryFn: ({ signal, pageParam }) =>
    ask<DecisionPage>("/api/decisions", { signal, parameters: { cursor: pageParam, limit: 10 } }),
});
