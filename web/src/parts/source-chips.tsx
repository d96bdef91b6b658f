import { Link } from "@tanstack/react-router";
import type { Cited, CitedRecord } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";
import { count, counted } from "../base/figures.ts";
import { useState } from "react";

export function SourceChip({ record }: { record: CitedRecord }) {
  const grade = record.grade ?? undefined;
  const when = record.when ? `, ${dayOf(record.when)}` : "";
  return (
    <Link
      to="/records/$record"
      params={{ record: record.record }}
      className={grade?.endsWith("C") ? "source conditions" : "source"}
      title={`${record.source}, ${record.file} row ${count(record.row)}${grade ? `, graded ${grade}` : ", not graded"}${record.is_corrected ? ", with a correction" : ""}`}
    >
      {grade ? <b>{grade}</b> : null}
      <span>
        {record.source}
        {when}
        {record.is_corrected ? ", corrected" : ""}
      </span>
    </Link>
  );
}

/** The records of a line: the first few, and the others when asked for. */
export function SourceChips({ cited, few = 1 }: { cited: Cited; few?: number }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? cited.records : cited.records.slice(0, few);
  const more = cited.record_count - shown.length;
  const unlisted = cited.record_count - cited.records.length;
  return (
    <span className="sources">
      {shown.map((record) => (
        <SourceChip key={record.record} record={record} />
      ))}
      {isOpen && unlisted > 0 ? <span className="tiny muted">and {count(unlisted)} earlier</span> : null}
      {!isOpen && more > 0 ? (
        <button type="button" className="link-button tiny" onClick={() => setOpen(true)}>
          +{count(more)}
          <span className="unseen"> of {counted(cited.record_count, "record")}</span>
        </button>
      ) : null}
    </span>
  );
}
