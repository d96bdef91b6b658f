import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { placesQuery, type PlacesOf, type PlacesWindow } from "../api/places.ts";
import type { Places, Who } from "../api/shapes.ts";
import { count, counted } from "../base/figures.ts";
import type { Paintable } from "../chart/picture.ts";
import { boundariesSaid } from "../map/geography.ts";
import { flowsOf, journeyOf, travellersOf } from "../map/journeys.ts";
import { MapButtons } from "../map/map-buttons.tsx";
import { MapDrawing } from "../map/map-drawing.tsx";
import { isLocated, standingOf } from "../map/standing.ts";
import type { PlacesAddress } from "../parts/addresses.ts";
import { announce } from "../parts/announce.tsx";
import { usePageKeys } from "../parts/keys.ts";
import { usePageMarking, useShown } from "../parts/shown-marking.ts";
import { Answer, Empty } from "../parts/states.tsx";
import { flowArrows, flowsTable, journeyArrows, journeyTable, placesTable, stopKey } from "./places-rows.ts";
import { FlowsTable, JourneyTable, PlacesTable } from "./places-tables.tsx";
import { PlacesExports, PlacesTools, type Showing } from "./places-tools.tsx";
import { useStaying, type Staying } from "./staying.ts";

interface Props {
  of: PlacesOf;
  name: string;
  /** Those asked about, under the names that they may bear here. */
  people: ReadonlyMap<string, Who>;
  asked: PlacesAddress;
  change: (part: Partial<PlacesAddress>) => void;
}

/** Places, flows or a journey: on a map, and in a table that is its equal. */
export function PlacesBoard({ of, name, people, asked, change }: Props) {
  const window = useMemo(
    (): PlacesWindow => ({ from: asked.from, until: asked.until ?? asked.as_at, known_by: asked.as_at }), [asked.from, asked.until, asked.as_at]);
  const places = useQuery(placesQuery(of, window));
  useShown(places.data?.marking);
  const staying = useStaying(of, window, places.data, asked.show !== undefined);
  return (
    <Answer of={places} what="the places">
      {(told) => <Board told={told} staying={staying} name={name} people={people} asked={asked} change={change} />}
    </Answer>
  );
}

const travelSaid = "Recorded at one and then at the other: no record says that anybody travelled between them.";

