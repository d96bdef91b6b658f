const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "Europe/London" });
const month = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "Europe/London" });
const minute = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Europe/London",
});

// A plain day is the same day everywhere: read at noon, no zone moves it.
const read = (text: string): Date => new Date(text.length === 10 ? `${text}T12:00:00Z` : text);

export const dayOf = (text: string): string => day.format(read(text));
export const monthOf = (text: string): string => month.format(read(text));
export const minuteOf = (text: string): string => minute.format(read(text));
/** With the minute, where more than the day is recorded. */
export const momentOf = (text: string): string => minuteOf(text).replace(/, 00:00$/, "");
/** Days since 1970, for axes. */
export const dayNumber = (text: string): number => read(text).getTime() / 86_400_000;

/** "Jan 2024 – Mar 2026", one month if they are the same. */
export function span(first?: string, last?: string): string {
  if (!first && !last) return "not dated";
  const from = monthOf(first ?? last ?? "");
  const until = monthOf(last ?? first ?? "");
  return from === until ? from : `${from} – ${until}`;
}
