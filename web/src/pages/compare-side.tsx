import type { Identity } from "../api/shapes.ts";
import { counted } from "../base/figures.ts";
import { SourceChips } from "../parts/source-chips.tsx";
import { WeighingTable } from "../parts/weighing-table.tsx";
import { birthsApart } from "./compare-values.ts";
import { RowName } from "./row-name.tsx";

/** The weighing of the two rows that agree most, and the records that it rests on. */
export function CompareSide({ identity }: { identity: Identity }) {
  const link = identity.links[0];
  const compared = link ? [identity.rows[link.left], identity.rows[link.right]] : [];
  const apart = birthsApart(identity);
  return (
    <>
      <section className="section">
        <h2>From prior to score</h2>
        {link ? <WeighingTable link={link} caption="From prior to score, in bits" /> : <p className="muted small">No two rows of theirs could be compared.</p>}
        {apart ? <p className="note warn"><b>No date of birth in common.</b> {apart[0].join(", ")}; against {apart[1].join(", ")}. The score is of the two rows that agree most, which may not hold them.</p> : null}
      </section>
      <section className="section">
        <h2>What was compared</h2>
        <p className="tiny muted">The two rows that agree most, of {counted(identity.row_count, "row")}.</p>
        <ul className="lines small">
          {compared.map((row) => row ? <li key={row.mention}><p><RowName row={row} /></p><SourceChips cited={row} few={3} /></li> : null)}
        </ul>
      </section>
    </>
  );
}
