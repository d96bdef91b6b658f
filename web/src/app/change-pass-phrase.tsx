import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { problemOf } from "../api/problem.ts";
import { changePassword, sessionQuery, type Session } from "../api/session.ts";
import { Field } from "../parts/field.tsx";

/** A pass phrase that somebody else has seen must be changed before anything is shown. */
export function ChangePassPhrase({ session }: { session: Session }) {
  const [old, setOld] = useState("");
  const [chosen, setChosen] = useState("");
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: () => changePassword(old, chosen),
    onSuccess: (changed) => queries.setQueryData(sessionQuery.queryKey, changed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate();
  };
  return (
    <main className="sign-in">
      <h1>Choose a pass phrase, {session.display_name}</h1>
      <p>The one that you were given was seen by somebody else.</p>
      {changing.error ? (
        <p className="note bad" role="alert">
          {problemOf(changing.error).message}
        </p>
      ) : null}
      <form className="sign-in-form" onSubmit={submit}>
        <Field label="The pass phrase you were given" type="password" autoComplete="current-password" autoFocus required value={old} onChange={(event) => setOld(event.target.value)} />
        <Field label="Your new pass phrase" hint="Four words or more that do not belong together" type="password" autoComplete="new-password" required value={chosen} onChange={(event) => setChosen(event.target.value)} />
        <button type="submit" className="button main" disabled={changing.isPending}>
          Change it
        </button>
      </form>
    </main>
  );
}
