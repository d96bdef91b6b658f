import { useState } from "react";
import { valueOf } from "../api/corrections.ts";
import { problemOf } from "../api/problem.ts";
import type { Correction } from "../api/shapes.ts";
import { useCorrecting } from "./correcting.ts";
import { CorrectionLine } from "./correction-line.tsx";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";

/** Undoes a correction, by another that restores what the record says. */
export function UndoCorrection({ correction, close }: { correction: Correction; close: () => void }) {
  const [reason, setReason] = useState("");
  const { correcting } = useCorrecting();
  const submit = () =>
    correcting.mutate({ ...valueOf(correction), remedy: "restore", reason: reason.trim() }, { onSuccess: close });
  return (
    <Dialog title="Undo this correction" close={close}>
      <form className="sign-in-form" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {correcting.error ? <p className="note bad" role="alert">{problemOf(correcting.error).message}</p> : null}
        <p><CorrectionLine correction={correction} /></p>
        <p>It stays in the history. “{correction.was}” counts again, for all who were shown the correction; they are shown your reason too.</p>
        <Field label="Why" required minLength={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div><button type="submit" className="button main" disabled={correcting.isPending}>Undo it</button></div>
      </form>
    </Dialog>
  );
}
