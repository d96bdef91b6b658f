import { useState } from "react";
import type { ReadValue } from "../api/corrections.ts";
import { title } from "../base/words.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { useMayDecide } from "./deciding.ts";
import { Dialog } from "./dialog.tsx";

/** Opens the form that corrects a value which a record gives, for those who may. */
export function CorrectValue({ value }: { value: ReadValue }) {
  const [isOpen, setOpen] = useState(false);
  if (!useMayDecide()) return null;
  return (
    <>
      <button type="button" className="link-button tiny no-print" onClick={() => setOpen(true)}>
        Correct<span className="unseen"> {title(value.attribute)} {value.was}</span>…
      </button>
      {isOpen ? (
        <Dialog title="Correct this value" close={() => setOpen(false)}>
          <p>{title(value.attribute)}: <b>{value.was}</b></p>
          <p className="small muted">The record stays as it was received. A correction stands beside it, and another undoes it.</p>
          <CorrectionForm value={value} done={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}
