import { useRef, useState } from "react";
import type { Verdict } from "../api/decisions.ts";
import type { Profile } from "../api/shapes.ts";
import { DecisionForm, type VerdictOption } from "../parts/decision-form.tsx";
import { useDeciding } from "../parts/deciding.ts";
import { usePageKeys } from "../parts/keys.ts";

function sameChanges(left: Profile, right: Profile): string {
  if (left.is_protected && right.is_protected) return "One person in the protection list, with the records of both.";
  if (left.is_protected || right.is_protected) return "One person, in the protection list: whoever of them is ranked leaves the ranked.";
  return "One person, with the records, ties and harm of both.";
}

const optionsFor = (left: Profile, right: Profile): readonly VerdictOption[] => [
  { verdict: "same", says: "Same person", key: "S", changes: sameChanges(left, right) },
  { verdict: "different", says: "Not the same", key: "N", changes: "Two people, held apart whatever arrives later, until somebody decides otherwise." },
  { verdict: "unsure", says: "Unsure", key: "U", changes: "Takes back what was decided on the two; the evidence alone joins or parts them." },
];

/** The answer on two people, with its keys. */
export function CompareAnswer({ left, right }: { left: Profile; right: Profile }) {
  const [verdict, setVerdict] = useState<Verdict>();
  const reasonBox = useRef<HTMLInputElement>(null);
  const { undo, last } = useDeciding();
  usePageKeys([
    { key: "s", says: "same", act: () => setVerdict("same") },
    { key: "n", says: "not the same", act: () => setVerdict("different") },
    { key: "u", says: "unsure", act: () => setVerdict("unsure") },
    { key: "r", says: "reason", act: () => reasonBox.current?.focus() },
    ...(last?.decided ? [{ key: "z", says: "undo last", act: undo }] : []),
  ]);
  return (
    <DecisionForm left={left.entity} right={right.entity} options={optionsFor(left, right)}
      verdict={verdict} choose={setVerdict} done={() => setVerdict(undefined)} reasonBox={reasonBox} />
  );
}
