import type { Terms } from "../api/search.ts";
import type { Found } from "../api/shapes.ts";
import { count } from "../base/figures.ts";
import { capital, plural } from "../base/words.ts";

interface Props {
  found: Found;
  terms: Terms;
  ask: (terms: Terms) => void;
}

/** What a result can be narrowed to. */
export function FacetList({ found, terms, ask }: Props) {
  return (
    <div className="legend">
      <Facet label="Kind" counts={found.facets.nouns} chosen={terms.nouns ?? []} says={(noun) => capital(plural(noun))} change={(nouns) => ask({ ...terms, nouns })} />
      <Facet label="Force" counts={found.facets.forces} chosen={terms.forces ?? []} says={(force) => force} change={(forces) => ask({ ...terms, forces })} />
    </div>
  );
}

interface FacetProps {
  label: string;
  counts: Readonly<Record<string, number>>;
  chosen: readonly string[];
  says: (name: string) => string;
  change: (chosen: readonly string[] | undefined) => void;
}

function Facet({ label, counts, chosen, says, change }: FacetProps) {
  const names = [...new Set([...Object.keys(counts), ...chosen])];
  const toggle = (name: string) => {
    const next = chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name];
    change(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset>
      <legend className="label">{label}</legend>
      {names.map((name) => (
        <label key={name} className="check">
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
          {says(name)}
          <span className="number">{count(counts[name] ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );
}
