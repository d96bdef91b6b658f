import { useState } from "react";
import { count } from "../base/figures.ts";

const atOnce = 200;

interface Few<T> {
  rows: readonly T[];
  more: React.ReactNode;
}

/** The first rows of a long table, and what brings the next ones: a browser is slow with thousands. */
export function useFewRows<T>(all: readonly T[]): Few<T> {
  const [shown, setShown] = useState(atOnce);
  const left = all.length - shown;
  return {
    rows: left > 0 ? all.slice(0, shown) : all,
    more: left > 0 ? (
      <p className="few-rows small">
        {count(shown)} of {count(all.length)} rows.{" "}
        <button type="button" className="link-button" onClick={() => setShown(shown + atOnce)}>Show {count(Math.min(left, atOnce))} more</button>
      </p>
    ) : null,
  };
}
