import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { decide, type Verdict } from "../api/decisions.ts";
import { problemOf } from "../api/problem.ts";
import { sessionQuery } from "../api/session.ts";
import type { Profile, Who } from "../api/shapes.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { WhoLink } from "../parts/who-link.tsx";

/** Who may be the same person, and the deciding of it. */
export function DoubtList({ profile }: { profile: Profile }) {
  const [other, setOther] = useState<Who>();
  const mayDecide = useQuery(sessionQuery).data?.permissions.includes("decide") ?? false;
  const doubts = [...(profile.perhaps_same_as ?? []), ...(profile.perhaps_protected ?? [])];
  if (doubts.length === 0) return null;
  return (
    <section className="section">
      <h2>Perhaps the same person as</h2>
      <p className="tiny muted">Nothing is merged: a decision is recorded, and the next picture follows it.</p>
      <ul className="lines small">
        {doubts.map((who) => (
          <li key={who.entity} className="row">
            <span className="grow"><WhoLink who={who} /></span>
            {mayDecide ? (
              <button type="button" className="button tight" onClick={() => setOther(who)}>Decide<span className="unseen"> on {who.caption}</span></button>
            ) : null}
          </li>
        ))}
      </ul>
      {other ? <Decision profile={profile} other={other} close={() => setOther(undefined)} /> : null}
    </section>
  );
}

const verdicts: readonly { verdict: Verdict; says: string }[] = [
  { verdict: "same", says: "The same person" },
  { verdict: "different", says: "Different people" },
  { verdict: "unsure", says: "Unsure: cannot be said from what is recorded" },
];

function Decision({ profile, other, close }: { profile: Profile; other: Who; close: () => void }) {
  const [verdict, setVerdict] = useState<Verdict>();
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const deciding = useMutation({
    mutationFn: () => decide(profile.entity, other.entity, verdict ?? "unsure", reason),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["profile"] });
      close();
    },
  });
  return (
    <Dialog title={`${profile.caption} and ${other.caption}`} close={close}>
      <form className="sign-in-form" onSubmit={(event) => { event.preventDefault(); deciding.mutate(); }}>
        {deciding.error ? <p className="note bad" role="alert">{problemOf(deciding.error).message}</p> : null}
        <fieldset>
          <legend className="label">They are</legend>
          {verdicts.map((each) => (
            <label key={each.verdict} className="check">
              <input type="radio" name="verdict" required checked={verdict === each.verdict} onChange={() => setVerdict(each.verdict)} />
              {each.says}
            </label>
          ))}
        </fieldset>
        <Field label="Why" hint="For whoever reads it later." required minLength={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div><button type="submit" className="button main" disabled={deciding.isPending}>Record the decision</button></div>
      </form>
    </Dialog>
  );
}
