import { useState, type ReactNode, type Ref } from "react";
import type { Verdict } from "../api/decisions.ts";
import { problemOf } from "../api/problem.ts";
import { useDeciding } from "./deciding.ts";
import { Field } from "./field.tsx";

export interface VerdictOption {
  verdict: Verdict;
  says: string;
  /** What the answer changes. */
  changes: ReactNode;
  key?: string;
}

interface Form {
  left: string;
  right: string;
  options: readonly VerdictOption[];
  /** None until the reader says. */
  verdict: Verdict | undefined;
  choose: (verdict: Verdict) => void;
  done: () => void;
  reasonBox?: Ref<HTMLInputElement>;
}

/** An answer, with its reason, on whether two are one person. */
export function DecisionForm({ left, right, options, verdict, choose, done, reasonBox }: Form) {
  const [reason, setReason] = useState("");
  const { deciding } = useDeciding();
  const submit = () => {
    if (!verdict) return;
    deciding.mutate({ left, right, verdict, reason: reason.trim() }, { onSuccess: () => {
      setReason("");
      done();
    } });
  };
  return (
    <form className="decision-form" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {deciding.error ? <p className="note bad" role="alert">{problemOf(deciding.error).message}</p> : null}
      <fieldset className="verdicts">
        <legend className="label">Your answer</legend>
        {options.map((each) => (
          <label key={each.verdict} className="verdict">
            <input type="radio" name="verdict" required checked={verdict === each.verdict} onChange={() => choose(each.verdict)} />
            <span>
              <b>{each.says}</b> {each.key ? <kbd aria-hidden="true">{each.key}</kbd> : null}
              <span className="tiny muted changes">{each.changes}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="reason">
        <Field label="Why" hint="For whoever reads it later. It is recorded with your name and the time." required minLength={3} maxLength={2000}
          value={reason} onChange={(event) => setReason(event.target.value)} {...(reasonBox ? { ref: reasonBox } : {})} />
        <button type="submit" className="button main" disabled={deciding.isPending}>Record the decision</button>
      </div>
    </form>
  );
}
