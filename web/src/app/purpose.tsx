import { useState } from "react";
import { purpose } from "../api/ask.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { useStore } from "../parts/use-store.ts";

const keptAs = "raptor-purpose";
purpose.set(sessionStorage.getItem(keptAs) ?? "");

/** Why the reader looks: kept for the session, sent with what they ask, logged with it. */
export function Purpose() {
  const why = useStore(purpose);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(why);
  const keep = () => {
    purpose.set(typed.trim());
    sessionStorage.setItem(keptAs, typed.trim());
    setOpen(false);
  };
  return (
    <>
      <button type="button" className="button tight purpose" onClick={() => setOpen(true)} title={why}>
        {why ? <>Purpose <b>{why}</b></> : "Say why you look"}
      </button>
      {isOpen ? (
        <Dialog title="Why you look" close={() => setOpen(false)}>
          <form className="sign-in-form" onSubmit={(event) => { event.preventDefault(); keep(); }}>
            <Field label="Purpose" hint="An operation, a crime number or a sentence. It is logged with all that you look at." maxLength={200} autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
            <div>
              <button type="submit" className="button main">Keep it for this session</button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
