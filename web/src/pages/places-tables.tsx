import { Link } from "@tanstack/react-router";
import type { PlaceLine, Who } from "../api/shapes.ts";
import { momentOf } from "../base/dates.ts";
import { count, counted } from "../base/figures.ts";
import { Icon } from "../parts/icon.tsx";
import { SourceChips } from "../parts/source-chips.tsx";
import { useFewRows } from "../parts/few-rows.tsx";
import type { Flow, Visit } from "../map/journeys.ts";
import { isLocated, type Standing } from "../map/standing.ts";
import { spanOf, stopKey, whyHere } from "./places-rows.ts";

interface Rows {
  places: ReadonlyMap<string, PlaceLine>;
  people: ReadonlyMap<string, Who>;
  standing: Standing;
  chosen: string | undefined;
  choose: (key: string) => void;
}

const rowOf = (key: string, { chosen }: Pick<Rows, "chosen">) => ({ "data-key": key, className: key === chosen ? "chosen" : "" });

/** All places, those on the map first; the others are listed as such. */
export function PlacesTable({ lines, ...rows }: Rows & { lines: readonly PlaceLine[] }) {
  const few = useFewRows(lines);
  const firstUnlocated = few.rows.find((place) => !isLocated(place));
  const unlocated = lines.filter((place) => !isLocated(place)).length;
  return (
    <>
      <table className="table small">
        <caption className="unseen">Places, the most recorded first</caption>
        <thead>
          <tr>
            <th scope="col">Place</th><th scope="col">Why it stands here</th><th scope="col" className="right">Times ▾</th>
            <th scope="col">First – last</th><th scope="col">Source and grade</th>
          </tr>
        </thead>
        <tbody>
          {few.rows.map((place) => [
            place === firstUnlocated ? (
              <tr key="unlocated"><th colSpan={5} scope="rowgroup" className="rows-head">
                <Icon name="query" className="inline warn" /> No record says where {unlocated === 1 ? "this" : "these"} {counted(unlocated, "place")} {unlocated === 1 ? "is" : "are"}
              </th></tr>
            ) : null,
            <tr key={place.entity} {...rowOf(place.entity, rows)}>
              <td><PlaceName place={place} choose={() => rows.choose(place.entity)} />
                <span className="tiny muted block">{place.postcode || "no postcode"} <Where place={place} standing={rows.standing} /> · <Link to="/entities/$entity" params={{ entity: place.entity }}>Open<span className="unseen"> {place.caption}</span></Link></span></td>
              <td>{whyHere(place)}</td>
              <td className="right">{count(place.count)}</td>
              <td className="nowrap">{spanOf(place)}</td>
              <td><SourceChips cited={place} /></td>
            </tr>,
          ])}
        </tbody>
      </table>
      {few.more}
    </>
  );
}

function PlaceName({ place, choose }: { place: PlaceLine | undefined; choose: () => void }) {
  return <button type="button" className="link-button name-button" onClick={choose}>{place?.caption ?? "A place beyond the most recorded"}</button>;
}

/** Of a place that no record puts anywhere: whether it is drawn roughly, or not at all. */
function Where({ place, standing }: { place: PlaceLine; standing: Standing }) {
  if (isLocated(place)) return null;
  return standing.at.has(place.entity) ? <span className="tag outline">roughly</span> : <span className="tag warn">not on the map</span>;
}

function End({ place, standing }: { place: PlaceLine | undefined; standing: Standing }) {
  return place ? <span className="tiny muted block">{place.postcode || "no postcode"} <Where place={place} standing={standing} /></span> : null;
}

const peopleMax = 3;

/** From place to place, the most frequent first. */
export function FlowsTable({ flows, ...rows }: Rows & { flows: readonly Flow[] }) {
  const few = useFewRows(flows);
  return (
    <>
      <table className="table small">
        <caption className="unseen">Flows between places, the most frequent first</caption>
        <thead>
          <tr><th scope="col">From</th><th scope="col">To</th><th scope="col" className="right">Times ▾</th><th scope="col">Who</th><th scope="col">First – last</th></tr>
        </thead>
        <tbody>
          {few.rows.map((flow) => (
            <tr key={flow.key} {...rowOf(flow.key, rows)}>
              <td><PlaceName place={rows.places.get(flow.from)} choose={() => rows.choose(flow.key)} /><End place={rows.places.get(flow.from)} standing={rows.standing} /></td>
              <td>{rows.places.get(flow.to)?.caption}<End place={rows.places.get(flow.to)} standing={rows.standing} /></td>
              <td className="right">{count(flow.count)}</td>
              <td>
                {flow.who.slice(0, peopleMax).map((who) => rows.people.get(who)?.caption ?? "somebody else").join(", ")}
                {flow.who.length > peopleMax ? <span className="muted"> +{count(flow.who.length - peopleMax)}</span> : null}
              </td>
              <td className="nowrap">{spanOf(flow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {few.more}
    </>
  );
}

/** One person's stops in order of time. */
export function JourneyTable({ stops, ...rows }: Rows & { stops: readonly Visit[] }) {
  const few = useFewRows(stops);
  return (
    <>
      <table className="table small stops">
        <caption className="unseen">Stops in order of time</caption>
        <thead><tr><th scope="col" className="right">Stop</th><th scope="col">When ▴</th><th scope="col">Place</th><th scope="col">By what</th></tr></thead>
        <tbody>
          {few.rows.map((stop, index) => (
            <tr key={stopKey(index)} {...rowOf(stopKey(index), rows)}>
              <td className="right">{count(index + 1)}</td>
              <td className="nowrap">{momentOf(stop.when)}</td>
              <td><PlaceName place={rows.places.get(stop.place)} choose={() => rows.choose(stopKey(index))} /><End place={rows.places.get(stop.place)} standing={rows.standing} /></td>
              <td>{stop.event ? <Link to="/entities/$entity" params={{ entity: stop.event }}>{stop.by}</Link> : stop.by}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {few.more}
    </>
  );
}
