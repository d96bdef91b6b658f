import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask, post } from "./ask.ts";
import type { Marking } from "./marking.ts";
import type { Decision } from "./shapes.ts";

export type Verdict = Decision["verdict"];

/** Of two people, or of two rows that make up one, by what the server names them. */
export interface Decided {
  left: string;
  right: string;
  verdict: Verdict;
  reason: string;
}

export const decide = (decided: Decided) => post<Decision>("/api/decisions", decided);

interface DecisionPage {
  count: number;
  decisions: Decision[];
  next_cursor: string | null;
  marking: Marking;
}

/** The latest first. */
export const decisionsQuery = infiniteQueryOptions({
  queryKey: ["decisions"],
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: DecisionPage) => page.next_cursor ?? undefined,
  queryFn: ({ signal, pageParam }) =>
    ask<DecisionPage>("/api/decisions", { signal, parameters: { cursor: pageParam, limit: 10 } }),
});
