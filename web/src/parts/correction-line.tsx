import type { Correction } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";

/** By whom, when and why a value is not as its record gives it. */
export function CorrectionLine({ correction }: { correction: Correction }) {
  const isReplaced = correction.remedy === "replace";
  return (
    <span className="tiny correction">
      <b>{isReplaced ? "corrected" : "set aside"}</b> by {correction.decided_by} on {dayOf(correction.decided)}:{" "}
      {isReplaced ? <>was <s>{correction.was}</s>, </> : null}because: {correction.reason}
    </span>
  );
}
