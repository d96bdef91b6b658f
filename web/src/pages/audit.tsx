import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { consultationsQuery } from "../api/consultations.ts";
import { minuteOf } from "../base/dates.ts";
import { word } from "../base/words.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Pager } from "../parts/pager.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer } from "../parts/states.tsx";

const isEntity = (subject: string): boolean => /^[0-9a-z]{16}-\w+$/.test(subject);

/** Who looked at what, when and why: for inspectors. */
export function Audit() {
  const [cursor, setCursor] = useState<string>();
  const page = useQuery(consultationsQuery(cursor));
  useShown(page.data?.marking);
  return (
    <>
      <PageHead title="Audit" crumb="Who looked at what, the latest first" />
      <div className="panes">
        <section className="pane" aria-label="Entries" tabIndex={0}>
          <Answer of={page} what="the log">
            {(shown) => (
              <>
                <table className="table small">
                  <caption className="unseen">Entries of the log</caption>
                  <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Did</th><th scope="col">To what</th><th scope="col">Why</th><th scope="col">Marking</th></tr></thead>
                  <tbody>
                    {shown.entries.map((entry, index) => (
                      <tr key={index}>
                        <td className="nowrap">{minuteOf(entry.at)}</td>
                        <td>{entry.actor}</td>
                        <td>{word(entry.action)}</td>
                        <td>{isEntity(entry.subject) ? <Link to="/entities/$entity" params={{ entity: entry.subject }}>{entry.subject}</Link> : entry.subject}</td>
                        <td>{entry.reason === "" ? <span className="muted">not said</span> : entry.reason}</td>
                        <td className="nowrap">{entry.marking.marking}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <Pager position={shown.position} shown={shown.entries.length} total={shown.count} what="entries"
                  toFirst={cursor ? () => setCursor(undefined) : undefined}
                  toNext={shown.next_cursor ? () => setCursor(shown.next_cursor ?? undefined) : undefined} />
              </>
            )}
          </Answer>
        </section>
      </div>
    </>
  );
}
