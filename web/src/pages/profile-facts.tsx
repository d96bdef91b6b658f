import { Link } from "@tanstack/react-router";
import type { Correction, Profile } from "../api/shapes.ts";
import { dayOf, span } from "../base/dates.ts";
import { counted } from "../base/figures.ts";
import { title } from "../base/words.ts";
import { says } from "../chart/contents.ts";
import { CorrectedNote } from "../parts/corrected-note.tsx";
import { CorrectionLine } from "../parts/correction-line.tsx";
import { SourceChips } from "../parts/source-chips.tsx";
import { CorrectLine } from "./correct-line.tsx";

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const fewValues = 4;

/** What is recorded of them, each line with its sources. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const attributes = Object.entries(profile.attributes);
  const linked = Object.entries(profile.linked);
  return (
    <section className="section">
      <div className="row between">
        <h2>What is recorded</h2>
        <span className="small muted">every line opens its records</span>
      </div>
      {attributes.length + linked.length === 0 ? <p className="muted">No record says more than the name.</p> : null}
      <dl className="facts">
        {attributes.map(([attribute, values]) => values.slice(0, fewValues).map((value, index) => (
          <Fact key={`${attribute}${value.value}`} label={index === 0 ? title(attribute) : ""}
            value={<>{index === 0 ? <b>{isDay.test(value.value) ? dayOf(value.value) : value.value}</b> : value.value}
              <span className="muted tiny"> {counted(value.count, "record")}{value.first ? `, ${span(value.first, value.last)}` : ""}</span>
              {" "}{profile.as_at ? null : <CorrectLine entity={profile.entity} attribute={attribute} value={value} />}
              {value.corrections?.map((each) => <div key={`${each.record}${each.attribute}`}><CorrectionLine correction={each} /></div>)}</>}
            sources={<SourceChips cited={value} />} />
        )))}
        {linked.map(([noun, group]) => group.shown.slice(0, fewValues * 2).map((each, index) => (
          <Fact key={each.entity} label={index === 0 ? title(noun) : ""}
            value={<><Link to="/entities/$entity" params={{ entity: each.entity }}>{each.caption}</Link>
              <span className="muted tiny"> {says(each.link)}, {span(each.link.first, each.link.last)}</span></>}
            sources={<SourceChips cited={each.link} />} />
        )))}
      </dl>
      <SetAside corrections={profile.set_aside} />
      <CorrectedNote />
    </section>
  );
}

function SetAside({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <>
      <h3>Set aside</h3>
      <ul className="lines small">
        {corrections.map((each) => (
          <li key={`${each.record}${each.slot}${each.attribute}${each.was}`}>
            {title(each.attribute)}: <Link to="/records/$record" params={{ record: each.record }}><s>{each.was}</s></Link> <CorrectionLine correction={each} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Fact({ label, value, sources }: { label: string; value: React.ReactNode; sources: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
      <dd>{sources}</dd>
    </>
  );
}
