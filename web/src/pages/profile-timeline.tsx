import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { timelineQuery } from "../api/entity.ts";
import type { Profile, Timeline } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { title, word } from "../base/words.ts";
import { lanesOf } from "../chart/lanes.ts";
import { TimelineChart } from "../chart/timeline-chart.tsx";
import { says } from "../chart/contents.ts";
import { SourceChips } from "../parts/source-chips.tsx";
import { Answer } from "../parts/states.tsx";

type Item = Timeline["items"][number];

export function ProfileTimeline({ profile }: { profile: Profile }) {
  const timeline = useInfiniteQuery(timelineQuery(profile.entity));
  const [isTable, setTable] = useState(false);
  const items = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const all = timeline.data?.pages[0]?.count ?? 0;
  const shown = profile.as_at ? items.filter((item) => (item.first ?? "") <= `${profile.as_at}T23:59:59Z`) : items;
  return (
    <section className="section">
      <div className="row">
        <h2>Timeline</h2>
        <span className="small muted">{count(shown.length)} of {count(all)}</span>
        <span className="grow" />
        <span className="segment no-print">
          <button type="button" aria-pressed={!isTable} onClick={() => setTable(false)}>Chart</button>
          <button type="button" aria-pressed={isTable} onClick={() => setTable(true)}>Table</button>
        </span>
      </div>
      <Answer of={timeline} what="the timeline">
        {() => shown.length === 0 ? <p className="muted small">Nothing that happened is dated.</p>
          : isTable ? <TimelineTable items={shown} /> : <TimelineChart lanes={lanesOf(shown)} />}
      </Answer>
      {timeline.hasNextPage ? (
        <button type="button" className="button tight" onClick={() => void timeline.fetchNextPage()}>Show later ones</button>
      ) : null}
    </section>
  );
}

function TimelineTable({ items }: { items: readonly Item[] }) {
  return (
    <table className="table small">
      <caption className="unseen">Timeline</caption>
      <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Their part</th><th scope="col">Source and grade</th></tr></thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.entity}>
            <td className="nowrap">{item.first ? dayOf(item.first) : ""}{item.last && item.last.slice(0, 10) !== item.first?.slice(0, 10) ? ` – ${dayOf(item.last)}` : ""}</td>
            <td><Link to="/entities/$entity" params={{ entity: item.entity }}>{item.caption}</Link> <span className="muted">{title(item.noun)}{item.offence ? `, ${word(item.offence)}` : ""}</span></td>
            <td>{item.parts.map((part) => says(part.link)).join("; ")}</td>
            <td>{item.parts.map((part) => <SourceChips key={part.entity} cited={part.link} />)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
