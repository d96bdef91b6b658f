import type { RefObject } from "react";
import type { Marking } from "../api/marking.ts";
import type { Who } from "../api/shapes.ts";
import { counted } from "../base/figures.ts";
import { csvOf, saveChart, saveCsv } from "../chart/export.ts";
import { savePicture, type Paintable } from "../chart/picture.ts";
import type { PlacesAddress } from "../parts/addresses.ts";

export type Showing = "places" | "flows" | "journey";

interface Tools {
  showing: Showing;
  asked: PlacesAddress;
  change: (part: Partial<PlacesAddress>) => void;
  /** Whose journeys there are, with how many stops; nobody to choose from where only one is asked about. */
  travellers: readonly { who: Who; stops: number }[];
  traveller: string | undefined;
  isRough: boolean;
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
  name: string;
  marking: Marking | undefined;
  picture: RefObject<Paintable | null>;
}

const showings: readonly { showing: Showing; says: string; title: string }[] = [
  { showing: "places", says: "Places", title: "Where they are recorded" },
  { showing: "flows", says: "Flows", title: "Between places at which somebody is recorded in turn" },
  { showing: "journey", says: "Journey", title: "One person's places in order of time" },
];

export function PlacesTools(tools: Omit<Tools, "table" | "name" | "marking" | "picture">) {
  const { showing, asked, change } = tools;
  return (
    <div className="chart-tools no-print">
      <span className="segment">
        {showings.map((each) => (
          <button key={each.showing} type="button" aria-pressed={each.showing === showing} title={each.title}
            onClick={() => change({ show: each.showing === "places" ? undefined : each.showing })}>{each.says}</button>
        ))}
      </span>
      {showing === "journey" && tools.travellers.length > 1 ? (
        <label className="row small">of
          <select className="input tight" value={tools.traveller} onChange={(event) => change({ who: event.target.value })}>
            <Travellers of={tools.travellers.filter(({ who }) => !who.is_protected)} />
            <optgroup label="To protect"><Travellers of={tools.travellers.filter(({ who }) => who.is_protected)} /></optgroup>
          </select>
        </label>
      ) : null}
      <label className="row small">from <input type="date" className="input tight" value={asked.from ?? ""} onChange={(event) => change({ from: event.target.value || undefined })} /></label>
      <label className="row small">until <input type="date" className="input tight" value={asked.until ?? ""} onChange={(event) => change({ until: event.target.value || undefined })} /></label>
      <label className="check" title="Places with a postcode only: a district's as one, in the middle of its places that are known">
        <input type="checkbox" checked={tools.isRough} onChange={(event) => change({ rough: event.target.checked })} /> also roughly, by postcode district
      </label>
    </div>
  );
}

const Travellers = ({ of }: { of: Tools["travellers"] }) =>
  of.map(({ who, stops }) => <option key={who.entity} value={who.entity}>{who.caption}, {counted(stops, "stop")}</option>);

export function PlacesExports({ table, name, marking, picture }: Pick<Tools, "table" | "name" | "marking" | "picture">) {
  return (
    <span className="row no-print">
      <button type="button" className="button tight" disabled={!marking} onClick={() => marking && saveChart(marking, name)}>SVG</button>
      <button type="button" className="button tight" disabled={!marking} onClick={() => marking && void savePicture(picture.current, marking, name)}>PNG</button>
      <button type="button" className="button tight" disabled={!marking} onClick={() => marking && saveCsv(csvOf(table.head, table.rows, marking), name)}>CSV</button>
    </span>
  );
}
