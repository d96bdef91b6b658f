import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { changesQuery } from "../api/picture.ts";
import type { Changes, Picture, Who } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";
import { count, counted, ordinal } from "../base/figures.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer } from "../parts/states.tsx";
import { WhoLink } from "../parts/who-link.tsx";

const weeksBefore = (day: string, weeks: number): string =>
  new Date(Date.parse(day) - weeks * 7 * 86_400_000).toISOString().slice(0, 10);

export function WhatChanged({ picture }: { picture: Picture }) {
  const [since, setSince] = useState(() => weeksBefore(picture.as_at, 4));
  const changes = useQuery(changesQuery(since));
  useShown(changes.data?.marking);
  return (
    <section className="section">
      <div className="row between">
        <h2>What changed</h2>
        <label className="row small">
          since
          <input type="date" className="input tight" value={since} max={picture.as_at} onChange={(event) => setSince(event.target.value || since)} />
        </label>
      </div>
      <Answer of={changes} what={`the picture of ${dayOf(since)}, to compare`}>
        {(told) => <Told changes={told} />}
      </Answer>
    </section>
  );
}

const shownMax = 4;
type NetworkChange = Changes["networks"]["shown"][number];

function Told({ changes }: { changes: Changes }) {
  const { networks, risen, merged, split } = changes;
  const [areAllShown, showAll] = useState(false);
  const inOrder = newFirst(networks.shown);
  return (
    <>
      <p className="small muted">
        {counted(changes.new_records, "new record")}, {counted(changes.new_people.count, "new person", "new people")}.
      </p>
      <ul className="lines small">
        {(areAllShown ? inOrder : inOrder.slice(0, shownMax)).map((each) => (
          <Line key={`${each.network}${each.rank_before}`} icon={each.change === "new" ? "up" : "link"}
            open={each.network ? <Link to="/networks/$network" params={{ network: each.network }}>Open<span className="unseen"> network {each.rank}</span></Link> : null}>
            <b>{networkTitle(each)}</b>{each.leading?.length ? `, ${by(each.leading)}` : ""}: {counted(each.joined, "person", "people")} joined, {count(each.left)} left.
          </Line>
        ))}
        <MoreNetworks of={networks} areAllShown={areAllShown} showAll={() => showAll(true)} />
        {risen.shown.slice(0, shownMax).map((each) => (
          <Line key={each.entity} icon="up">
            <WhoLink who={each} /> now {ordinal(each.rank)}
            {each.rank_before ? ` from ${ordinal(each.rank_before)}` : ", ranked for the first time"}: harm{" "}
            {count(each.harm_days_before)} → {count(each.harm_days)}.
          </Line>
        ))}
        {merged.shown.slice(0, 2).map((each) => (
          <Line key={each.entity} icon="person">
            <WhoLink who={each} />: {counted(each.before.length, "person", "people")} told apart before, one now.
          </Line>
        ))}
        {split.shown.slice(0, 2).map((each) => (
          <Line key={each.entity} icon="cross">
            {each.caption}: thought one, {count(each.now.length)} now.
          </Line>
        ))}
        <More what="nominals whose harm rose" of={risen} />
      </ul>
    </>
  );
}

// Those that are new, then those that changed, then those that are gone; each by its rank.
const changesInOrder: readonly NetworkChange["change"][] = ["new", "changed", "gone"];
const newFirst = (all: readonly NetworkChange[]): NetworkChange[] =>
  changesInOrder.flatMap((change) => all.filter((each) => each.change === change));

const by = (leading: readonly Who[]): string => leading.slice(0, 2).map((who) => who.caption).join(", ");

const networkTitle = (each: NetworkChange): string =>
  each.change === "new" ? `A network is new, ${ordinal(each.rank ?? 0)}`
  : each.change === "gone" ? `The network that was ${ordinal(each.rank_before ?? 0)} is gone`
  : `The network now ${ordinal(each.rank ?? 0)}`;

function MoreNetworks({ of, areAllShown, showAll }: { of: Changes["networks"]; areAllShown: boolean; showAll: () => void }) {
  const hidden = of.count - (areAllShown ? of.shown.length : shownMax);
  if (hidden <= 0) return null;
  const says = `and ${count(hidden)} other networks`;
  return <li className="muted">{areAllShown ? says : <button type="button" className="link-button" onClick={showAll}>{says}</button>}</li>;
}

function More({ what, of }: { what: string; of: { count: number } }) {
  const more = of.count - shownMax;
  return more > 0 ? <li className="muted">and {count(more)} other {what}</li> : null;
}

function Line({ icon, open, children }: { icon: IconName; open?: ReactNode; children: ReactNode }) {
  return (
    <li className="change">
      <Icon name={icon} className="new" />
      <span className="grow">{children}</span>
      {open}
    </li>
  );
}
