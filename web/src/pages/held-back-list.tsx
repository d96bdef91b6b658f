import { useQuery } from "@tanstack/react-query";
import { heldBackQuery } from "../api/lists.ts";
import { WhoLink } from "../parts/who-link.tsx";
import { Listed } from "./listed.tsx";
import type { ListView } from "./threat-picture.tsx";

export function HeldBackList(view: ListView) {
  const page = useQuery(heldBackQuery(view.filter, view.cursor));
  return (
    <Listed of={page} what="people held back" view={view}>
      {(rows) => (
        <>
          <p className="note warn">
            Not ranked, as they may be the same as somebody to protect. Open both and decide: the next picture follows.
          </p>
          <table className="table">
            <caption className="unseen">People held back from ranking</caption>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Perhaps the same as</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.entity}>
                  <td><WhoLink who={row} /></td>
                  <td>
                    <ul>
                      {row.perhaps.map((who) => (
                        <li key={who.entity}><WhoLink who={{ ...who, is_protected: true }} /></li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Listed>
  );
}
