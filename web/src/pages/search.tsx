import { useQuery } from "@tanstack/react-query";
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { searchQuery, type Terms } from "../api/search.ts";
import type { Found } from "../api/shapes.ts";
import { count } from "../base/figures.ts";
import { usePageKeys } from "../parts/keys.ts";
import { PageHead } from "../parts/page-head.tsx";
import { useChosenRow } from "../parts/row-keys.ts";
import { noTerms } from "../parts/search-state.ts";
import { useShown } from "../parts/shown-marking.ts";
import { Answer, Empty } from "../parts/states.tsx";
import { FacetList } from "./facet-list.tsx";
import { usePicked } from "./picked.ts";
import { HitRow, PassageRow } from "./hit-row.tsx";

export function Search() {
  const terms = useRouterState({ select: (state) => state.location.state.terms }) ?? noTerms;
  const navigate = useNavigate();
  const found = useQuery(searchQuery(terms));
  const ask = (next: Terms) => void navigate({ to: "/search", state: { terms: next }, replace: true });
  return (
    <>
      <PageHead
        title="Search"
        crumb="Everything you may see"
        tools={<span className="small muted">Ordered by match, never by risk. What is searched for is logged, a nil result too.</span>}
      />
      <SearchWords terms={terms} ask={ask} {...(found.data ? { understood: found.data.understood } : {})} />
      {terms.query === "" ? (
        <Empty>
          <p>Type a name, a number, a plate, a place or words. Spelling need not be right.</p>
          <p>For example: a surname and a year of birth, the end of a number plate, “van outside the school”.</p>
        </Empty>
      ) : (
        <Answer of={found} what="what was found">
          {(told) => <Results found={told} terms={terms} ask={ask} />}
        </Answer>
      )}
    </>
  );
}

function SearchWords({ terms, ask, understood }: { terms: Terms; ask: (terms: Terms) => void; understood?: string }) {
  const [typed, setTyped] = useState(terms.query);
  useEffect(() => setTyped(terms.query), [terms.query]);
  return (
    <form className="search-words" onSubmit={(event) => { event.preventDefault(); ask({ query: typed.trim() }); }}>
      <input className="input large" aria-label="What you look for" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} maxLength={1000} />
      <button type="submit" className="button main">Search</button>
      {understood && terms.query ? <p className="small muted understood">Read as {understood}</p> : null}
    </form>
  );
}

function Results({ found, terms, ask }: { found: Found; terms: Terms; ask: (terms: Terms) => void }) {
  useShown(found.marking);
  const navigate = useNavigate();
  const open = (row: number) => {
    const entity = found.entities[row]?.entity;
    if (entity) void navigate({ to: "/entities/$entity", params: { entity } });
  };
  const { chosen, choose, keys } = useChosenRow(found.entities.length, open);
  const { picked, toggle, compare } = usePicked(found);
  usePageKeys([
    ...keys,
    { key: "x", says: "tick to compare", act: () => toggle(found.entities[chosen]) },
    { key: "c", says: "compare the two", act: compare },
  ]);
  return (
    <div className="panes search-pages">
      <aside className="pane pad" aria-label="Narrow" tabIndex={0}>
        <FacetList found={found} terms={terms} ask={ask} />
      </aside>
      <section className="pane" aria-label="Results" tabIndex={0}>
        {[...found.hints, ...found.notes].map((note) => <p key={note} className="note">{note}</p>)}
        <div className="pad row"><h2>People and things</h2><span className="muted small">{count(found.entities.length)} of {count(found.count)}</span>
          <span className="grow" />
          <button type="button" className="button tight" disabled={picked.length !== 2} onClick={compare}>{picked.length === 2 ? "Compare the two" : "Tick two people to compare"}</button>
        </div>
        {found.entities.length === 0 ? <Empty><p>Nobody and nothing in what you may see. Try fewer words, or only the surname.</p></Empty> : null}
        <ol>
          {found.entities.map((hit, index) => (
            <HitRow key={hit.entity} hit={hit} number={index} isChosen={index === chosen} choose={() => choose(index)}
              isPicked={hit.noun === "person" ? picked.includes(hit.entity) : undefined} pick={() => toggle(hit)} />
          ))}
        </ol>
        <div className="pad row"><h2>Reports</h2><span className="muted small">{count(found.passages.length)} of {count(found.passage_count)}</span></div>
        {found.passages.length === 0 ? <Empty><p>No report text holds these words.</p></Empty> : null}
        <ol>{found.passages.map((passage) => <PassageRow key={passage.record} passage={passage} />)}</ol>
      </section>
    </div>
  );
}
