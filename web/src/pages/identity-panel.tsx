import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { identityQuery } from "../api/identity.ts";
import type { Identity, IdentityLink, IdentityRow, Profile } from "../api/shapes.ts";
import { count, counted } from "../base/figures.ts";
import { chance, evidenceOf, odds, signed } from "../base/weighing.ts";
import { useDeciding, useMayDecide } from "../parts/deciding.ts";
import { DecidedNote } from "../parts/decided-note.tsx";
import { usePageKeys } from "../parts/keys.ts";
import { useShown } from "../parts/shown-marking.ts";
import { SourceChips } from "../parts/source-chips.tsx";
import { Answer } from "../parts/states.tsx";
import { WeighingTable } from "../parts/weighing-table.tsx";
import { PartingDialog } from "./parting-dialog.tsx";
import { RowName } from "./row-name.tsx";

const few = 1;

/** Why the records of a person are one person's, the weakest tie first, and the way to part them. */
export function IdentityPanel({ profile }: { profile: Profile }) {
  const identity = useQuery(identityQuery(profile.entity));
  const navigate = useNavigate();
  const { undo, last } = useDeciding();
  useShown(identity.data?.marking);
  usePageKeys([
    { key: "c", says: "compare with…", act: () => void navigate({ to: "/compare", search: { left: profile.entity } }) },
    ...(last?.decided ? [{ key: "z", says: "undo last decision", act: undo }] : []),
  ]);
  return (
    <section className="section" aria-labelledby="identity">
      <h2 id="identity">Why these records are one person</h2>
      <DecidedNote />
      <Answer of={identity} what="what joins the records">
        {(told) => <Ties identity={told} isProtected={profile.is_protected ?? false} />}
      </Answer>
      <p className="row wrap small no-print">
        <Link to="/compare" search={{ left: profile.entity }} className="button tight">Compare with…</Link>
        <Link to="/decisions">Decisions</Link>
      </p>
    </section>
  );
}

function Ties({ identity, isProtected }: { identity: Identity; isProtected: boolean }) {
  const [parted, setParted] = useState<IdentityLink>();
  const [isAll, setAll] = useState(false);
  const { rows, links, row_count } = identity;
  if (links.length === 0) return <><p className="small muted">One source tells of them, by its own reference: nothing was joined.</p><Rows rows={rows} all={row_count} /></>;
  const shown = isAll ? links : links.slice(0, few);
  return (
    <>
      <p className="small muted">{counted(row_count, "row")} of the sources, joined by {counted(links.length, "tie")}: this is the weakest. Each bit of evidence doubles the odds.</p>
      <ul className="lines ties">
        {shown.map((link, index) => (
          <Tie key={`${link.left} ${link.right}`} link={link} rows={rows} isFirst={index === 0} part={() => setParted(link)} />
        ))}
      </ul>
      {links.length > few ? <button type="button" className="link-button small" onClick={() => setAll(!isAll)}>{isAll ? "The weakest tie only" : `All ${count(links.length)} ties, the weakest first`}</button> : null}
      <Rows rows={rows} all={row_count} />
      {parted ? <PartingDialog identity={identity} link={parted} isProtected={isProtected} close={() => setParted(undefined)} /> : null}
    </>
  );
}

interface TieProps {
  link: IdentityLink;
  rows: readonly IdentityRow[];
  isFirst: boolean;
  part: () => void;
}

function Tie({ link, rows, isFirst, part }: TieProps) {
  const [isOpen, setOpen] = useState(isFirst);
  const mayDecide = useMayDecide();
  const [left, right] = [rows[link.left], rows[link.right]];
  if (!left || !right) return null;
  const how = (evidence: string) => link.reasons.filter((reason) => evidenceOf(reason) === evidence).length;
  return (
    <li className="tie">
      <p className="small"><RowName row={left} /></p>
      <p className="small"><span className="muted">and </span><RowName row={right} /></p>
      <p className="row small">
        <b>{signed(link.bits)}</b>
        <span className="grow muted">{odds(link.bits)}</span>
        <button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Hide" : "Show"} evidence<span className="unseen"> of tie {chance(link.probability)}</span>
        </button>
      </p>
      {isOpen ? <WeighingTable link={link} caption="What joins the two rows" /> : (
        <p className="tiny muted">{how("for")} for, {how("against")} against, {how("missing")} missing</p>
      )}
      {link.bits <= 0 ? <p className="note warn">These two alone speak against it: other rows, or a decision, hold them together.</p> : null}
      {mayDecide ? <button type="button" className="button tight no-print" onClick={part}>Not the same person…</button> : null}
    </li>
  );
}

function Rows({ rows, all }: { rows: readonly IdentityRow[]; all: number }) {
  return (
    <details className="identity-rows">
      <summary className="small">The {counted(all, "row")}, as each source tells the person apart</summary>
      <ul className="lines small">
        {rows.map((row) => <li key={row.mention}><p><RowName row={row} /></p><SourceChips cited={row} /></li>)}
      </ul>
      {all > rows.length ? <p className="tiny muted">and {count(all - rows.length)} others, counted only</p> : null}
    </details>
  );
}
