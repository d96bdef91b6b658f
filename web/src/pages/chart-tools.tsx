import type { NetworkPage } from "../api/shapes.ts";
import type { Contents } from "../chart/contents.ts";
import { nameOn } from "../chart/contents.ts";
import { saveChart, saveTable } from "../chart/export.ts";
import { count } from "../base/figures.ts";
import type { ChartSteps } from "./chart-steps.ts";

interface Tools {
  page: NetworkPage;
  shown: Contents;
  steps: ChartSteps;
  chosen: string | undefined;
  nearer: (step: number) => void;
  fit: () => void;
}

export function ChartTools({ page, shown, steps, chosen, nearer, fit }: Tools) {
  const from = steps.contents.nodes.find((node) => node.entity === steps.pathFrom);
  return (
    <div className="chart-tools no-print">
      <span className="small muted">
        {count(shown.nodes.length)} of {count(Math.max(page.members.length, steps.contents.nodes.length))} drawn, {count(shown.links.length)} links
      </span>
      {steps.canShowMore ? (
        <button type="button" className="link-button small" onClick={steps.showMore}>Show more</button>
      ) : null}
      {from ? <span className="tag warn">Path from {nameOn(from)}: choose the other end</span> : null}
      {steps.trouble ? <span className="tag warn" role="alert">{steps.trouble}</span> : null}
      <span className="grow" />
      <button type="button" className="button tight" disabled={!chosen} onClick={() => chosen && steps.expand(chosen)}>Expand</button>
      <button type="button" className="button tight" disabled={!chosen} onClick={() => steps.startPath(chosen)}>Path to…</button>
      <button type="button" className="button tight" disabled={!steps.canUndo} onClick={steps.undo}>Undo</button>
      <button type="button" className="button tight" disabled={!steps.canRedo} onClick={steps.redo}>Redo</button>
      <button type="button" className="button tight" aria-label="Farther" onClick={() => nearer(-1)}>−</button>
      <button type="button" className="button tight" aria-label="Nearer" onClick={() => nearer(1)}>+</button>
      <button type="button" className="button tight" onClick={fit}>Fit</button>
      <button type="button" className="button tight" onClick={() => saveChart(page.marking, `network-${page.rank}`)}>SVG</button>
      <button type="button" className="button tight" onClick={() => saveTable(shown, page.marking, `network-${page.rank}`)}>CSV</button>
    </div>
  );
}
