import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Decided } from "../api/decisions.ts";
import { useDeciding } from "./deciding.ts";

/** What was decided last, and the way back from it. It takes the focus when that changes. */
export function DecidedNote() {
  const { last, undo } = useDeciding();
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
      {last.decided ? <Both decided={last.decided} /> : null}
      {last.decided ? <button type="button" className="button tight" onClick={undo}>Undo</button> : null}
    </div>
  );
}

// By their rows: a person's own name may pass to the other of the two when they are parted.
function Both({ decided }: { decided: Decided }) {
  return (
    <span>
      Open <Link to="/entities/$entity" params={{ entity: decided.left }}>the one</Link> or{" "}
      <Link to="/entities/$entity" params={{ entity: decided.right }}>the other</Link>
    </span>
  );
}
