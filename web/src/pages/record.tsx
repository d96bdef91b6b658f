import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { recordQuery } from "../api/entity.ts";
import type { SourceRecord } from "../api/shapes.ts";
import { minuteOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { title, word } from "../base/words.ts";
import { CorrectValue } from "../parts/correct-value.tsx";
import { CorrectedNote } from "../parts/corrected-note.tsx";
import { CorrectionLine } from "../parts/correction-line.tsx";
import { useMayDecide } from "../parts/deciding.ts";
import { Icon, iconOf } from "../parts/icon.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer } from "../parts/states.tsx";
import { UndoCorrection } from "../parts/undo-correction.tsx";

const route = getRouteApi("/records/$record");

export function RecordView() {
  const { record } = route.useParams();
  const told = useQuery(recordQuery(record));
  useShown(told.data?.marking);
  return (
    <Answer of={told} what="the record">
      {(shown) => <Page record={shown} />}
    </Answer>
  );
}

function Page({ record }: { record: SourceRecord }) {
  return (
    <>
      <PageHead
        title={`${record.file}, row ${count(record.row)}`}
        crumb={`${record.source} · ${record.force}`}
        beside={record.grade ? <span className="source"><b>{record.grade}</b><span>graded</span></span> : <span className="tag outline">not graded</span>}
        tools={<button type="button" className="button tight" onClick={() => history.back()}>Back</button>}
      />
      <p className="pad small muted">
        {record.happened ? `Happened ${minuteOf(record.happened)}. ` : ""}
        {record.recorded ? `Recorded ${minuteOf(record.recorded)}. ` : ""}
        Held under: {record.legal_basis}. Read by the layout “{record.layout}”.
      </p>
      <div className="panes two">
        <section className="pane" aria-label="As it was received" tabIndex={0}>
          <h2 className="pad">As it was received</h2>
          <table className="table small">
            <thead><tr><th scope="col">Column</th><th scope="col">Value</th></tr></thead>
            <tbody>
              {record.as_received.map((cell, index) => (
                <tr key={index}>
                  <td className="muted">{cell.header}</td>
                  <td className="received">{cell.value === "" ? <span className="muted">empty</span> : cell.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="pane" aria-label="What was read from it" tabIndex={0}>
          <h2 className="pad">What was read from it, and what of it was corrected</h2>
          <CorrectedNote />
          <Mentions record={record} />
          <Stated record={record} />
        </section>
      </div>
    </>
  );
}

function Mentions({ record }: { record: SourceRecord }) {
  return (
    <table className="table small">
      <caption className="unseen">Who and what it mentions</caption>
      <thead><tr><th scope="col">As</th><th scope="col">Who or what</th><th scope="col">By what it says</th></tr></thead>
      <tbody>
        {record.read.mentions.map((mention) => (
          <tr key={mention.slot}>
            <td className="muted">{word(mention.slot)}</td>
            <td>
              <span className="row"><Icon name={iconOf(mention.noun)} />
                {mention.entity ? <Link to="/entities/$entity" params={{ entity: mention.entity }}>{mention.caption}</Link> : <span className="muted">set aside</span>}</span>
            </td>
            <td>
              <ul>{mention.values.map((value, index) => <li key={index}><Value record={record.record} slot={mention.slot} value={value} /></li>)}</ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ReadValue = SourceRecord["read"]["mentions"][number]["values"][number];

function Value({ record, slot, value }: { record: string; slot: string; value: ReadValue }) {
  const [isUndoing, setUndoing] = useState(false);
  const mayDecide = useMayDecide();
  const { attribute, text, correction } = value;
  return (
    <>
      {title(attribute)}: {correction ? <s>{text}</s> : text}{correction?.becomes ? <> <b>{correction.becomes}</b></> : null}{" "}
      {correction ? <CorrectionLine correction={correction} /> : null}{" "}
      <CorrectValue value={{ record, slot, attribute, was: text }} />{" "}
      {correction && mayDecide ? <button type="button" className="link-button tiny no-print" onClick={() => setUndoing(true)}>Undo<span className="unseen"> the correction of {text}</span>…</button> : null}
      {correction && isUndoing ? <UndoCorrection correction={correction} close={() => setUndoing(false)} /> : null}
    </>
  );
}

function Stated({ record }: { record: SourceRecord }) {
  return (
    <table className="table small">
      <caption className="unseen">What it states of them</caption>
      <thead><tr><th scope="col">Who</th><th scope="col">States</th><th scope="col">Of whom or what</th></tr></thead>
      <tbody>
        {record.read.links.map((link, index) => (
          <tr key={index}><td>{word(link.from)}</td><td>{word(link.role)}</td><td>{word(link.to)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
