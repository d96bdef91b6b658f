import { useState } from "react";
import { problemOf } from "../api/problem.ts";
import type { Decision } from "../api/shapes.ts";
import { minuteOf } from "../base/dates.ts";
import { title } from "../base/words.ts";
import { useDeciding } from "../parts/deciding.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";

/** Undoes a decision, by one that says unsure of the same two. */
export function TakingBack({ decision, close }: { decision: Decision; close: () => void }) {
  const [reason, setReason] = useState("");
  const { deciding } = useDeciding();
  const { left, right } = decision;
  const submit = () => deciding.mutate({ left, right, verdict: "unsure", reason: reason.trim() }, { onSuccess: close });
  return (
    <Dialog title="Undo this decision" close={close}>
      <form className="sign-in-form" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {deciding.error ? <p className="note bad" role="alert">{problemOf(deciding.error).message}</p> : null}
        <p><b>{title(decision.verdict)}</b>, {decision.decided_by}, {minuteOf(decision.decided)}: {decision.reason}</p>
        <p>It stays in the history. “Unsure” is recorded on the same two in your name, and their evidence alone joins or parts them again.</p>
        <Field label="Why" required minLength={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div><button type="submit" className="button main" disabled={deciding.isPending}>Undo it</button></div>
      </form>
    </Dialog>
  );
}
