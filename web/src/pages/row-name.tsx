import type { IdentityRow } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";

const isDay = /^\d{4}-\d{2}-\d{2}$/;
export const birthSays = (birth: string): string => (isDay.test(birth) ? dayOf(birth) : birth);

/** A row as its source tells the person: whose record, and the name in it. */
export function RowName({ row }: { row: IdentityRow }) {
  return (
    <>
      <b>{row.names.join(", ") || "No name"}</b>
      {row.births.length > 0 ? `; born ${row.births.map(birthSays).join(" or ")}` : ""}
      <span className="muted"> · {row.source}, {row.force}</span>
    </>
  );
}
