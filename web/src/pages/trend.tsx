import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { pictureQuery } from "../api/picture.ts";
import { stayingQuery } from "../api/places.ts";
import { monthOf } from "../base/dates.ts";
import { count, counted } from "../base/figures.ts";
import { monthsBefore, trendOf } from "../chart/trend.ts";
import type { Month } from "../chart/months.ts";
import { useShown } from "../parts/shown-marking.ts";

const months = 12;
const pagesMax = 4;
// What happened; calls and payments would drown the others.
const happenings = ["crime", "incident", "custody", "missing_episode", "report", "meeting", "referral"] as const;

/** What happened in a network in each of the last twelve months of the picture. */
export function Trend({ network }: { network: string }) {
  const asAt = useQuery(pictureQuery).data?.as_at;
  const from = asAt ? monthsBefore(asAt, months - 1) : undefined;
  const events = useInfiniteQuery({ ...stayingQuery({ sort: "networks", name: network }, { from }, happenings), enabled: from !== undefined });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = events;
  useShown(data?.pages[0]?.marking);
  const fetched = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && fetched < pagesMax) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetched, fetchNextPage]);
  if (events.error) return <p className="small muted">The trend could not be fetched.</p>;
  if (!asAt || !data || (hasNextPage && fetched < pagesMax)) return <p className="small muted">Counting what happened …</p>;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <>
      <Bars trend={trendOf(items, asAt, months)} />
      <p className="tiny muted">
        {counted(items.length, "event")} by the month in which they happened, without calls and payments. The latest months fill as records arrive.
        {hasNextPage ? " More were recorded than are counted here." : ""}
      </p>
    </>
  );
}

const [wide, high, foot] = [28, 30, 26];

function Bars({ trend }: { trend: readonly Month[] }) {
  const most = Math.max(...trend.map((month) => month.count), 1);
  return (
    <svg className="trend" viewBox={`0 0 ${trend.length * wide} ${high + foot + 12}`} role="img"
      aria-label={`Events by month: ${trend.map((each) => `${monthOf(`${each.month}-01`)} ${each.count}`).join(", ")}`}>
      {trend.map((each, index) => {
        const tall = (each.count / most) * high;
        const middle = index * wide + wide / 2;
        return (
          <g key={each.month}>
            <rect className={index === trend.length - 1 ? "harm-4" : "harm-2"} x={index * wide + 3} y={12 + high - tall} width={wide - 6} height={tall} />
            <text className="trend-count" x={middle} y={9 + high - tall}>{count(each.count)}</text>
            <text x={middle} y={high + 24}>{monthOf(`${each.month}-01`).slice(0, 3)}</text>
            {index === 0 || each.month.endsWith("-01") ? <text x={middle} y={high + 36}>{each.month.slice(0, 4)}</text> : null}
          </g>
        );
      })}
    </svg>
  );
}
