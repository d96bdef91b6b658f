import type { Month } from "./months.ts";

/** The first day of the month so many months before the one of that day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

/** How many happened in each of the months that end with the one of that day, none left out. */
export function trendOf(items: readonly { first?: string }[], until: string, months: number): Month[] {
  const counts = new Map<string, number>();
  for (const { first } of items) if (first) counts.set(first.slice(0, 7), (counts.get(first.slice(0, 7)) ?? 0) + 1);
  return Array.from({ length: months }, (_, index) => {
    const month = monthsBefore(until, months - 1 - index).slice(0, 7);
    return { month, count: counts.get(month) ?? 0 };
  });
}
