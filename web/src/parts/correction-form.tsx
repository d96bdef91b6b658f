import { useState } from "react";
import type { ReadValue } from "../api/corrections.ts";
import { problemOf } from "../api/problem.ts";
import { word } from "../base/words.ts";
import { useCorrecting } from "./correcting.ts";
import { Field } from "./field.tsx";

interface Form {
  value: ReadValue;
  done: () => void;
}

/** What counts in place of a value that a record gives, with the reason. */
export function CorrectionForm({ value, done }: Form) {
  const [isIgnored, ignore] = useState(false);
  const [becomes, setBecomes] = useState("");
  const [reason, setReason] = useState("");
  const [isOfRecord, setOfRecord] = useState(false);
  const { correcting } = useCorrecting();
  const problem = correcting.error ? problemOf(correcting.error) : undefined;
  const submit = () =>
    correcting.mutate({
      ...value, reason: reason.trim(), rests_on: isOfRecord ? "record" : "entity",
      ...(isIgnored ? { remedy: "ignore" } : { remedy: "replace", becomes: becomes.trim() }),
    }, { onSuccess: done });
  return (
    <form className="decision-form" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {problem && problem.field !== "/becomes" ? <p className="note bad" role="alert">{problem.message}</p> : null}
      <fieldset className="verdicts">
        <legend className="label">What is right?</legend>
        <Choice says="Another value" changes="It counts wherever this one did: who is who, search, ages and protection." isChosen={!isIgnored} choose={() => ignore(false)} />
        <Choice says="Nothing: set it aside" changes="The picture is as if the record had not said it." isChosen={isIgnored} choose={() => ignore(true)} />
      </fieldset>
      {isIgnored ? null : (
        <Field label={`The right ${word(value.attribute)}`} required maxLength={4000} value={becomes} onChange={(event) => setBecomes(event.target.value)}
          wrong={problem?.field === "/becomes" ? problem.message : undefined} />
      )}
      <Field label="Why" hint="For whoever reads it later. It is recorded with your name and the time." required minLength={3} maxLength={2000}
        value={reason} onChange={(event) => setReason(event.target.value)} />
      <label className="check">
        <input type="checkbox" checked={isOfRecord} onChange={(event) => setOfRecord(event.target.checked)} />
        <span>I know it from this record alone, or from what all who may see the record may know. Otherwise only those are shown it who see all that I see here.</span>
      </label>
      <div><button type="submit" className="button main" disabled={correcting.isPending}>Record the correction</button></div>
    </form>
  );
}

interface Option {
  says: string;
  changes: string;
  isChosen: boolean;
  choose: () => void;
}

function Choice({ says, changes, isChosen, choose }: Option) {
  return (
    <label className="verdict">
      <input type="radio" name="remedy" checked={isChosen} onChange={choose} />
      <span><b>{says}</b><span className="tiny muted changes">{changes}</span></span>
    </label>
  );
}