function Board({ told, staying, name, people, asked, change }: Omit<Props, "of"> & { told: Places; staying: Staying }) {
  const navigate = useNavigate();
  const marking = usePageMarking();
  const picture = useRef<Paintable>(null);
  const [wanted, setWanted] = useState({ fit: 0, nearer: 0 });
  const [row, setRow] = useState<string>();
  const [listed, setListed] = useState<readonly string[]>();
  const showing: Showing = asked.show ?? "places";
  const isRough = asked.rough ?? showing !== "places";
  const places = useMemo(() => new Map(told.places.map((place) => [place.entity, place])), [told]);
  const lines = useMemo(() => [...told.places.filter(isLocated), ...told.places.filter((place) => !isLocated(place))], [told]);
  const flows = useMemo(() => flowsOf(staying.visits), [staying.visits]);
  const travellers = useMemo(() => travellersOf(staying.visits, people), [staying.visits, people]);
  const traveller = travellers.find((each) => each.who.entity === asked.who)?.who.entity ?? travellers[0]?.who.entity;
  const stops = useMemo(() => (traveller ? journeyOf(staying.visits, traveller) : []), [staying.visits, traveller]);
  useEffect(() => { setRow(undefined); setListed(undefined); }, [showing, traveller, told]);

  const rowsOf: Record<Showing, readonly { key: string; place: string }[]> = {
    places: lines.map((place) => ({ key: place.entity, place: place.entity })),
    flows: flows.map((flow) => ({ key: flow.key, place: flow.from })),
    journey: stops.map((stop, index) => ({ key: stopKey(index), place: stop.place })),
  };
  const rows = rowsOf[showing];
  const chosen = showing === "places" ? asked.place : row;
  const choose = (key: string | undefined) => {
    const next = rows.find((each) => each.key === key);
    setRow(key);
    change({ place: next?.place });
    announce(next ? spoken(next.place) : "No place is chosen.");
    document.querySelector(`[data-key="${key}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const choosePlace = (place: string | undefined) => {
    const key = rows.find((each) => each.place === place)?.key;
    if (key || !place) return choose(key);
    setRow(undefined);
    change({ place });
    announce(spoken(place));
  };
  const spoken = (place: string): string => {
    const line = places.get(place);
    return line ? `${line.caption}, ${counted(line.count, "time")}${isLocated(line) ? "" : ", not on the map"}` : "";
  };
  const walk = (step: number) => {
    const at = rows.findIndex((each) => each.key === chosen);
    choose(rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.key);
  };
  const nearer = (step: number) => setWanted((now) => ({ ...now, nearer: now.nearer + step }));
  const fit = () => setWanted((now) => ({ ...now, fit: now.fit + 1 }));
  usePageKeys([
    { key: "j", says: "next", act: () => walk(1) },
    { key: "k", says: "previous", act: () => walk(-1) },
    { key: "Enter", says: "open the place", act: () => { if (asked.place) void navigate({ to: "/entities/$entity", params: { entity: asked.place } }); } },
    { key: "+", says: "nearer", act: () => nearer(1) },
    { key: "-", says: "farther", act: () => nearer(-1) },
    { key: "0", says: "all in view", act: fit },
    { key: "Escape", says: "choose none", act: () => { choose(undefined); setListed(undefined); } },
  ]);

  const standing = useMemo(() => {
    const used = showing === "places" ? undefined : new Set(showing === "flows" ? flows.flatMap((flow) => [flow.from, flow.to]) : stops.map((stop) => stop.place));
    return standingOf(lines.filter((place) => !used || used.has(place.entity)), isRough);
  }, [showing, flows, stops, lines, isRough]);
  const arrows = useMemo(
    () => (showing === "flows" ? flowArrows(flows, standing) : showing === "journey" ? journeyArrows(stops, standing) : []), [showing, flows, stops, standing]);
  const shownLines = listed ? lines.filter((place) => listed.includes(place.entity)) : lines;
  const table = { places: () => placesTable(lines), flows: () => flowsTable(flows, places, people), journey: () => journeyTable(stops, places) }[showing]();
  const rowsShared = { places, people, standing, chosen, choose };
  const located = standing.drawn.filter((place) => !place.holds).length;
  // An arrow of the map may be of several flows: the first of them is chosen.
  const arrowOf = (key: string | undefined) => {
    const flow = showing === "flows" ? flows.find((each) => each.key === key) : undefined;
    return flow ? `${standing.at.get(flow.from)} ${standing.at.get(flow.to)}` : key;
  };
  const chooseArrow = (key: string) => choose(showing === "flows" ? flows.find((flow) => arrowOf(flow.key) === key)?.key : key);
  const isWaiting = showing !== "places" && !staying.isWhole;
  return (
    <div className="panes places-panes">
      <div className="places-map">
        <PlacesTools showing={showing} asked={asked} change={change} travellers={travellers} traveller={traveller} isRough={isRough} />
        <section className="chart map" aria-label="Map">
          <MapDrawing places={standing.drawn} arrows={arrows} chosen={asked.place && standing.at.get(asked.place)} choose={choosePlace}
            chosenArrow={arrowOf(row)} chooseArrow={chooseArrow} list={(inside) => { setListed(inside); announce(`${inside.length} places stand here; the table lists them.`); }}
            wanted={wanted} picture={picture}
            says={`Map of ${counted(standing.at.size, "place")}${arrows.length > 0 ? ` and ${counted(arrows.length, "way")} between them` : ""}. Arrow keys move it, plus and minus bring it nearer and farther; the table beside it says the same.`} />
          <MapButtons nearer={nearer} fit={fit} />
        </section>
        <p className="map-note tiny muted">{boundariesSaid}{showing === "places" ? "" : ` ${travelSaid}`}</p>
      </div>
      <section className="pane" aria-label="The map as a table" tabIndex={0}>
        <div className="row wrap chart-table-head">
          <h2>{{ places: "Places", flows: "Flows between places", journey: "Journey" }[showing]}</h2>
          <span className="muted small">{showing === "places" ? countSaid(told) : isWaiting ? "fetching …" : count(rows.length)}</span>
          <span className="small muted">{count(located)} on the map{isRough ? `, ${count(standing.at.size - located)} roughly` : ""}</span>
          {listed && showing === "places" ? <button type="button" className="link-button small" onClick={() => setListed(undefined)}>Show all, not only these {count(listed.length)}</button> : null}
          <span className="grow" />
          <PlacesExports table={table} name={name} marking={marking} picture={picture} />
        </div>
        {showing !== "places" ? <StayingNotes staying={staying} /> : null}
        {showing === "places" && told.places.length === 0 ? <Empty><p>No record that you may see says of a place in this time.</p></Empty> : null}
        {showing === "places" && told.places.length > 0 ? <PlacesTable lines={shownLines} {...rowsShared} /> : null}
        {showing === "flows" ? <Answer of={staying.of} what="who was where in turn">{() => <FlowsTable flows={flows} {...rowsShared} />}</Answer> : null}
        {showing === "journey" ? <Answer of={staying.of} what="who was where in turn">{() => <JourneyTable stops={stops} {...rowsShared} />}</Answer> : null}
      </section>
    </div>
  );
}

const countSaid = (told: Places): string =>
  told.count > told.places.length ? `the ${count(told.places.length)} most recorded of ${count(told.count)}` : count(told.count);

function StayingNotes({ staying }: { staying: Staying }) {
  const notes = [
    ...(staying.left > 0 && staying.isWhole ? [`${counted(staying.left, "later record line")} left out: narrow the time to see them.`] : []),
    ...(staying.undated > 0 ? [`${counted(staying.undated, "line")} not dated, so not in turn.`] : []),
  ];
  return notes.length > 0 ? <p className="note small">{notes.join(" ")}</p> : null;
}
