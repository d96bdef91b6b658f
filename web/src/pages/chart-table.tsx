import { Link } from "@tanstack/react-router";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import type { ChartLink, NetworkPage } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { title, word } from "../base/words.ts";
import { linkKey, nameOn, otherEnd, says, timesOf, touches, type ChartNode, type Contents } from "../chart/contents.ts";
import { LegendLine } from "../chart/symbol.tsx";
import { useFewRows } from "../parts/few-rows.tsx";
import { Shield } from "../parts/who-link.tsx";
import { SourceChips } from "../parts/source-chips.tsx";

interface Props {
  page: NetworkPage;
  shown: Contents;
  chosen: string | undefined;
  choose: (entity: string | undefined) => void;
  ticked: ReadonlySet<string>;
  tick: (entity: string) => void;
}

/** The chart as a table: the same items, the same links, the same choice. */
export const ChartTable = memo(function ChartTable({ page, shown, chosen, choose, ticked, tick }: Props) {
  const [isItems, setItems] = useState(false);
  const node = shown.nodes.find((each) => each.entity === chosen);
  const links = useMemo(
    () => (node ? shown.links.filter((link) => touches(link, node.entity)) : shown.links), [shown.links, node]);
  return (
    <section className="chart-table" aria-label="The chart as a table" tabIndex={0}>
      <div className="row chart-table-head">
        <h2>{isItems ? "Items on the chart" : node ? `Links of ${nameOn(node)}` : "Links on the chart"}</h2>
        <span className="muted small">{isItems ? count(shown.nodes.length) : `${count(links.length)} of ${count(shown.links.length)}`}</span>
        <span className="grow" />
        <span className="segment no-print">
          <button type="button" aria-pressed={!isItems} onClick={() => setItems(false)}>Links</button>
          <button type="button" aria-pressed={isItems} onClick={() => setItems(true)}>Items</button>
        </span>
      </div>
      {isItems ? <Items page={page} shown={shown} chosen={chosen} choose={choose} ticked={ticked} tick={tick} /> : <Links links={links} shown={shown} from={node} choose={choose} />}
    </section>
  );
});

function Links({ links, shown, from, choose }: { links: readonly ChartLink[]; shown: Contents; from: ChartNode | undefined; choose: Props["choose"] }) {
  const nodes = useMemo(() => new Map(shown.nodes.map((node) => [node.entity, node])), [shown.nodes]);
  const ordered = useMemo(() => [...links].sort((a, b) => (b.last ?? "") < (a.last ?? "") ? -1 : 1), [links]);
  const { rows, more } = useFewRows(ordered);
  return (
    <>
      <table className="table small">
        <thead>
          <tr>
            {from ? null : <th scope="col">From</th>}
            <th scope="col">How</th>
            <th scope="col">To</th>
            <th scope="col">Strength</th>
            <th scope="col">Last seen ▾</th>
            <th scope="col" className="right">Times</th>
            <th scope="col">Source and grade</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((link) => {
            const left = nodes.get(link.from);
            const right = nodes.get(from ? otherEnd(link, from.entity) : link.to);
            return (
              <tr key={linkKey(link)}>
                {from ? null : <td>{left ? <Name node={left} choose={choose} /> : null}</td>}
                <td className="how">{says(link)}</td>
                <td>{right ? <Name node={right} choose={choose} /> : null}</td>
                <td><span className="row"><LegendLine strength={link.strength} /> {title(link.strength)}</span></td>
                <td className="nowrap">{link.last ? dayOf(link.last) : "not dated"}</td>
                <td className="right">{count(timesOf(link))}</td>
                <td><SourceChips cited={link} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more}
    </>
  );
}

function Name({ node, choose }: { node: ChartNode; choose: Props["choose"] }) {
  return (
    <button type="button" className={`link-button name-button${node.is_protected ? " care" : ""}`} onClick={() => choose(node.entity)}>
      {node.is_protected ? <Shield /> : null}
      {nameOn(node)}
    </button>
  );
}

function Items({ page, shown, chosen, choose, ticked, tick }: Props) {
  const members = useMemo(() => new Map(page.members.map((member) => [member.entity, member])), [page.members]);
  const degrees = useMemo(() => degreesOf(shown), [shown]);
  const { rows, more } = useFewRows(shown.nodes);
  const row = useRef<HTMLTableRowElement>(null);
  // In braces: what scrolling gives back is no way to clean up.
  useEffect(() => { row.current?.scrollIntoView({ block: "nearest" }); }, [chosen]);
  return (
    <>
      <table className="table small">
        <thead>
          <tr>
            <th scope="col">Tick</th>
            <th scope="col" className="right">Place</th>
            <th scope="col">Who or what</th>
            <th scope="col">Kind</th>
            <th scope="col">Standing</th>
            <th scope="col" className="right">Links</th>
            <th scope="col" className="right">Harm</th>
            <th scope="col">On the chart</th>
            <th scope="col">Profile</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((node) => (
            <tr key={node.entity} ref={node.entity === chosen ? row : undefined} className={node.entity === chosen ? "chosen" : ""}>
              <td><label className="check"><input type="checkbox" checked={ticked.has(node.entity)} onChange={() => tick(node.entity)} /><span className="unseen">Tick {nameOn(node)}</span></label></td>
              <td className="right">{node.place ?? "–"}</td>
              <td><Name node={node} choose={choose} /></td>
              <td>{node.held ? "Group" : title(node.noun)}</td>
              <td>{node.standing ? word(node.standing) : "–"}</td>
              <td className="right">{count(degrees.get(node.entity) ?? 0)}</td>
              <td className="right">{count(members.get(node.entity)?.harm_days ?? 0)}</td>
              <td>{[node.isPinned ? "pinned" : "", node.held ? `holds ${node.held.map(nameOn).join("; ")}` : ""].filter(Boolean).join(", ") || "–"}</td>
              <td>{node.held ? "–" : <Link to="/entities/$entity" params={{ entity: node.entity }}>Open<span className="unseen"> {nameOn(node)}</span></Link>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

function degreesOf({ links }: Contents): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return degrees;
}
