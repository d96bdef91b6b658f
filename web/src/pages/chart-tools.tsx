import type { RefObject } from "react";
import type { NetworkPage } from "../api/shapes.ts";
import type { Drawing } from "../chart/chart.tsx";
import type { Contents } from "../chart/contents.ts";
import { nameOn } from "../chart/contents.ts";
import { saveChart, saveTable } from "../chart/export.ts";
import { savePicture, type Paintable } from "../chart/picture.ts";
import { count } from "../base/figures.ts";
import type { ChartSteps } from "./chart-steps.ts";

interface Tools {
  page: NetworkPage;
  shown: Contents;
  steps: ChartSteps;
  chosen: string | undefined;
  nearer: (step: number) => void;
  fit: () => void;
  drawing: Drawing;
  draw: (drawing: Drawing) => void;
  picture: RefObject<Paintable | null>;
  ticked: ReadonlySet<string>;
  tick: (entity: string) => void;
  drawAsOne: () => void;
  save: () => void;
}

export function ChartTools({ page, shown, steps, chosen, nearer, fit, drawing, draw, picture, ticked, tick, drawAsOne, save }: Tools) {
  const from = steps.contents.nodes.find((node) => node.entity === steps.pathFrom);
  const isGroup = steps.isGroup(chosen);
  const name = `network-${page.rank}`;
  return (
    <div className="chart-tools no-print">
      <span className="small muted">
        {count(shown.nodes.length)} of {count(Math.max(page.members.length, steps.contents.nodes.length))} drawn, {count(shown.links.length)} links
      </span>
      {steps.canShowMore ? (
        <button type="button" className="link-button small" onClick={steps.showMore}>Show more</button>
      ) : null}
      {steps.canShowMore ? (
        <button type="button" className="link-button small" onClick={steps.showAll}>Show all</button>
      ) : null}
      {from ? <span className="tag warn">Path from {nameOn(from)}: choose the other end</span> : null}
      {steps.trouble ? <span className="tag warn" role="alert">{steps.trouble}</span> : null}
      <span className="grow" />
      <button type="button" className="button tight" disabled={!chosen || isGroup} onClick={() => chosen && steps.expand(chosen)}>Expand</button>
      <button type="button" className="button tight" disabled={!steps.isOpened(chosen)} onClick={() => chosen && steps.collapse(chosen)}>Collapse</button>
      <button type="button" className="button tight" disabled={!chosen || isGroup} onClick={() => steps.startPath(chosen)}>Path to…</button>
      <button type="button" className="button tight" disabled={!chosen} aria-pressed={steps.isPinned(chosen)} onClick={() => chosen && steps.pin(chosen, !steps.isPinned(chosen))}>
        {steps.isPinned(chosen) ? "Unpin" : "Pin"}
      </button>
      <button type="button" className="button tight" disabled={!chosen} onClick={() => chosen && tick(chosen)}>{chosen && ticked.has(chosen) ? "Untick" : "Tick"}</button>
      {isGroup ? (
        <button type="button" className="button tight" onClick={() => chosen && steps.ungroup(chosen)}>Ungroup</button>
      ) : (
        <button type="button" className="button tight" disabled={ticked.size < 2} onClick={drawAsOne}>{ticked.size < 2 ? "Group ticked" : `Group ${count(ticked.size)} ticked`}</button>
      )}
      <button type="button" className="button tight" disabled={!steps.canUndo} onClick={steps.undo}>Undo</button>
      <button type="button" className="button tight" disabled={!steps.canRedo} onClick={steps.redo}>Redo</button>
      <button type="button" className="button tight" aria-label="Farther" onClick={() => nearer(-1)}>−</button>
      <button type="button" className="button tight" aria-label="Nearer" onClick={() => nearer(1)}>+</button>
      <button type="button" className="button tight" onClick={fit}>Fit</button>
      <span className="segment">
        <button type="button" aria-pressed={drawing === "full"} title="Every sign; best below some hundreds" onClick={() => draw("full")}>Full</button>
        <button type="button" aria-pressed={drawing === "fast"} title="On the graphics card; lines are solid, fainter where weaker" onClick={() => draw("fast")}>Fast</button>
      </span>
      {drawing === "full" ? (
        <button type="button" className="button tight" onClick={() => saveChart(page.marking, name)}>SVG</button>
      ) : null}
      <button type="button" className="button tight" onClick={save}>Save view…</button>
      <button type="button" className="button tight" onClick={() => void savePicture(picture.current, page.marking, name)}>PNG</button>
      <button type="button" className="button tight" onClick={() => saveTable(shown, page.marking, name)}>CSV</button>
    </div>
  );
}
