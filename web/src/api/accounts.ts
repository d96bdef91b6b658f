import { queryOptions } from "@tanstack/react-query";
import { ask, inPath, post } from "./ask.ts";
import type { paths } from "./generated.ts";

export type Accounts = paths["/api/accounts"]["get"]["responses"][200]["content"]["application/json"];
export type Account = Accounts["accounts"][number];
export type AccountChange = paths["/api/accounts/{user}"]["patch"]["requestBody"]["content"]["application/json"];

export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: ({ signal }) => ask<Accounts>("/api/accounts", { signal }),
});

/** A new pass phrase, told this once: its user changes it on signing in. */
export const givePassPhrase = (user: string, reason: string) =>
  post<{ pass_phrase: string }>(`/api/accounts/${inPath(user)}/password`, { reason });

export const changeAccount = (user: string, change: AccountChange) =>
  ask<Account>(`/api/accounts/${inPath(user)}`, { method: "PATCH", body: change });
