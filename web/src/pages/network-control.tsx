import type { Member, NetworkPage } from "../api/shapes.ts";
import { count, counted } from "../base/figures.ts";
import { capital } from "../base/words.ts";
import { controlKinds, type ControlKind } from "./control-kinds.ts";

interface Props {
  page: NetworkPage;
  choose: (entity: string) => void;
}

/** Evidence of control over a whole network; whoever is chosen has its records. */
export function NetworkControl({ page, choose }: Props) {
  const kinds = controlKinds(page.members);
  return (
    <section className="section" aria-label="Evidence of control">
      <h2>Evidence of control</h2>
      {kinds.length === 0 ? <p className="small muted">None was collected. That is not to say that there is none.</p> : null}
      <ul className="lines small">
        {kinds.map((kind) => <Kind key={kind.evidence} kind={kind} choose={choose} />)}
      </ul>
      <p className="tiny muted">{capital(page.control_caveat)}.</p>
    </section>
  );
}

const shownMax = 3;

function Kind({ kind, choose }: { kind: ControlKind<Member>; choose: Props["choose"] }) {
  const others = kind.of.length - shownMax;
  return (
    <li>
      <p className="muted">{kind.says}</p>
      <ul>
        {kind.of.slice(0, shownMax).map(({ who, times }) => (
          <li key={who.entity} className="row">
            <button type="button" className="link-button name-button grow" onClick={() => choose(who.entity)}>{who.caption}</button>
            <b>{count(times)}</b>
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="tiny muted">and {counted(others, "other")}</p> : null}
    </li>
  );
}
