import type { Session } from "../api/session.ts";
import { minuteOf } from "../base/dates.ts";
import { usePageMarking } from "../parts/shown-marking.ts";

const handlingSays: Readonly<Record<string, string>> = { P: "Handling P: may be shared", C: "Handling C: on conditions" };

/** What the page is marked, at its top and its bottom and on every print. */
export function MarkingBand({ session, place }: { session: Session; place: "top" | "bottom" }) {
  const marking = usePageMarking();
  const conditions = marking?.conditions.join("; ");
  const handling = marking ? (handlingSays[marking.handling] ?? `Handling ${marking.handling}`) : "";
  return (
    <aside className="mark" aria-label={`Marking, ${place} of the page`}>
      <span title={conditions}>
        {place === "top" ? handling : conditions}
      </span>
      <strong>{[marking?.marking ?? "OFFICIAL", ...(marking?.compartments ?? [])].join(" · ")}</strong>
      <span>
        {place === "top" ? "Contains personal data" : `${session.display_name} · ${minuteOf(new Date().toISOString())}`}
      </span>
    </aside>
  );
}
