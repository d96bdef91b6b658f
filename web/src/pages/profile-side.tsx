import { Link } from "@tanstack/react-router";
import type { Membership, Profile } from "../api/shapes.ts";
import { count, ordinal } from "../base/figures.ts";
import { capital, word } from "../base/words.ts";
import { Icon } from "../parts/icon.tsx";
import { Notes } from "../parts/notes.tsx";
import { SourceChips } from "../parts/source-chips.tsx";
import { DoubtList } from "./doubt-list.tsx";
import { IdentityPanel } from "./identity-panel.tsx";

const fewTerms = 5;

export function ProfileSide({ profile }: { profile: Profile }) {
  return (
    <>
      <section className="section row wrap no-print">
        <Link to="/connections" search={{ from: profile.entity }} className="button main">How connected to…</Link>
        <Link to="/entities/$entity/places" params={{ entity: profile.entity }} search={{ as_at: profile.as_at }} className="button">Places on a map</Link>
      </section>
      <DoubtList profile={profile} />
      {profile.noun === "person" ? <IdentityPanel profile={profile} /> : null}
      {profile.networks && profile.networks.length > 0 ? (
        <section className="section">
          <h2>Networks</h2>
          <ul className="lines">{profile.networks.map((line) => <Standing key={line.network} line={line} entity={profile.entity} />)}</ul>
        </section>
      ) : null}
      {profile.is_protected ? null : <Harm profile={profile} />}
      <Gaps profile={profile} />
      {profile.as_at ? null : <Notes subject="entity" about={profile.entity} />}
    </>
  );
}

function Standing({ line, entity }: { line: Membership; entity: string }) {
  return (
    <li>
      <p>
        <Link to="/networks/$network" params={{ network: line.network }} search={{ chosen: entity }}>Network ranked {ordinal(line.rank)}</Link>{" "}
        · {line.place ? `${ordinal(line.place)} of its members` : word(line.standing)}
      </p>
      {line.prominence ? <p className="small muted">{line.prominence}.</p> : null}
      {line.prominence_caveat ? <p className="note warn"><b>{capital(line.prominence_caveat)}.</b></p> : null}
      {line.control?.map((control) => (
        <div key={control.evidence}>
          <p className="small row"><Icon name="tick" /> {control.says}</p>
          <SourceChips cited={control} />
        </div>
      ))}
    </li>
  );
}

function Harm({ profile }: { profile: Profile }) {
  const terms = profile.harm_reasons ?? [];
  if (terms.length === 0) return null;
  return (
    <section className="section">
      <div className="row between"><h2>Harm, by its terms</h2><b>{count(profile.harm_days ?? 0)} days</b></div>
      <ul className="lines small">
        {terms.slice(0, fewTerms).map((term) => (
          <li key={`${term.event}${term.role}`}>
            <p className="row between"><span>{term.offence_title}, {word(term.role)}</span><b>{count(term.harm_days)}</b></p>
            <p className="tiny muted">{count(term.weight_days)} days × {term.responsibility} part taken × {term.recency} recency</p>
            <SourceChips cited={term} />
          </li>
        ))}
      </ul>
      {terms.length > fewTerms ? <p className="tiny muted">and {count(terms.length - fewTerms)} smaller terms</p> : null}
    </section>
  );
}

function Gaps({ profile }: { profile: Profile }) {
  return (
    <section className="section">
      <h2>Gaps</h2>
      {profile.gaps.length === 0 ? <p className="small muted">None that the records show.</p> : null}
      <ul className="lines small">
        {profile.gaps.map((gap) => <li key={gap} className="row"><Icon name="query" className="warn" /> {capital(gap)}</li>)}
      </ul>
      {profile.notes.map((note) => <p key={note} className="tiny muted">{capital(note)}.</p>)}
    </section>
  );
}
