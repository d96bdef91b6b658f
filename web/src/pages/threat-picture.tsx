import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { ListFilter } from "../api/lists.ts";
import { pictureQuery } from "../api/picture.ts";
import type { Picture } from "../api/shapes.ts";
import { dayOf } from "../base/dates.ts";
import { count } from "../base/figures.ts";
import type { ListAddress, ListName } from "../parts/addresses.ts";
import { Icon } from "../parts/icon.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer, Loading } from "../parts/states.tsx";
import { HeldBackList } from "./held-back-list.tsx";
import { ListFilters } from "./list-filters.tsx";
import { NetworkList } from "./network-list.tsx";
import { NominalList } from "./nominal-list.tsx";
import { ProtectionList } from "./protection-list.tsx";
import { WhatChanged } from "./what-changed.tsx";

const NetworkMap = lazy(async () => ({ default: (await import("./network-map.tsx")).NetworkMap }));

const route = getRouteApi("/");

export function ThreatPicture() {
  const picture = useQuery(pictureQuery);
  return (
    <Answer of={picture} what="the threat picture">
      {(shown) => <Lists picture={shown} />}
    </Answer>
  );
}

export interface ListView {
  picture: Picture;
  filter: ListFilter;
  cursor: string | undefined;
  toPage: (cursor: string | undefined) => void;
}

const lists: Readonly<Record<ListName | "networks", (view: ListView) => React.ReactNode>> = {
  networks: NetworkList,
  nominals: NominalList,
  protection: ProtectionList,
  "held-back": HeldBackList,
};

function Lists({ picture }: { picture: Picture }) {
  useShown(picture.marking);
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const name = asked.list ?? "networks";
  const isMap = name === "networks" && asked.view === "map";
  const List = isMap ? NetworkMap : lists[name];
  const change = (part: Partial<ListAddress>) =>
    void navigate({ search: (now) => ({ ...now, cursor: undefined, ...part }) });
  const filter: ListFilter = { force: asked.force, threat_type: asked.threat, is_new: asked.fresh };
  return (
    <>
      <PageHead
        title="Threat picture"
        crumb={picture.forces.join(" · ")}
        tools={
          <span className="small muted">
            As at {dayOf(picture.as_at)} · ranks advise; a named person decides.
          </span>
        }
      />
      <Tabs picture={picture} />
      <ListFilters picture={picture} list={name} asked={asked} change={change} />
      <div className="panes with-side">
        <section className="pane" aria-label="List" tabIndex={0}>
          <Suspense fallback={<Loading what="the map" />}>
            <List key={name} picture={picture} filter={filter} cursor={asked.cursor} toPage={(cursor) => change({ cursor })} />
          </Suspense>
        </section>
        <aside className="pane" aria-label="What changed" tabIndex={0}>
          <WhatChanged picture={picture} />
          <Reading picture={picture} />
        </aside>
      </div>
    </>
  );
}

function Tabs({ picture }: { picture: Picture }) {
  const tab = (list: ListName | undefined, says: string, number: number) => (
    <Link to="/" search={{ list }} activeOptions={{ includeSearch: true, explicitUndefined: true }} className={list === "protection" ? "care" : ""}>
      {list === "protection" ? <Icon name="shield" /> : null}
      {says} <span className="muted">{count(number)}</span>
    </Link>
  );
  return (
    <nav className="tabs" aria-label="Lists">
      {tab(undefined, "Networks", picture.networks)}
      {tab("nominals", "Prioritised nominals", picture.nominals)}
      {tab("held-back", "Held back", picture.held_back)}
      {tab("protection", "Protection list", picture.protected)}
    </nav>
  );
}

function Reading({ picture }: { picture: Picture }) {
  return (
    <section className="section">
      <h2>How to read this</h2>
      <ul className="lines small">
        {[...picture.caveats, ...picture.notes].map((note) => (
          <li key={note}>{note.charAt(0).toUpperCase() + note.slice(1)}.</li>
        ))}
      </ul>
    </section>
  );
}
