import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { decisionsQuery } from "../api/decisions.ts";
import { join } from "../api/marking.ts";
import type { ListedDecision } from "../api/shapes.ts";
import { minuteOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { title } from "../base/words.ts";
import { CorrectedNote } from "../parts/corrected-note.tsx";
import { DecidedNote } from "../parts/decided-note.tsx";
import { useMayDecide } from "../parts/deciding.ts";
import { PageHead } from "../parts/page-head.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer, Empty } from "../parts/states.tsx";
import { WhoLink } from "../parts/who-link.tsx";
import { Corrections } from "./corrections.tsx";
import { isLatest } from "./latest-decision.ts";
import { TakingBack } from "./taking-back.tsx";

/** What was decided on who is who: by whom, when and why, the latest first. */
export function Decisions() {
  const decisions = useInfiniteQuery(decisionsQuery);
  const [taken, setTaken] = useState<ListedDecision>();
  const listed = decisions.data?.pages.flatMap((page) => page.decisions) ?? [];
  useShown(useMemo(() => decisions.data?.pages.map((page) => page.marking).reduce(join), [decisions.data]));
  return (
    <>
      <PageHead title="Decisions" crumb="Who is who, and what of records is wrong: what was decided, by whom and why, the latest first"
        tools={<Link to="/compare" className="button">Compare two people</Link>} />
      <div className="panes">
        <section className="pane" aria-label="Decisions" tabIndex={0}>
          <DecidedNote />
          <h2 className="pad">Who is who</h2>
          <Answer of={decisions} what="the decisions">
            {({ pages }) => listed.length === 0 ? <Empty><p>Nothing was decided yet. Compare two people, or open a profile: it says why its records are one person.</p></Empty> : (
              <>
                <Table decisions={listed} take={setTaken} />
                <p className="pad row">
                  <span className="muted">{count(listed.length)} of {count(pages[0]?.count ?? 0)} decisions</span>
                  {decisions.hasNextPage ? <button type="button" className="button tight" onClick={() => void decisions.fetchNextPage()}>Show earlier ones</button> : null}
                </p>
              </>
            )}
          </Answer>
          <h2 className="pad">Corrected values</h2>
          <CorrectedNote />
          <Corrections />
        </section>
      </div>
      {taken ? <TakingBack decision={taken} close={() => setTaken(undefined)} /> : null}
    </>
  );
}

function Table({ decisions, take }: { decisions: readonly ListedDecision[]; take: (decision: ListedDecision) => void }) {
  const mayDecide = useMayDecide();
  return (
    <table className="table small">
      <caption className="unseen">Decisions, the latest first</caption>
      <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Decided</th><th scope="col">On</th><th scope="col">Why</th><th scope="col">Marking</th><th scope="col">Undo</th></tr></thead>
      <tbody>
        {decisions.map((each) => (
          <tr key={`${each.decided}${each.left}${each.right}`}>
            <td className="nowrap">{minuteOf(each.decided)}</td>
            <td>{each.decided_by}</td>
            <td><b>{title(each.verdict)}</b></td>
            <td><Person who={each.left_is} /><br /><Person who={each.right_is} /></td>
            <td>{each.reason}</td>
            <td className="nowrap">{each.marking.marking}</td>
            <td>{!isLatest(each, decisions) ? <span className="tag">decided anew since</span>
              : each.verdict === "unsure" ? <span className="muted">nothing to undo</span>
              : mayDecide ? <button type="button" className="button tight" onClick={() => take(each)}>Undo…</button> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who a row belongs to now. */
function Person({ who }: { who: ListedDecision["left_is"] }) {
  return who ? <WhoLink who={who} /> : <span className="muted">no longer recorded, or not for you to see</span>;
}
