import type { Terms } from "../api/search.ts";

// What people are searched for by stands in the history's state, never in an address: addresses are kept in logs.
declare module "@tanstack/react-router" {
  interface HistoryState {
    terms?: Terms;
  }
}

export const noTerms: Terms = { query: "" };
