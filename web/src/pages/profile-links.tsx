import { Link } from "@tanstack/react-router";
import type { Profile } from "../api/shapes.ts";
import { span } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import { says, timesOf } from "../chart/contents.ts";
import { LegendLine } from "../chart/symbol.tsx";
import { SourceChips } from "../parts/source-chips.tsx";
import { WhoLink } from "../parts/who-link.tsx";

/** The people they are linked with, the most recorded first. */
export function ProfileLinks({ profile }: { profile: Profile }) {
  const { shown, count: all } = profile.associates;
  return (
    <section className="section">
      <div className="row">
        <h2>Associates</h2>
        <span className="small muted">{count(shown.length)} of {count(all)}</span>
      </div>
      {shown.length === 0 ? <p className="muted small">Nobody is linked with them, in what you may see.</p> : (
        <table className="table small">
          <caption className="unseen">Associates</caption>
          <thead>
            <tr><th scope="col">Who</th><th scope="col">How</th><th scope="col">Strength</th><th scope="col">When</th><th scope="col" className="right">Times</th><th scope="col">Source and grade</th><th scope="col">Paths</th></tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.entity}>
                <td><WhoLink who={each} /></td>
                <td>{says(each.link)}</td>
                <td><span className="row"><LegendLine strength={each.link.strength} /> {each.link.strength}</span></td>
                <td className="nowrap">{span(each.link.first, each.link.last)}</td>
                <td className="right">{count(timesOf(each.link))}</td>
                <td><SourceChips cited={each.link} /></td>
                <td><Link to="/connections" search={{ from: profile.entity, to: each.entity }}>Paths<span className="unseen"> to {each.caption}</span></Link></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
