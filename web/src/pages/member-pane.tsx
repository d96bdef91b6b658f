import { Link } from "@tanstack/react-router";
import type { Member, NetworkPage } from "../api/shapes.ts";
import { count, counted, ordinal } from "../base/figures.ts";
import { capital, title, word } from "../base/words.ts";
import { nameOn, says, touches, type ChartNode } from "../chart/contents.ts";
import { CareTag } from "../parts/tags.tsx";
import { Icon } from "../parts/icon.tsx";
import { SourceChips } from "../parts/source-chips.tsx";
import { reasonsSaid } from "./to-protect.tsx";
import { MeasureRows } from "./measure-rows.tsx";
import type { ChartSteps } from "./chart-steps.ts";

interface Props {
  page: NetworkPage;
  member: Member | undefined;
  node: ChartNode | undefined;
  steps: ChartSteps;
  close: () => void;
}

/** Who is chosen, and why they stand where they stand. */
export function MemberPane({ page, member, node, steps, close }: Props) {
  const entity = (member ?? node)?.entity ?? "";
  const isRanked = member?.standing === "ranked";
  const name = node ? nameOn(node) : member?.is_protected ? "Somebody to protect" : (member?.caption ?? "");
  return (
    <>
      <div className="section">
        <div className="row between">
          <h2 className={member?.is_protected ? "care" : ""}>{name}</h2>
          <button type="button" className="button tight" onClick={close} aria-label="Close"><Icon name="cross" /></button>
        </div>
        <p className="small muted">{member ? standingSays[member.standing] : title(node?.noun ?? "")}</p>
      </div>
      {member && isRanked ? <Prominence page={page} member={member} /> : null}
      {member && isRanked ? <Control page={page} member={member} /> : null}
      {member && !isRanked ? <NotRanked member={member} /> : null}
      {member ? null : <Linked steps={steps} entity={entity} />}
      <div className="pane-foot no-print">
        <Link to="/entities/$entity" params={{ entity }} className="button main">Open profile</Link>
        {member || node?.noun === "person" ? <Link to="/compare" search={{ left: entity }} className="button">Compare with…</Link> : null}
        <button type="button" className="button" onClick={() => steps.startPath(entity)}>Path to…</button>
        <button type="button" className="button" onClick={() => steps.hide(entity)}>Hide</button>
      </div>
    </>
  );
}

const standingSays: Readonly<Record<Member["standing"], string>> = {
  ranked: "Ranked by what was recorded",
  kept_apart: "Stands in the protection list: never ranked",
  in_doubt: "Held back: perhaps the same as somebody to protect",
  unassessed: "Not assessed: too little is recorded to rank",
};

function Prominence({ page, member }: { page: NetworkPage; member: Member }) {
  const ranked = page.members.filter((each) => each.standing === "ranked").length;
  const [best, worst] = member.rank_interval ?? [];
  return (
    <section className="section">
      <h2>Why they rank here</h2>
      <p>
        <b className="rank">{ordinal(member.place ?? 0)}</b> of {count(ranked)} ranked, by prominence and evidence of control · <b>{member.agreement ?? 0} of 4</b> measures agree
      </p>
      {best && worst ? <Interval best={best} worst={worst} of={ranked} /> : (
        <p className="tiny muted">By prominence alone no range is given: it is for the top fifth only, as elsewhere it would say too little.</p>
      )}
      {member.measures ? <MeasureRows measures={member.measures} /> : null}
      <p className="note warn"><b>{capital(page.prominence_caveat)}.</b> One leader in five ranks in the lower half.</p>
    </section>
  );
}

function Interval({ best, worst, of }: { best: number; worst: number; of: number }) {
  const at = (rank: number) => 4 + ((rank - 1) / Math.max(of - 1, 1)) * 332;
  return (
    <>
    <p className="small">By prominence alone {ordinal(best)} to {ordinal(worst)}, when a fifth of the links is left out.</p>
    <svg className="interval" viewBox="0 0 340 30" role="img" aria-label={`${best} to ${worst} of ${of}`}>
      <line className="axis-line" x1="4" x2="336" y1="9" y2="9" />
      <rect className="harm-3" x={at(best)} y="5" width={Math.max(at(worst) - at(best), 3)} height="8" rx="2" />
      <text x="4" y="27">1st</text>
      <text x="336" y="27" textAnchor="end">{ordinal(of)}</text>
    </svg>
    </>
  );
}

function Control({ page, member }: { page: NetworkPage; member: Member }) {
  const control = member.control ?? [];
  return (
    <section className="section">
      <div className="row between">
        <h2>Evidence of control</h2>
        <span className="small muted">{counted(control.length, "line")}</span>
      </div>
      {control.length === 0 ? <p className="small muted">None was collected. That is not to say that there is none.</p> : null}
      <ul className="lines">
        {control.map((line) => (
          <li key={line.evidence}>
            <p className="row small"><Icon name="tick" /> <span>{line.says}</span></p>
            <SourceChips cited={line} few={2} />
          </li>
        ))}
      </ul>
      <p className="tiny muted">{capital(page.control_caveat)}.</p>
    </section>
  );
}

function NotRanked({ member }: { member: Member }) {
  return (
    <section className="section">
      {member.is_protected ? <CareTag>To protect</CareTag> : null}
      {member.protection ? <p><b className="care">Why: {reasonsSaid(member)}.</b></p> : null}
      <p className="note care">
        {member.is_protected
          ? "Their name is not drawn on charts. Opening the profile is a logged act: say why you look in the bar above."
          : `Not ranked: ${word(member.standing)}.`}
      </p>
    </section>
  );
}

function Linked({ steps, entity }: { steps: ChartSteps; entity: string }) {
  const links = steps.contents.links.filter((link) => touches(link, entity));
  return (
    <section className="section">
      <h2>Links on this chart</h2>
      <ul className="lines">
        {links.map((link) => (
          <li key={`${link.from}${link.to}`}>
            <p className="small">{says(link)}</p>
            <SourceChips cited={link} few={2} />
          </li>
        ))}
      </ul>
    </section>
  );
}
