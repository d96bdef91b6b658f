import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { importsQuery, undoImport } from "../api/imports.ts";
import { problemOf } from "../api/problem.ts";
import { sessionQuery } from "../api/session.ts";
import type { Import } from "../api/shapes.ts";
import { minuteOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Pager } from "../parts/pager.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer, Empty } from "../parts/states.tsx";
import { ImportForm } from "./import-form.tsx";

export function Imports() {
  const [cursor, setCursor] = useState<string>();
  const imports = useQuery(importsQuery(cursor));
  const may = useQuery(sessionQuery).data?.permissions.includes("import_files") ?? false;
  const [undoing, setUndoing] = useState<Import>();
  useShown(imports.data?.marking);
  return (
    <>
      <PageHead title="Data" crumb="What was taken in, and from whom" tools={<Link to="/decisions" className="button">Decisions on who is who</Link>} />
      <div className="panes with-side">
        <section className="pane" aria-label="Imports" tabIndex={0}>
          <Answer of={imports} what="the imports">
            {(page) => page.imports.length === 0 ? <Empty><p>Nothing was taken in yet. Drop a file at the right.</p></Empty> : (
              <>
                <ImportTable imports={page.imports} {...(may ? { undo: setUndoing } : {})} />
                <Pager position={page.position} shown={page.imports.length} total={page.count} what="imports"
                  toFirst={cursor ? () => setCursor(undefined) : undefined}
                  toNext={page.next_cursor ? () => setCursor(page.next_cursor ?? undefined) : undefined} />
              </>
            )}
          </Answer>
        </section>
        <aside className="pane" aria-label="Take in a file">{may ? <ImportForm /> : null}</aside>
      </div>
      {undoing ? <Undo of={undoing} close={() => setUndoing(undefined)} /> : null}
    </>
  );
}

function ImportTable({ imports, undo }: { imports: readonly Import[]; undo?: (of: Import) => void }) {
  return (
    <table className="table small">
      <caption className="unseen">Imports, the latest first</caption>
      <thead><tr><th scope="col">File</th><th scope="col">Source</th><th scope="col">Force</th><th scope="col">Layout</th><th scope="col" className="right">Records</th><th scope="col">Taken in</th><th scope="col">Undo</th></tr></thead>
      <tbody>
        {imports.map((each) => (
          <tr key={each.import}>
            <td><b>{each.file}</b></td>
            <td>{each.source}<div className="tiny muted">{each.legal_basis}</div></td>
            <td>{each.force}</td>
            <td>{each.layout}</td>
            <td className="right">{count(each.records)}</td>
            <td className="nowrap">{minuteOf(each.imported)}<div className="tiny muted">{each.imported_by}</div></td>
            <td>{each.is_undone ? <span className="tag">undone</span> : undo ? (
              <button type="button" className="button tight" onClick={() => undo(each)}>Undo<span className="unseen"> {each.file}</span></button>
            ) : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Undo({ of, close }: { of: Import; close: () => void }) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const undoing = useMutation({
    mutationFn: () => undoImport(of.import, reason),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["imports"] });
      close();
    },
  });
  return (
    <Dialog title={`Undo ${of.file}`} close={close}>
      <form className="sign-in-form" onSubmit={(event) => { event.preventDefault(); undoing.mutate(); }}>
        {undoing.error ? <p className="note bad" role="alert">{problemOf(undoing.error).message}</p> : null}
        <p>All {count(of.records)} records of it leave the picture, until the same file is taken in again.</p>
        <Field label="Why" required minLength={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        <div><button type="submit" className="button main" disabled={undoing.isPending}>Undo the import</button></div>
      </form>
    </Dialog>
  );
}
