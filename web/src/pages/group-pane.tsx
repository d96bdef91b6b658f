import { count } from "../base/figures.ts";
import { title } from "../base/words.ts";
import { nameOn, type ChartNode } from "../chart/contents.ts";
import { Icon, iconOf } from "../parts/icon.tsx";
import type { ChartSteps } from "./chart-steps.ts";

interface Props {
  group: ChartNode;
  steps: ChartSteps;
  choose: (entity: string | undefined) => void;
}

/** Several that are drawn as one: who they are, and how to have them one by one again. */
export function GroupPane({ group, steps, choose }: Props) {
  const held = group.held ?? [];
  return (
    <>
      <div className="section">
        <div className="row between">
          <h2>{nameOn(group)}</h2>
          <button type="button" className="button tight" onClick={() => choose(undefined)} aria-label="Close"><Icon name="cross" /></button>
        </div>
        <p className="small muted">Drawn as one by you; nothing is merged. Their links to others stand together, those among them are not drawn.</p>
      </div>
      <section className="section">
        <h2>Held {count(held.length)}</h2>
        <ul className="lines small">
          {held.map((node) => (
            <li key={node.entity} className="row">
              <Icon name={iconOf(node.noun, node.is_protected)} className={node.is_protected ? "care" : ""} />
              <span className="grow">{nameOn(node)}</span><span className="muted">{title(node.noun)}</span>
            </li>
          ))}
        </ul>
      </section>
      <div className="pane-foot no-print">
        <button type="button" className="button main" onClick={() => { steps.ungroup(group.entity); choose(undefined); }}>Ungroup</button>
        <button type="button" className="button" onClick={() => steps.hide(group.entity)}>Hide</button>
      </div>
    </>
  );
}
