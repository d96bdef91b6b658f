import { post } from "./ask.ts";

export type Verdict = "same" | "different" | "unsure";

export const decide = (left: string, right: string, verdict: Verdict, reason: string) =>
  post<unknown>("/api/decisions", { left, right, verdict, reason });
