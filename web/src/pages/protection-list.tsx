import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { protectionQuery } from "../api/lists.ts";
import { count } from "../base/figures.ts";
import { title } from "../base/words.ts";
import { usePageKeys } from "../parts/keys.ts";
import { useChosenRow } from "../parts/row-keys.ts";
import { CareTag, Forces } from "../parts/tags.tsx";
import { WhoLink } from "../parts/who-link.tsx";
import { Listed } from "./listed.tsx";
import type { ListView } from "./threat-picture.tsx";

export function ProtectionList(view: ListView) {
  const page = useQuery(protectionQuery(view.filter, view.cursor));
  const rows = page.data?.rows ?? [];
  const navigate = useNavigate();
  const { chosen, choose, keys } = useChosenRow(rows.length, (row) => {
    const entity = rows[row]?.entity;
    if (entity) void navigate({ to: "/entities/$entity", params: { entity } });
  });
  usePageKeys(keys);
  return (
    <Listed of={page} what="people to protect" view={view}>
      {() => (
        <>
          <p className="note care">
            People to protect stand here and never among the ranked. Opening one is logged, as all that is looked at.
          </p>
          <table className="table">
            <caption className="unseen">People to protect</caption>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Why they are here</th>
                <th scope="col" className="right">Records that say so</th>
                <th scope="col">Also</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.entity} data-row={index} className={index === chosen ? "chosen" : ""} onClick={() => choose(index)}>
                  <td>
                    <WhoLink who={{ ...row, is_protected: true }} />
                    <div><Forces names={row.forces} /></div>
                  </td>
                  <td>
                    <span className="row wrap">
                      {row.reasons.map((reason) => (
                        <CareTag key={reason}>{title(reason)}</CareTag>
                      ))}
                    </span>
                  </td>
                  <td className="right">{count(row.lines)}</td>
                  <td>{row.is_also_suspect ? <span className="tag outline">also suspect</span> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Listed>
  );
}
