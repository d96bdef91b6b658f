import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask, post } from "./ask.ts";
import type { Correction, CorrectionPage } from "./shapes.ts";

/** A value as a record gives it: what a correction is about. */
export interface ReadValue {
  record: string;
  slot: string;
  attribute: Correction["attribute"];
  was: string;
}

/** What counts in its place, and why. */
export interface Corrected extends ReadValue {
  remedy: Correction["remedy"];
  becomes?: string;
  /** The record alone, or all that is seen of whom it is about. */
  rests_on?: "record" | "entity";
  reason: string;
}

export const correct = (corrected: Corrected) => post<Correction>("/api/corrections", corrected);

/** The latest first. */
export const correctionsQuery = infiniteQueryOptions({
  queryKey: ["corrections"],
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: CorrectionPage) => page.next_cursor ?? undefined,
  queryFn: ({ signal, pageParam }) =>
    ask<CorrectionPage>("/api/corrections", { signal, parameters: { cursor: pageParam, limit: 10 } }),
});

export const valueOf = ({ record, slot, attribute, was }: Correction): ReadValue => ({ record, slot, attribute, was });
