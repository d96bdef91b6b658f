import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type DragEvent } from "react";
import { importProgress } from "../api/events.ts";
import { importFile, type ImportReport } from "../api/imports.ts";
import { problemOf } from "../api/problem.ts";
import { counted } from "../base/figures.ts";
import { Field } from "../parts/field.tsx";
import { useStore } from "../parts/use-store.ts";

/** Takes in a file of a known layout: whole, or not at all. */
export function ImportForm() {
  const [file, setFile] = useState<File>();
  const [isOver, setOver] = useState(false);
  const [source, setSource] = useState("");
  const [force, setForce] = useState("");
  const [basis, setBasis] = useState("policing purpose, DPA 2018 Part 3");
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: (given: File) => importFile({ file: given, source, force, basis }),
    onMutate: () => importProgress.set(undefined),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["imports"] }),
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setFile(event.dataTransfer.files[0]);
  };
  return (
    <form className="section sign-in-form" onSubmit={(event) => { event.preventDefault(); if (file) taking.mutate(file); }}>
      <h2>Take in a file</h2>
      <label className={`drop${isOver ? " over" : ""}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        {file ? <b>{file.name}</b> : "Drop a file here, or choose one"}
        <input type="file" className="file" onChange={(event) => setFile(event.target.files?.[0])} />
      </label>
      <Field label="Source" hint="The system that it comes from" required value={source} onChange={(event) => setSource(event.target.value)} />
      <Field label="Force" hint="Whose data it is" value={force} onChange={(event) => setForce(event.target.value)} />
      <Field label="Why it may be held" required minLength={3} value={basis} onChange={(event) => setBasis(event.target.value)} />
      <div><button type="submit" className="button main" disabled={!file || taking.isPending}>{taking.isPending ? "Taking it in …" : "Take it in"}</button></div>
      {taking.isPending ? <Progress /> : null}
      {taking.error ? <p className="note bad" role="alert">{problemOf(taking.error).message}</p> : null}
      {taking.data ? <Report report={taking.data} /> : null}
    </form>
  );
}

/** How far the server has come, as its events tell. */
function Progress() {
  const told = useStore(importProgress);
  const says = told ? `${counted(told.rows, "row")} read, ${Math.round(told.share * 100)} % of the file` : "The file is on its way …";
  return (
    <div className="field">
      <progress className="progress" max={1} aria-label="Taking it in" {...(told ? { value: told.share } : {})} />
      <p className="small muted" role="status">{says}</p>
    </div>
  );
}

function Report({ report }: { report: ImportReport }) {
  return (
    <div className="note" role="status">
      <p><b>{counted(report.records, "record")} taken in</b> by the layout “{report.layout}”, {counted(report.rejected, "row")} kept aside.</p>
      {report.not_understood.length > 0 ? <p>Columns not understood: {report.not_understood.join(", ")}.</p> : null}
      {report.dropped.length > 0 ? <p>Columns not kept: {report.dropped.join(", ")}.</p> : null}
      <ul>{report.rejects.map((each) => <li key={`${each.row}${each.column}`}>Row {each.row}, {each.column}: {each.reason}</li>)}</ul>
    </div>
  );
}
