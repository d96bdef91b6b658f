import { useNavigate, getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { NetworkPage, OpenedView } from "../api/shapes.ts";
import { dayOf, span } from "../base/dates.ts";
import { count, ordinal } from "../base/figures.ts";
import { ChartDrawing, drawingFor, type Drawing } from "../chart/chart.tsx";
import { filtered, noFilters, type Filters } from "../chart/contents.ts";
import { asDrawn } from "../chart/grouping.ts";
import { openedFilters, toSave } from "../chart/saved.ts";
import type { Paintable } from "../chart/picture.ts";
import { usePageKeys } from "../parts/keys.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Forces, NewTag } from "../parts/tags.tsx";
import { ChartFilters } from "./chart-filters.tsx";
import { ChartTable } from "./chart-table.tsx";
import { ChartTools } from "./chart-tools.tsx";
import { GroupPane } from "./group-pane.tsx";
import { MemberPane } from "./member-pane.tsx";
import { NetworkPane } from "./network-pane.tsx";
import { SavingView } from "./saved-views.tsx";
import { TimeWindow } from "./time-window.tsx";
import { useChartSteps } from "./chart-steps.ts";
import { useChosen } from "./chosen.ts";
import { useTicked } from "./ticked.ts";

const route = getRouteApi("/networks/$network");

/** Chart, table and reasons of one network: what is chosen in one is chosen in all. */
export function NetworkBoard({ page, opened }: { page: NetworkPage; opened?: OpenedView }) {
  const asked = route.useSearch();
  const navigate = useNavigate();
  const steps = useChartSteps(page, opened);
  const [filters, setFilters] = useState<Filters>(() => (opened ? openedFilters(opened) : noFilters));
  const [isSaving, setSaving] = useState(false);
  const [wanted, setWanted] = useState({ fit: 0, nearer: 0 });
  const shown = useMemo(() => asDrawn(filtered(steps.contents, filters)), [steps.contents, filters]);
  const { ticked, tick, drawAsOne } = useTicked(shown, steps);
  const [drawingAsked, draw] = useState<Drawing>();
  const drawing = drawingAsked ?? drawingFor(shown.nodes.length);
  const picture = useRef<Paintable>(null);
  const { chosen, choose } = useChosen(asked.chosen, shown, steps.pathTo);
  useEffect(() => {
    if (opened?.chosen && !asked.chosen) choose(opened.chosen);
    // Once, as it is opened.
  }, []);
  const isGroup = steps.isGroup;
  const open = useCallback((entity: string) => {
    if (!isGroup(entity)) void navigate({ to: "/entities/$entity", params: { entity } });
  }, [navigate, isGroup]);
  const nearer = (step: number) => setWanted((now) => ({ ...now, nearer: now.nearer + step }));
  usePageKeys([
    { key: "x", says: "expand", act: () => chosen && steps.expand(chosen) },
    { key: "z", says: "collapse", act: () => chosen && steps.collapse(chosen) },
    { key: "p", says: "pin", act: () => chosen && steps.pin(chosen, !steps.isPinned(chosen)) },
    { key: "t", says: "tick", act: () => chosen && tick(chosen) },
    { key: "o", says: "ticked as one", act: drawAsOne },
    { key: "h", says: "hide", act: () => chosen && steps.hide(chosen) },
    { key: "c", says: "path to…", act: () => steps.startPath(chosen) },
    { key: "u", says: "undo", act: steps.undo },
    { key: "r", says: "redo", act: steps.redo },
    { key: "m", says: "show more", act: steps.showMore },
    { key: "s", says: "save view", act: () => setSaving(true) },
    { key: "Escape", says: "choose none", act: () => choose(undefined) },
  ]);
  const member = page.members.find((each) => each.entity === chosen);
  const node = shown.nodes.find((each) => each.entity === chosen) ?? steps.contents.nodes.find((each) => each.entity === chosen);
  return (
    <>
      <PageHead
        title={titleOf(page)}
        crumb={<><Link to="/">Threat picture</Link> › ranked {ordinal(page.rank)} · seen {span(page.first, page.last)}</>}
        beside={<>{page.is_new ? <NewTag /> : null}<Forces names={page.forces} few={6} /></>}
        tools={<>
          <span className="small">Harm <b>{count(page.harm_days)}</b> days · {page.members.length} people · last {page.last ? dayOf(page.last) : "not dated"}</span>
          <Link to="/networks/$network/places" params={{ network: page.network }} className="button tight">Places on a map</Link>
        </>}
      />
      <div className="panes network-panes">
        <aside className="pane pad no-print" aria-label="Filters" tabIndex={0}>
          <ChartFilters contents={steps.contents} filters={filters} change={setFilters} choose={choose} />
        </aside>
        <div className="network-middle">
          <ChartTools page={page} shown={shown} steps={steps} chosen={chosen} nearer={nearer} fit={() => setWanted((now) => ({ ...now, fit: now.fit + 1 }))}
            drawing={drawing} draw={draw} picture={picture} ticked={ticked} tick={tick} drawAsOne={drawAsOne} save={() => setSaving(true)} />
          <section className="chart" aria-label="Chart">
            <ChartDrawing drawing={drawing} picture={picture} contents={shown} chosen={chosen} choose={choose} path={steps.path} open={open} wanted={wanted}
              move={steps.move} ticked={ticked} />
          </section>
          <TimeWindow contents={steps.contents} filters={filters} change={setFilters} />
          <ChartTable page={page} shown={shown} chosen={chosen} choose={choose} ticked={ticked} tick={tick} />
        </div>
        <aside className="pane" aria-label="Why" tabIndex={0}>
          {node?.held ? (
            <GroupPane group={node} steps={steps} choose={choose} />
          ) : member || node ? (
            <MemberPane key={chosen} page={page} member={member} node={node} steps={steps} close={() => choose(undefined)} />
          ) : (
            <NetworkPane page={page} choose={choose} opened={opened?.view} />
          )}
        </aside>
      </div>
      {isSaving ? <SavingView network={page.network} chart={toSave(steps.contents, filters, chosen)} close={() => setSaving(false)} /> : null}
    </>
  );
}

function titleOf(page: NetworkPage): string {
  const leading = page.members.filter((member) => member.standing === "ranked").slice(0, 2);
  return leading.length > 0 ? `Network of ${leading.map((member) => member.caption).join(", ")}` : `Network ${page.rank}`;
}
