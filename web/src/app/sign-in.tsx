import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useState, type FormEvent } from "react";
import { isSignedOut } from "../api/ask.ts";
import { problemOf } from "../api/problem.ts";
import { becomes, signIn } from "../api/session.ts";
import { Field } from "../parts/field.tsx";

export function SignIn({ isOver }: { isOver: boolean }) {
  const [user, setUser] = useState("");
  const [passPhrase, setPassPhrase] = useState("");
  const queries = useQueryClient();
  const router = useRouter();
  const signing = useMutation({
    mutationFn: () => signIn(user.trim(), passPhrase),
    onSuccess: (session) => {
      becomes(queries, session);
      void router.invalidate();
      isSignedOut.set(false);
    },
  });
  useEffect(() => {
    document.title = "Sign in · RAPTOR";
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.mutate();
  };
  return (
    <main className="sign-in">
      <p className="brand">
        <img src="/raptor.svg" alt="" /> RAPTOR
      </p>
      <h1>Sign in</h1>
      {isOver && !signing.error ? (
        <p className="note">You were signed out, as nothing was asked for a while. Sign in to go on where you were.</p>
      ) : null}
      {signing.error ? (
        <p className="note bad" role="alert">
          {problemOf(signing.error).message}
        </p>
      ) : null}
      <form className="sign-in-form" onSubmit={submit}>
        <Field label="User name" name="user" autoComplete="username" autoFocus required value={user} onChange={(event) => setUser(event.target.value)} />
        <Field label="Pass phrase" name="password" type="password" autoComplete="current-password" required value={passPhrase} onChange={(event) => setPassPhrase(event.target.value)} />
        <button type="submit" className="button main" disabled={signing.isPending}>
          {signing.isPending ? "Signing in …" : "Sign in"}
        </button>
      </form>
      <p className="small muted">Everything that is looked at here is logged, with who looked and why.</p>
    </main>
  );
}
