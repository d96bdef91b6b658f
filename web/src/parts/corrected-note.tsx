import { useEffect, useRef } from "react";
import { useCorrecting } from "./correcting.ts";

/** What was corrected last, and the way back from it. It takes the focus when that changes. */
export function CorrectedNote() {
  const { last, undo } = useCorrecting();
  const note = useRef<HTMLDivElement>(null);
  const known = useRef(last);
  useEffect(() => {
    if (known.current === last) return;
    known.current = last;
    note.current?.focus();
  }, [last]);
  if (!last) return null;
  return (
    <div ref={note} tabIndex={-1} className="note row wrap no-print">
      <p className="grow">{last.says}</p>
      {last.value ? <button type="button" className="button tight" onClick={undo}>Undo</button> : null}
    </div>
  );
}
