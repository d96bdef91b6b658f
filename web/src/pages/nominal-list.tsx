import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { nominalsQuery } from "../api/lists.ts";
import { count, ordinal } from "../base/figures.ts";
import { HarmBar } from "../parts/harm-bar.tsx";
import { usePageKeys } from "../parts/keys.ts";
import { useChosenRow } from "../parts/row-keys.ts";
import { Forces, NewTag } from "../parts/tags.tsx";
import { WhoLink } from "../parts/who-link.tsx";
import { Listed } from "./listed.tsx";
import type { ListView } from "./threat-picture.tsx";

export function NominalList(view: ListView) {
  const page = useQuery(nominalsQuery(view.filter, view.cursor));
  const rows = page.data?.rows ?? [];
  const navigate = useNavigate();
  const { chosen, choose, keys } = useChosenRow(rows.length, (row) => {
    const entity = rows[row]?.entity;
    if (entity) void navigate({ to: "/entities/$entity", params: { entity } });
  });
  usePageKeys(keys);
  const most = Math.max(...rows.map((row) => row.harm_days), 1);
  return (
    <Listed of={page} what="nominals" view={view}>
      {() => (
        <table className="table">
          <caption className="unseen">Prioritised nominals, by harm</caption>
          <thead>
            <tr>
              <th scope="col">Rank</th>
              <th scope="col">Nominal, forces</th>
              <th scope="col" className="right">Harm</th>
              <th scope="col" className="harm-column">in days ▾</th>
              <th scope="col" className="right">Offences</th>
              <th scope="col">Gravest</th>
              <th scope="col">Networks</th>
              <th scope="col">New</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.entity} data-row={index} className={index === chosen ? "chosen" : ""} onClick={() => choose(index)}>
                <td><span className="rank">{ordinal(row.rank)}</span></td>
                <td>
                  <WhoLink who={row} />
                  <div><Forces names={row.forces} /></div>
                </td>
                <td className="right"><b>{count(row.harm_days)}</b></td>
                <td><HarmBar parts={[{ name: row.gravest ?? "harm", days: row.harm_days }]} most={most} /></td>
                <td className="right">{count(row.offences)}</td>
                <td>{row.gravest ?? "–"}</td>
                <td>
                  {row.networks.length === 0 ? <span className="muted">none</span> : null}
                  {row.networks.map((network, place) => (
                    <span key={network}>
                      {place > 0 ? ", " : ""}
                      <Link to="/networks/$network" params={{ network }} search={{ chosen: row.entity }}>
                        {row.networks.length > 1 ? `open ${place + 1}` : "open"}
                        <span className="unseen"> network of {row.caption}</span>
                      </Link>
                    </span>
                  ))}
                </td>
                <td>{row.is_new ? <NewTag /> : <span className="muted">–</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Listed>
  );
}
