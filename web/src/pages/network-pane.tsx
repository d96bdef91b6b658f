import type { Member, NetworkPage } from "../api/shapes.ts";
import { count, counted, ordinal } from "../base/figures.ts";
import { word } from "../base/words.ts";
import { HarmBar, harmParts } from "../parts/harm-bar.tsx";
import { Notes } from "../parts/notes.tsx";
import { SourceChips } from "../parts/source-chips.tsx";
import { linksByForce } from "./links-by-force.ts";
import { NetworkControl } from "./network-control.tsx";
import { SavedViews } from "./saved-views.tsx";
import { ToProtect } from "./to-protect.tsx";
import { Trend } from "./trend.tsx";

interface Props {
  page: NetworkPage;
  choose: (entity: string) => void;
  /** The saved view that is shown. */
  opened: string | undefined;
}

const shownMax = 12;

/** A network while nobody is chosen: its harm by its terms, who controls it, its most prominent, whom to protect. */
export function NetworkPane({ page, choose, opened }: Props) {
  const ranked = page.members.filter((member) => member.standing === "ranked");
  const parts = harmParts(page);
  return (
    <>
      <section className="section">
        <h2>Harm</h2>
        <HarmBar parts={parts} most={page.harm_days} />
        <dl className="harm-terms small">
          {parts.map((part, index) => (
            <div key={part.name} className="row between">
              <dt className="row">
                <svg className="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect className={`harm-${Math.min(index + 1, 5)}`} width="10" height="10" /></svg>
                {part.name}
              </dt>
              <dd><b>{count(part.days)}</b> days</dd>
            </div>
          ))}
        </dl>
      </section>
      <NetworkControl page={page} choose={choose} />
      <section className="section">
        <h2>Trend</h2>
        <Trend network={page.network} />
      </section>
      <ToProtect page={page} choose={choose} />
      <section className="section">
        <h2>Most prominent</h2>
        <p className="tiny muted">{page.prominence_caveat}</p>
        <ol className="lines small">
          {ranked.slice(0, shownMax).map((member) => <Ranked key={member.entity} member={member} choose={choose} />)}
        </ol>
        <p className="tiny muted">{counted(Math.max(ranked.length - shownMax, 0), "other")} ranked; all stand in the table of items.</p>
      </section>
      <Forces page={page} />
      <SavedViews page={page} opened={opened} />
      <Notes subject="network" about={page.network} />
      <Offences page={page} />
    </>
  );
}

function Ranked({ member, choose }: { member: Member; choose: Props["choose"] }) {
  const [best, worst] = member.rank_interval ?? [];
  return (
    <li className="row">
      <b className="place">{ordinal(member.place ?? 0)}</b>
      <button type="button" className="link-button name-button grow" onClick={() => choose(member.entity)}>{member.caption}</button>
      <span className="muted nowrap">{best && worst ? `${ordinal(best)}–${ordinal(worst)}` : ""}</span>
    </li>
  );
}

function Forces({ page }: { page: NetworkPage }) {
  return (
    <section className="section" aria-label="Forces">
      <h2>Whose records speak of it</h2>
      <p className="tiny muted">Of {counted(page.ties.length, "link")}, how many each force holds.</p>
      <ol className="lines small">
        {linksByForce(page.ties).map(([force, links]) => (
          <li key={force} className="row between"><span>{force}</span><b>{count(links)}</b></li>
        ))}
      </ol>
    </section>
  );
}

function Offences({ page }: { page: NetworkPage }) {
  return (
    <section className="section">
      <h2>What the harm is of</h2>
      <p className="tiny muted">The gravest of {counted(page.harm_reason_count, "offence")}, each opens its records.</p>
      <ul className="lines small">
        {page.harm_reasons.slice(0, shownMax).map((term) => (
          <li key={`${term.event}${term.role}`}>
            <p className="row between"><span>{term.offence_title}, {word(term.role)}</span><b>{count(term.harm_days)}</b></p>
            <p className="tiny muted">{count(term.weight_days)} days × {term.responsibility} part taken × {term.recency} recency</p>
            <SourceChips cited={term} />
          </li>
        ))}
      </ul>
    </section>
  );
}
