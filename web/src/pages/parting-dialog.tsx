import { useState } from "react";
import type { Verdict } from "../api/decisions.ts";
import type { Identity, IdentityLink } from "../api/shapes.ts";
import { counted } from "../base/figures.ts";
import { sides } from "../base/parting.ts";
import { odds } from "../base/weighing.ts";
import { DecisionForm, type VerdictOption } from "../parts/decision-form.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { RowName } from "./row-name.tsx";

interface Parting {
  identity: Identity;
  link: IdentityLink;
  isProtected: boolean;
  close: () => void;
}

const options: readonly VerdictOption[] = [
  { verdict: "different", says: "Not the same person", changes: "The next picture holds the two apart, whatever arrives later, until somebody decides otherwise on them." },
  { verdict: "unsure", says: "Unsure", changes: "Takes back what was decided on these two: they stay together or fall apart by their evidence alone." },
];

const hangs = (rows: readonly number[]): string =>
  rows.length === 1 ? "Nothing else hangs on it." : `With it: ${counted(rows.length - 1, "other row")}, by the ties as they are; the next picture settles it.`;

/** Parts a wrong merge at one of its ties. */
export function PartingDialog({ identity, link, isProtected, close }: Parting) {
  const [verdict, setVerdict] = useState<Verdict>();
  const [left, right] = [identity.rows[link.left], identity.rows[link.right]];
  if (!left || !right) return null;
  const parted = sides(identity.links, link);
  return (
    <Dialog title="Are these two one person?" close={close}>
      <ul className="lines small">
        <li><RowName row={left} /><p className="muted">{hangs(parted.left)}</p></li>
        <li><RowName row={right} /><p className="muted">{hangs(parted.right)}</p></li>
      </ul>
      <p className="small">By their evidence {odds(link.bits)}. No record changes: a decision is recorded, and another undoes it.</p>
      {isProtected ? <p className="note care">They stand in the protection list. Once parted, each of the two stands there only by their own records: look at both afterwards.</p> : null}
      <DecisionForm left={left.mention} right={right.mention} options={options} verdict={verdict} choose={setVerdict} done={close} />
    </Dialog>
  );
}
