import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { correctionsQuery } from "../api/corrections.ts";
import { join } from "../api/marking.ts";
import type { ListedCorrection } from "../api/shapes.ts";
import { minuteOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { title } from "../base/words.ts";
import { useMayDecide } from "../parts/deciding.ts";
import { useShown } from "../parts/shown-marking.ts";
import { Answer, Empty } from "../parts/states.tsx";
import { UndoCorrection } from "../parts/undo-correction.tsx";
import { WhoLink } from "../parts/who-link.tsx";

/** What of records was said to be wrong: by whom, when and why, the latest first. */
export function Corrections() {
  const corrections = useInfiniteQuery(correctionsQuery);
  const [taken, setTaken] = useState<ListedCorrection>();
  const listed = corrections.data?.pages.flatMap((page) => page.corrections) ?? [];
  useShown(useMemo(() => corrections.data?.pages.map((page) => page.marking).reduce(join), [corrections.data]));
  return (
    <>
      <Answer of={corrections} what="the corrections">
        {({ pages }) => listed.length === 0 ? <Empty><p>No value was corrected yet. A profile and a record's page offer it beside each value.</p></Empty> : (
          <>
            <Table corrections={listed} take={setTaken} />
            <p className="pad row">
              <span className="muted">{count(listed.length)} of {count(pages[0]?.count ?? 0)} corrections</span>
              {corrections.hasNextPage ? <button type="button" className="button tight" onClick={() => void corrections.fetchNextPage()}>Show earlier ones</button> : null}
            </p>
          </>
        )}
      </Answer>
      {taken ? <UndoCorrection correction={taken} close={() => setTaken(undefined)} /> : null}
    </>
  );
}

function Table({ corrections, take }: { corrections: readonly ListedCorrection[]; take: (correction: ListedCorrection) => void }) {
  const mayDecide = useMayDecide();
  return (
    <table className="table small">
      <caption className="unseen">Corrections, the latest first</caption>
      <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Of</th><th scope="col">What the record gives</th><th scope="col">What counts</th><th scope="col">Why</th><th scope="col">Marking</th><th scope="col">Undo</th></tr></thead>
      <tbody>
        {corrections.map((each) => (
          <tr key={`${each.decided}${each.record}${each.slot}${each.attribute}${each.was}${each.remedy}`}>
            <td className="nowrap">{minuteOf(each.decided)}</td>
            <td>{each.decided_by}</td>
            <td>{each.of ? <WhoLink who={each.of} /> : <span className="muted">nobody, while it is set aside</span>}</td>
            <td>{title(each.attribute)}: <Link to="/records/$record" params={{ record: each.record }}>{each.was}</Link></td>
            <td><b>{each.remedy === "replace" ? each.becomes : each.remedy === "ignore" ? "Set aside" : "As the record gives it"}</b></td>
            <td>{each.reason}</td>
            <td className="nowrap">{each.marking.marking}</td>
            <td>{each.remedy === "restore" ? <span className="muted">nothing to undo</span>
              : !each.counts ? <span className="tag">decided anew since</span>
              : mayDecide ? <button type="button" className="button tight" onClick={() => take(each)}>Undo…</button> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
