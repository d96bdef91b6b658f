import type { ChartLink } from "../api/shapes.ts";

export interface Month {
  month: string;
  count: number;
}

const following = (month: string): string => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
};

/** How many links were last seen in each month, from the first to the last without a gap. */
export function monthsOf(links: readonly ChartLink[]): Month[] {
  const counts = new Map<string, number>();
  for (const { last } of links) if (last) counts.set(last.slice(0, 7), (counts.get(last.slice(0, 7)) ?? 0) + 1);
  const known = [...counts.keys()].sort();
  const months: Month[] = [];
  const end = known.at(-1) ?? "";
  for (let month = known[0] ?? "~"; month <= end; month = following(month)) months.push({ month, count: counts.get(month) ?? 0 });
  return months;
}

export const firstDayOf = (month: string): string => `${month}-01`;
export function lastDayOf(month: string): string {
  const day = new Date(`${following(month)}-01T12:00:00Z`);
  day.setUTCDate(0);
  return day.toISOString().slice(0, 10);
}
