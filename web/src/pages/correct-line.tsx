import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReadValue } from "../api/corrections.ts";
import { recordQuery } from "../api/entity.ts";
import type { CitedRecord, SourceRecord, StatedValue } from "../api/shapes.ts";
import { count } from "../base/figures.ts";
import { title, word } from "../base/words.ts";
import { CorrectionForm } from "../parts/correction-form.tsx";
import { useMayDecide } from "../parts/deciding.ts";
import { Dialog } from "../parts/dialog.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer } from "../parts/states.tsx";

interface Line {
  entity: string;
  attribute: string;
  value: StatedValue;
}

/** Corrects what a line of a profile says, in one of its records. */
export function CorrectLine(line: Line) {
  const [isOpen, setOpen] = useState(false);
  if (!useMayDecide() || line.value.records.length === 0) return null;
  return (
    <>
      <button type="button" className="link-button tiny no-print" onClick={() => setOpen(true)}>
        Correct<span className="unseen"> {title(line.attribute)} {line.value.value}</span>…
      </button>
      {isOpen ? (
        <Dialog title="Correct this value" close={() => setOpen(false)}>
          <Choosing {...line} close={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}

function Choosing({ entity, attribute, value, close }: Line & { close: () => void }) {
  const [record, setRecord] = useState(value.records[0]?.record ?? "");
  const told = useQuery(recordQuery(record));
  useShown(told.data?.marking);
  return (
    <>
      <p>{title(attribute)}: <b>{value.value}</b></p>
      <p className="small muted">The record stays as it was received. A correction stands beside it, and another undoes it.</p>
      {value.records.length > 1 ? (
        <label className="field"><b>In which record</b>
          <select className="input" value={record} onChange={(event) => setRecord(event.target.value)}>
            {value.records.map((each) => <option key={each.record} value={each.record}>{nameOf(each)}</option>)}
          </select>
        </label>
      ) : null}
      <Answer of={told} what="the record">
        {(shown) => <InRecord key={shown.record} record={shown} entity={entity} attribute={attribute} close={close} />}
      </Answer>
    </>
  );
}

const nameOf = (record: CitedRecord): string => `${record.source}, ${record.file} row ${count(record.row)}`;

function InRecord({ record, entity, attribute, close }: { record: SourceRecord; entity: string; attribute: string; close: () => void }) {
  const values = readValues(record, entity, attribute);
  const [chosen, choose] = useState(0);
  const value = values[chosen];
  if (!value) return <p className="note warn">The record says so no longer: show the newer picture first.</p>;
  return (
    <>
      {values.length > 1 ? (
        <fieldset className="verdicts">
          <legend className="label">Which part</legend>
          {values.map((each, index) => (
            <label key={`${each.slot}${each.attribute}${each.was}`} className="verdict">
              <input type="radio" name="part" checked={index === chosen} onChange={() => choose(index)} />
              <span>{title(each.attribute)}: <b>{each.was}</b></span>
            </label>
          ))}
        </fieldset>
      ) : values.length === 1 && value.attribute !== attribute ? <p className="small">{title(word(value.attribute))}: <b>{value.was}</b></p> : null}
      <CorrectionForm key={chosen} value={value} done={close} />
    </>
  );
}

// A name may be given whole or in parts.
const parts: Readonly<Record<string, readonly string[]>> = { name: ["name", "given_name", "family_name"] };

/** What the record says of the entity under that attribute, as it was read. */
export function readValues(record: SourceRecord, entity: string, attribute: string): ReadValue[] {
  const wanted = parts[attribute] ?? [attribute];
  return record.read.mentions
    .filter((mention) => mention.entity === entity)
    .flatMap((mention) => mention.values
      .filter((value) => wanted.includes(value.attribute))
      .map((value) => ({ record: record.record, slot: mention.slot, attribute: value.attribute, was: value.text })));
}
