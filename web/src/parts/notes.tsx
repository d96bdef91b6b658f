import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useMemo, useState } from "react";
import { join } from "../api/marking.ts";
import { addNote, notesQuery, withdrawNote, type About } from "../api/notes.ts";
import { problemOf } from "../api/problem.ts";
import type { Note } from "../api/shapes.ts";
import { minuteOf } from "../base/dates.ts";
import { announce } from "./announce.tsx";
import { useMayDecide } from "./deciding.ts";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { useShown } from "./shown-marking.ts";
import { Answer } from "./states.tsx";

/** What people noted on somebody, something or a network. */
export function Notes(about: About) {
  const notes = useInfiniteQuery(notesQuery(about));
  const [taken, setTaken] = useState<Note>();
  const mayWrite = useMayDecide();
  useShown(useMemo(() => notes.data?.pages.map((page) => page.marking).reduce(join), [notes.data]));
  const listed = notes.data?.pages.flatMap((page) => page.notes) ?? [];
  return (
    <section className="section" aria-label="Notes">
      <h2>Notes</h2>
      <Answer of={notes} what="the notes">
        {() => listed.length === 0 ? <p className="small muted">None yet.</p> : (
          <ul className="lines small">
            {listed.map((note) => <Line key={note.note} note={note} {...(mayWrite ? { take: setTaken } : {})} />)}
          </ul>
        )}
      </Answer>
      {notes.hasNextPage ? <button type="button" className="button tight" onClick={() => void notes.fetchNextPage()}>Show earlier ones</button> : null}
      {mayWrite ? <NewNote {...about} /> : null}
      {taken ? <Withdrawing note={taken} about={about} close={() => setTaken(undefined)} /> : null}
    </section>
  );
}

function Line({ note, take }: { note: Note; take?: (note: Note) => void }) {
  const { withdrawn } = note;
  return (
    <li>
      <p className="received">{withdrawn ? <s>{note.text}</s> : note.text}</p>
      <p className="tiny muted row wrap">
        {note.author}, {minuteOf(note.written)} · {note.marking.marking}
        {withdrawn ? <span>Taken back by {withdrawn.by}, {minuteOf(withdrawn.at)}: {withdrawn.reason}</span>
          : take ? <button type="button" className="link-button tiny no-print" onClick={() => take(note)}>Take back<span className="unseen"> the note of {note.author}, {minuteOf(note.written)}</span>…</button> : null}
      </p>
    </li>
  );
}

function NewNote(about: About) {
  const [text, setText] = useState("");
  const id = useId();
  const queries = useQueryClient();
  const adding = useMutation({
    mutationFn: addNote,
    onSuccess: () => {
      setText("");
      announce("The note is kept.");
      void queries.invalidateQueries({ queryKey: ["notes", about.subject, about.about] });
    },
  });
  return (
    <form className="field no-print" onSubmit={(event) => { event.preventDefault(); adding.mutate({ ...about, text: text.trim() }); }}>
      {adding.error ? <p className="note bad" role="alert">{problemOf(adding.error).message}</p> : null}
      <label htmlFor={id}>A new note</label>
      <span className="hint" id={`${id}-hint`}>For whoever sees all that you see here. It is kept with your name, and never edited.</span>
      <textarea id={id} aria-describedby={`${id}-hint`} className="input" rows={3} required maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      <div><button type="submit" className="button tight" disabled={adding.isPending || text.trim() === ""}>Add the note</button></div>
    </form>
  );
}

function Withdrawing({ note, about, close }: { note: Note; about: About; close: () => void }) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: withdrawNote,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["notes", about.subject, about.about] });
      announce("The note is taken back.");
      close();
    },
  });
  return (
    <Dialog title="Take this note back" close={close}>
      <form className="sign-in-form" onSubmit={(event) => { event.preventDefault(); withdrawing.mutate({ note: note.note, reason: reason.trim() }); }}>
        {withdrawing.error ? <p className="note bad" role="alert">{problemOf(withdrawing.error).message}</p> : null}
        <p className="received">{note.text}</p>
        <p>It stays, struck out, with your name and why.</p>
        <Field label="Why" required minLength={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div><button type="submit" className="button main" disabled={withdrawing.isPending}>Take it back</button></div>
      </form>
    </Dialog>
  );
}
