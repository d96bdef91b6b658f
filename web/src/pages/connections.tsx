import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { pathsQuery, type FoundPath, type PathPair } from "../api/entity.ts";
import { counted } from "../base/figures.ts";
import { says } from "../chart/contents.ts";
import { LegendLine } from "../chart/symbol.tsx";
import type { ConnectionsAddress } from "../parts/addresses.ts";
import { PageHead } from "../parts/page-head.tsx";
import { PersonEnd } from "../parts/person-end.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { SourceChips } from "../parts/source-chips.tsx";
import { Answer, Empty } from "../parts/states.tsx";
import { WhoLink } from "../parts/who-link.tsx";

const route = getRouteApi("/connections");

export function Connections() {
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<ConnectionsAddress>) => void navigate({ search: (now) => ({ ...now, ...part }) });
  return (
    <>
      <PageHead title="How are two people connected?" crumb="Over everything you may see" />
      <form className="filters" aria-label="Ends and options" onSubmit={(event) => event.preventDefault()}>
        <PersonEnd label="From" entity={asked.from} choose={(from) => change({ from })} />
        <PersonEnd label="To" entity={asked.to} choose={(to) => change({ to })} />
        <label className="row small">
          Shortest by
          <select className="input tight" value={asked.order ?? "steps"} onChange={(event) => change({ order: event.target.value === "steps" ? undefined : (event.target.value as "strength" | "time") })}>
            <option value="steps">fewest steps</option>
            <option value="strength">strongest links</option>
            <option value="time">order of time</option>
          </select>
        </label>
        <label className="check">
          <input type="checkbox" checked={asked.through === "all"} onChange={(event) => change({ through: event.target.checked ? "all" : undefined })} />
          Also through phones, places, vehicles and events
        </label>
      </form>
      <div className="panes">
        <section className="pane" aria-label="Paths" tabIndex={0}>
          {asked.from && asked.to ? <Found {...asked} from={asked.from} to={asked.to} /> : (
            <Empty><p>Choose two people: type a name, however it is spelt, and take one of those suggested.</p></Empty>
          )}
        </section>
      </div>
    </>
  );
}

function Found({ from, to, order, through }: ConnectionsAddress & { from: string; to: string }) {
  const paths = useQuery(pathsQuery(from, to, { order, through }));
  useShown(paths.data?.marking);
  return (
    <Answer of={paths} what="the paths between them">
      {(told) => told.pairs.map((pair) => <Pair key={pair.to.entity} pair={pair} />)}
    </Answer>
  );
}

function Pair({ pair }: { pair: PathPair }) {
  if (pair.paths.length === 0) {
    return <Empty><p>{pair.says ?? "No path in what you may see"}.</p><p>Try it through phones, places, vehicles and events, or two other records of the same people.</p></Empty>;
  }
  return (
    <>
      <p className="pad small muted">
        {counted(pair.paths.length, "path")} found{pair.was_cut ? "; the search was wide, there may be others" : ""}
        {pair.hubs_left_out > 0 ? `; ${counted(pair.hubs_left_out, "item")} with very many links left out` : ""}.
      </p>
      <ol>{pair.paths.map((path, index) => <Path key={index} path={path} number={index + 1} />)}</ol>
    </>
  );
}

function Path({ path, number }: { path: FoundPath; number: number }) {
  return (
    <li className="path">
      <p><b>Path {number}</b> <span className="small muted">{counted(path.links.length, "link")}, weakest {path.weakest}</span></p>
      <table className="table small">
        <caption className="unseen">Links of path {number}</caption>
        <thead><tr><th scope="col">From</th><th scope="col">How</th><th scope="col">To</th><th scope="col">Strength</th><th scope="col">Source and grade</th></tr></thead>
        <tbody>
          {path.links.map((link, index) => {
            const [left, right] = [path.entities[index], path.entities[index + 1]];
            return (
              <tr key={index}>
                <td>{left ? <WhoLink who={left} /> : null}</td>
                <td>{says(link)}</td>
                <td>{right ? <WhoLink who={right} /> : null}</td>
                <td><span className="row"><LegendLine strength={link.strength} /> {link.strength}</span></td>
                <td><SourceChips cited={link} few={2} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </li>
  );
}
