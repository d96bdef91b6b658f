import { memo, useMemo } from "react";
import { monthOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { withinTime, type Contents, type Filters } from "../chart/contents.ts";
import { monthsOf } from "../chart/months.ts";
import { useReplay } from "../chart/replay.ts";
import { announce } from "../parts/announce.tsx";

interface Props {
  contents: Contents;
  filters: Filters;
  change: (filters: Filters) => void;
}

const height = 34;
const wide = 10;

/** When the links of a chart were made: bars by month, and the days from and until which they are shown. */
export const TimeWindow = memo(function TimeWindow({ contents, filters, change }: Props) {
  const months = useMemo(() => monthsOf(contents.links), [contents.links]);
  const replay = useReplay(months, filters.from, (from, until) => {
    change({ ...filters, from, until });
    announce(`${monthOf(from)}: ${contents.links.filter((link) => withinTime(link, { ...filters, from, until })).length} links.`);
  });
  const most = Math.max(...months.map((month) => month.count), 1);
  const within = contents.links.filter((link) => withinTime(link, filters)).length;
  const isIn = (month: string) => (!filters.from || month >= filters.from.slice(0, 7)) && (!filters.until || month <= filters.until.slice(0, 7));
  return (
    <section className="time-window" aria-label="Time">
      <div className="row wrap small">
        <b>Time</b>
        <label className="row">from <input type="date" className="input tight" value={filters.from} onChange={(event) => change({ ...filters, from: event.target.value })} /></label>
        <label className="row">until <input type="date" className="input tight" value={filters.until} onChange={(event) => change({ ...filters, until: event.target.value })} /></label>
        {filters.from || filters.until ? (
          <button type="button" className="link-button" onClick={() => change({ ...filters, from: "", until: "" })}>All time</button>
        ) : null}
        <button type="button" className="button tight no-print" aria-label="Month earlier" disabled={!replay.earlier} onClick={replay.earlier}>‹</button>
        {replay.canPlay ? (
          <button type="button" className="button tight no-print" aria-pressed={replay.isPlaying} onClick={replay.play}>{replay.isPlaying ? "Pause" : "Play by month"}</button>
        ) : null}
        <button type="button" className="button tight no-print" aria-label="Month later" disabled={!replay.later} onClick={replay.later}>›</button>
        <span className="muted">{count(within)} of {count(contents.links.length)} links</span>
        <span className="grow" />
        {months[0] ? <span className="muted">{months[0].month} to {months.at(-1)?.month}</span> : null}
      </div>
      <svg viewBox={`0 0 ${months.length * wide} ${height}`} preserveAspectRatio="none" role="img"
        aria-label={`Links by the month in which they were last seen: ${months.filter((month) => month.count > 0).map((month) => `${month.month} ${month.count}`).join(", ")}`}>
        {months.map((month, index) => {
          const tall = (month.count / most) * height;
          return <rect key={month.month} className={isIn(month.month) ? "harm-2" : "harm-5"} x={index * wide} y={height - tall} width={wide - 1.5} height={tall} />;
        })}
      </svg>
    </section>
  );
});
