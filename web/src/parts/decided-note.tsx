import { problemOf } from "../api/problem.ts";
import { useDeciding } from "./deciding.ts";

/** What was decided last, and the way back from it. */
export function DecidedNote() {
  const { last, undo, undoing } = useDeciding();
  if (!last) return null;
  return (
    <div className="note row wrap no-print">
      <p className="grow"><b>{last.says}</b> The next picture follows it; the bar above says when it stands.</p>
      {undoing.error ? <p className="bad" role="alert">{problemOf(undoing.error).message}</p> : null}
      {last.decided ? <button type="button" className="button tight" disabled={undoing.isPending} onClick={undo}>Undo</button> : null}
    </div>
  );
}
