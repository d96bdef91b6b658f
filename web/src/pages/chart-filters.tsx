import { memo, useState } from "react";
import type { Strength } from "../api/shapes.ts";
import { count } from "../base/figures.ts";
import { capital, plural, title, word } from "../base/words.ts";
import { kindOf, nameOn, noFilters, type Contents, type Filters } from "../chart/contents.ts";
import { LegendLine, LegendSymbol } from "../chart/symbol.tsx";

interface Props {
  contents: Contents;
  filters: Filters;
  change: (filters: Filters) => void;
  choose: (entity: string) => void;
}

const strengths: readonly Strength[] = ["confirmed", "unconfirmed", "tentative"];

const tally = (names: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

const toggled = <T,>(set: ReadonlySet<T>, value: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};

/** What a chart shows; the filters are its legend. */
export const ChartFilters = memo(function ChartFilters({ contents, filters, change, choose }: Props) {
  const kinds = tally(contents.nodes.map(kindOf));
  const sayings = tally(contents.links.flatMap((link) => link.sayings.map((saying) => saying.says)));
  const isFiltered = filters.kinds.size + filters.strengths.size + filters.sayings.size > 0;
  return (
    <div className="legend">
      <FindOnChart contents={contents} choose={choose} />
      <fieldset>
        <legend className="label">Items and their shapes</legend>
        {kinds.map(([kind, number]) => (
          <Tick key={kind} isOn={!filters.kinds.has(kind)} number={number} toggle={() => change({ ...filters, kinds: toggled(filters.kinds, kind) })}>
            <LegendSymbol kind={kind} /> {kind === "protected" ? "To protect" : capital(plural(kind))}
          </Tick>
        ))}
      </fieldset>
      <fieldset>
        <legend className="label">Links and their strength</legend>
        {strengths.map((strength) => (
          <Tick key={strength} isOn={!filters.strengths.has(strength)} number={contents.links.filter((link) => link.strength === strength).length}
            toggle={() => change({ ...filters, strengths: toggled(filters.strengths, strength) })}>
            <LegendLine strength={strength} /> {title(strength)}
          </Tick>
        ))}
      </fieldset>
      <fieldset>
        <legend className="label">Layers</legend>
        {sayings.map(([saying, number]) => (
          <Tick key={saying} isOn={!filters.sayings.has(saying)} number={number} toggle={() => change({ ...filters, sayings: toggled(filters.sayings, saying) })}>
            {capital(word(saying))}
          </Tick>
        ))}
      </fieldset>
      {isFiltered ? (
        <button type="button" className="link-button small" onClick={() => change({ ...noFilters, from: filters.from, until: filters.until })}>Show all</button>
      ) : null}
    </div>
  );
});

interface TickProps {
  isOn: boolean;
  number: number;
  toggle: () => void;
  children: React.ReactNode;
}

function Tick({ isOn, number, toggle, children }: TickProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={toggle} />
      {children}
      <span className="number">{count(number)}</span>
    </label>
  );
}

function FindOnChart({ contents, choose }: Pick<Props, "contents" | "choose">) {
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const found = wanted.length < 2 ? [] : contents.nodes.filter((node) => nameOn(node).toLowerCase().includes(wanted)).slice(0, 6);
  return (
    <div className="field">
      <input className="input tight" type="search" aria-label="Find on this chart" placeholder="Find on this chart" value={typed} onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => { if (event.key === "Enter" && found[0]) choose(found[0].entity); }} />
      {found.map((node) => (
        <button key={node.entity} type="button" className="link-button small" onClick={() => choose(node.entity)}>{nameOn(node)}</button>
      ))}
    </div>
  );
}
