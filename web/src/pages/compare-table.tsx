import type { Identity, IdentityRow, Profile } from "../api/shapes.ts";
import { counted } from "../base/figures.ts";
import { comparedTitle, evidenceOf, findingSays, inOrder, signed } from "../base/weighing.ts";
import { EvidenceTag } from "../parts/weighing-table.tsx";
import { WhoLink } from "../parts/who-link.tsx";
import { valuesOf } from "./compare-values.ts";

interface Compared {
  identity: Identity;
  left: Profile;
  right: Profile;
}

/** Two people side by side: what speaks for one person, against it, and what is missing. */
export function CompareTable({ identity, left, right }: Compared) {
  const link = identity.links[0];
  const rowOf = (person: Profile) => [link?.left, link?.right].map((at) => identity.rows[at ?? -1]).find((row) => row?.entity === person.entity);
  const [leftRow, rightRow] = [rowOf(left), rowOf(right)];
  const reasons = inOrder(link?.reasons ?? []).filter((reason) => evidenceOf(reason) !== "overlap" || reason.bits !== 0);
  return (
    <>
      <table className="table compare-table">
        <caption className="unseen">What speaks for and against one person</caption>
        <thead>
          <tr>
            <th scope="col">Compared</th>
            <Head person={left} row={leftRow} />
            <Head person={right} row={rightRow} />
            <th scope="col">Evidence</th><th scope="col">Why it weighs so</th><th scope="col" className="right">Bits</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <tr key={reason.compared} className={`is-${evidenceOf(reason)}`}>
              <th scope="row">{comparedTitle(reason.compared)}</th>
              <Values values={valuesOf(reason.compared, left, leftRow)} isTold={evidenceOf(reason) !== "overlap"} />
              <Values values={valuesOf(reason.compared, right, rightRow)} isTold={evidenceOf(reason) !== "overlap"} />
              <td><EvidenceTag evidence={evidenceOf(reason)} /></td>
              <td className="muted small">{findingSays(reason.finding)}</td>
              <td className="right"><b>{signed(reason.bits)}</b></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pad tiny muted">
        Weighed are the two rows that agree most. Name and birth stand as those rows have them, where they do; all else as any record of each person has it, so that what is shown may not have been weighed. Ethnicity, religion and nationality take no part.
      </p>
    </>
  );
}

function Head({ person, row }: { person: Profile; row: IdentityRow | undefined }) {
  return (
    <th scope="col" className="compare-head">
      <span className="tiny muted">{row ? `${row.source}, ${row.force}` : ""}</span>
      <span className="compare-name"><WhoLink who={person} /></span>
      <span className="tiny muted">{row ? counted(row.record_count, "record") : ""}</span>
    </th>
  );
}

function Values({ values, isTold }: { values: readonly string[]; isTold: boolean }) {
  if (!isTold) return <td />;
  return <td>{values.length > 0 ? values.map((value) => <div key={value}>{value}</div>) : <span className="muted">not recorded</span>}</td>;
}
