import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { networksQuery } from "../api/lists.ts";
import { join } from "../api/marking.ts";
import { placesQuery } from "../api/places.ts";
import type { NetworkRow, Places } from "../api/shapes.ts";
import { count, counted, ordinal } from "../base/figures.ts";
import type { Paintable } from "../chart/picture.ts";
import { boundariesSaid } from "../map/geography.ts";
import { MapButtons } from "../map/map-buttons.tsx";
import { MapDrawing, type MapPlace } from "../map/map-drawing.tsx";
import { announce } from "../parts/announce.tsx";
import { usePageKeys } from "../parts/keys.ts";
import { useShown } from "../parts/shown-marking.ts";
import { Forces } from "../parts/tags.tsx";
import { networksByForce, seatOf, shadesOf, type Seat } from "./network-seats.ts";
import { Listed } from "./listed.tsx";
import { nameOf } from "./network-list.tsx";
import type { ListView } from "./threat-picture.tsx";

/** The listed networks where each is most recorded, with the same networks as a table. */
export function NetworkMap(view: ListView) {
  const page = useQuery(networksQuery(view.filter, view.cursor));
  const rows = page.data?.rows ?? [];
  const places = useQueries({
    queries: rows.map((row) => placesQuery({ sort: "networks", name: row.network }, {})),
    combine: (all) => ({ told: all.map((each) => each.data), isWaiting: all.some((each) => each.isPending), hasFailed: all.some((each) => each.error) }),
  });
  const markings = places.told.flatMap((each) => (each ? [each.marking] : []));
  useShown(markings.length > 0 ? markings.reduce(join) : undefined);
  return (
    <Listed of={page} what="networks" view={view}>
      {() => <Board rows={rows} told={places.told} state={places.hasFailed ? "Some places could not be fetched." : places.isWaiting ? "Fetching where they are recorded …" : ""} />}
    </Listed>
  );
}

function Board({ rows, told, state }: { rows: readonly NetworkRow[]; told: readonly (Places | undefined)[]; state: string }) {
  const [chosen, setChosen] = useState<string>();
  const [listed, setListed] = useState<readonly string[]>();
  const [wanted, setWanted] = useState({ fit: 0, nearer: 0 });
  const picture = useRef<Paintable>(null);
  const seats = useMemo(() => new Map(rows.flatMap((row, index) => {
    const seat = told[index] ? seatOf(told[index].places) : undefined;
    return seat ? [[row.network, seat] as const] : [];
  })), [rows, told]);
  const drawn = useMemo(() => rows.flatMap((row): MapPlace[] => {
    const seat = seats.get(row.network);
    return seat?.at ? [{ id: row.network, name: "", kind: "network", weight: row.harm_days, mark: ordinal(row.rank), ...seat.at }] : [];
  }), [rows, seats]);
  const byForce = useMemo(() => networksByForce(rows), [rows]);
  const choose = (network: string | undefined) => {
    setChosen(network);
    const row = rows.find((each) => each.network === network);
    announce(row ? `${nameOf(row)}, ranked ${ordinal(row.rank)}` : "No network is chosen.");
    document.querySelector(`[data-key="${network}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const walk = (step: number) => choose(rows[Math.min(Math.max(rows.findIndex((row) => row.network === chosen) + step, 0), rows.length - 1)]?.network);
  const nearer = (step: number) => setWanted((now) => ({ ...now, nearer: now.nearer + step }));
  const fit = () => setWanted((now) => ({ ...now, fit: now.fit + 1 }));
  usePageKeys([
    { key: "j", says: "next", act: () => walk(1) },
    { key: "k", says: "previous", act: () => walk(-1) },
    { key: "+", says: "nearer", act: () => nearer(1) },
    { key: "-", says: "farther", act: () => nearer(-1) },
    { key: "0", says: "all in view", act: fit },
    { key: "Escape", says: "choose none", act: () => { choose(undefined); setListed(undefined); } },
  ]);
  const shown = listed ? rows.filter((row) => listed.includes(row.network)) : rows;
  return (
    <div className="network-map">
      <section className="chart map" aria-label="Map">
        <MapDrawing places={drawn} chosen={chosen} choose={choose} list={setListed} wanted={wanted} picture={picture} shades={shadesOf(byForce)}
          says={`Map of ${counted(drawn.length, "network")}, each where it is most recorded. Arrow keys move it, plus and minus bring it nearer and farther; the table below says the same.`} />
        <MapButtons nearer={nearer} fit={fit} />
      </section>
      <p className="map-note tiny muted">
        {state} Each network stands where most of its records are, of those that say where; its people may be anywhere. Areas are darker where more of these networks are. {boundariesSaid}
        {listed ? <> <button type="button" className="link-button tiny" onClick={() => setListed(undefined)}>Show all, not only these {count(listed.length)}</button></> : null}
      </p>
      <Table rows={shown} seats={seats} chosen={chosen} choose={choose} />
      <ByForce byForce={byForce} />
    </div>
  );
}

interface TableProps {
  rows: readonly NetworkRow[];
  seats: ReadonlyMap<string, Seat>;
  chosen: string | undefined;
  choose: (network: string) => void;
}

function Table({ rows, seats, chosen, choose }: TableProps) {
  return (
    <table className="table small">
      <caption className="unseen">Networks, and where each is most recorded</caption>
      <thead>
        <tr><th scope="col">Rank</th><th scope="col">Network</th><th scope="col">Most recorded at</th><th scope="col" className="right">Places on the map</th><th scope="col" className="right">Harm</th><th scope="col">Forces</th></tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const seat = seats.get(row.network);
          return (
            <tr key={row.network} data-key={row.network} className={row.network === chosen ? "chosen" : ""}>
              <td><button type="button" className="link-button name-button" onClick={() => choose(row.network)}>{ordinal(row.rank)}<span className="unseen"> on the map</span></button></td>
              <td><Link to="/networks/$network/places" params={{ network: row.network }}>{nameOf(row)}</Link></td>
              <td>{seat?.place ?? ""}{seat && !seat.at ? <span className="tag warn">not on the map: no record says where</span> : null}</td>
              <td className="right">{seat ? `${count(seat.located)} of ${count(seat.of)}` : ""}</td>
              <td className="right">{count(row.harm_days)}</td>
              <td><Forces names={row.forces} few={2} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ByForce({ byForce }: { byForce: ReadonlyMap<string, number> }) {
  return (
    <table className="table small by-force">
      <caption className="label">These networks by force</caption>
      <thead><tr><th scope="col">Force</th><th scope="col" className="right">Networks</th></tr></thead>
      <tbody>{[...byForce].map(([force, number]) => <tr key={force}><td>{force}</td><td className="right">{count(number)}</td></tr>)}</tbody>
    </table>
  );
}
