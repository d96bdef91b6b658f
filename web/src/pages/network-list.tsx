import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { networksQuery } from "../api/lists.ts";
import { networkQuery } from "../api/network.ts";
import type { NetworkRow, Picture } from "../api/shapes.ts";
import { dayOf, monthOf } from "../base/dates.ts";
import { count, counted, ordinal } from "../base/figures.ts";
import { HarmBar, harmParts } from "../parts/harm-bar.tsx";
import { Icon } from "../parts/icon.tsx";
import { usePageKeys } from "../parts/keys.ts";
import { useChosenRow } from "../parts/row-keys.ts";
import { Forces, NewTag } from "../parts/tags.tsx";
import { Listed } from "./listed.tsx";
import { Trend } from "./trend.tsx";
import type { ListView } from "./threat-picture.tsx";

export function NetworkList(view: ListView) {
  const page = useQuery(networksQuery(view.filter, view.cursor));
  const rows = page.data?.rows ?? [];
  const navigate = useNavigate();
  const [opened, setOpened] = useState<string>();
  const open = (row: number) => {
    const network = rows[row]?.network;
    if (network) void navigate({ to: "/networks/$network", params: { network } });
  };
  const { chosen, choose, keys } = useChosenRow(rows.length, open);
  const toggle = (row: NetworkRow | undefined) => setOpened(row && row.network !== opened ? row.network : undefined);
  usePageKeys([
    ...keys,
    { key: "e", says: "harm terms and trend", act: () => toggle(rows[chosen]) },
    { key: "p", says: "protection list", act: () => void navigate({ to: "/", search: { list: "protection" } }) },
  ]);
  const most = Math.max(...rows.map((row) => row.harm_days), 1);
  return (
    <Listed of={page} what="networks" view={view}>
      {() => (
        <table className="table">
          <caption className="unseen">Networks, by harm</caption>
          <thead>
            <tr>
              <th scope="col">Rank</th>
              <th scope="col">Network, threat type, forces</th>
              <th scope="col" className="right">Harm</th>
              <th scope="col" className="harm-column" aria-sort="descending">in days ▾</th>
              <th scope="col" className="right">People</th>
              <th scope="col">New</th>
              <th scope="col">Last seen</th>
              <th scope="col" className="apart care">To protect</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={row.network} row={row} most={most} picture={view.picture} number={index} isChosen={index === chosen}
                choose={() => choose(index)} isOpen={row.network === opened} toggle={() => toggle(row)} />
            ))}
          </tbody>
        </table>
      )}
    </Listed>
  );
}

interface RowProps {
  row: NetworkRow;
  most: number;
  picture: Picture;
  number: number;
  isChosen: boolean;
  choose: () => void;
  isOpen: boolean;
  toggle: () => void;
}

function Row({ row, most, picture, number, isChosen, choose, isOpen, toggle }: RowProps) {
  const types = row.threat_types.map((key) => picture.threat_types.find((type) => type.threat_type === key)?.title ?? key);
  return (
    <>
      <tr data-row={number} className={isChosen ? "chosen" : ""} onClick={choose}>
        <td>
          <span className="rank">{ordinal(row.rank)}</span>
        </td>
        <td>
          <Link to="/networks/$network" params={{ network: row.network }}>
            {nameOf(row)}
          </Link>
          <div className="row wrap tags">
            {types.slice(0, 2).map((type) => (
              <span key={type} className="tag outline">{type}</span>
            ))}
            {types.length > 2 ? <span className="tiny muted" title={types.slice(2).join(", ")}>+{types.length - 2}</span> : null}
            <Forces names={row.forces} few={2} />
          </div>
        </td>
        <td className="right"><b>{count(row.harm_days)}</b></td>
        <td>
          <HarmBar parts={[{ name: types[0] ?? "harm", days: row.harm_days }]} most={most} />
          <button type="button" className="link-button tiny" aria-expanded={isOpen} onClick={toggle}>
            {isOpen ? "hide terms" : "terms, trend"}
          </button>
        </td>
        <td className="right">
          {count(row.people)}
          <div className="tiny muted nowrap">{count(row.ranked)} ranked</div>
        </td>
        <td>{row.is_new ? <NewTag /> : <span className="muted">–</span>}</td>
        <td className="nowrap">
          {row.last ? dayOf(row.last) : "not dated"}
          <div className="tiny muted">{row.first ? `since ${monthOf(row.first)}` : ""}</div>
        </td>
        <td className="apart care">
          <span className="row">
            <Icon name="shield" /> <b>{count(row.kept_apart)}</b>
          </span>
        </td>
      </tr>
      {isOpen ? (
        <tr className={isChosen ? "chosen" : ""}>
          <td />
          <td colSpan={7}>
            <Terms network={row.network} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** By whom a network is known: it has no name of its own. */
export const nameOf = (row: Pick<NetworkRow, "rank" | "leading">): string =>
  row.leading.length > 0 ? `Network of ${row.leading.slice(0, 2).map((who) => who.caption).join(", ")}` : `Network ${row.rank}`;

function Terms({ network }: { network: string }) {
  const page = useQuery(networkQuery(network)).data;
  if (!page) return <span className="muted small">Fetching the terms …</span>;
  const parts = harmParts(page);
  return (
    <div className="terms small">
      <HarmBar parts={parts} most={page.harm_days} />
      <ul className="row wrap">
        {parts.map((part, index) => (
          <li key={part.name} className="row">
            <svg className="swatch" viewBox="0 0 10 10" aria-hidden="true">
              <rect className={`harm-${Math.min(index + 1, 5)}`} width="10" height="10" />
            </svg>
            {part.name} <b>{count(part.days)}</b>
          </li>
        ))}
        <li className="muted">
          {counted(page.harm_reason_count, "offence")}, each with its records on <Link to="/networks/$network" params={{ network }}>its page</Link>
        </li>
      </ul>
      <Trend network={network} />
    </div>
  );
}
