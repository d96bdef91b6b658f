import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "../api/problem.ts";
import type { Problem } from "../api/problem.ts";

export function Loading({ what }: { what: string }) {
  return (
    <div className="state" role="status">
      <p className="muted">Fetching {what} …</p>
    </div>
  );
}

export function Failed({ problem, again }: { problem: Problem; again: () => void }) {
  if (problem.isAbsent) return <Absent />;
  return (
    <div className="state" role="alert">
      <h2>This could not be shown</h2>
      <p>{problem.message}</p>
      <button type="button" className="button" onClick={again}>
        Try again
      </button>
    </div>
  );
}

/** What is hidden and what is not there are said in the same words. */
export function Absent() {
  return (
    <div className="state">
      <h2>There is nothing here, or nothing that you may see</h2>
      <p>Check the address, or search for what you look for with the box above.</p>
      <button type="button" className="button" onClick={() => history.back()}>
        Go back
      </button>
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="state muted">{children}</div>;
}

interface Answered<T> {
  of: Pick<UseQueryResult<T>, "data" | "error" | "refetch">;
  what: string;
  children: (data: T) => ReactNode;
}

/** What a question has brought so far: its answer stays while a newer one is fetched. */
export function Answer<T>({ of, what, children }: Answered<T>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failed problem={problemOf(of.error)} again={() => void of.refetch()} />;
  return <Loading what={what} />;
}
