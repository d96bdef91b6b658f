import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { ask, post } from "./ask.ts";
import type { Session } from "./shapes.ts";
import { Problem } from "./problem.ts";

export type { Session } from "./shapes.ts";

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await ask<Session>("/api/session", { signal });
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },
});

export const signIn = (user: string, password: string) => post<Session>("/api/session", { user, password });
export const signOut = () => ask<void>("/api/session", { method: "DELETE" });
export const changePassword = (oldPassword: string, newPassword: string) =>
  post<Session>("/api/session/password", { old_password: oldPassword, new_password: newPassword });

/** From now on somebody else, or nobody, is signed in: nothing that was shown before is kept. */
export function becomes(queries: QueryClient, session: Session | null): void {
  queries.setQueryData(sessionQuery.queryKey, session);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}
