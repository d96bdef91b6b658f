import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from "react";
import Sigma from "sigma";
import { EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import { palette, whenThemeChanges } from "./colours.ts";
import { drawingOf, graphOf, type DrawingRules } from "./fast-graph.ts";
import { labelDrawing } from "./fast-labels.ts";
import type { Paintable } from "./picture.ts";
import { SymbolProgram } from "./symbol-program.ts";
import { spokenLabel, walkKeys, type Chart } from "./walk-keys.ts";

const stretchMax = 2.6;
const nearerBy = 1.25;

/** A chart of thousands on the graphics card. The same keys, the same choice, the same table as the other drawing. */
export function FastChart({ picture, ...chart }: Chart & { picture: Ref<Paintable> }) {
  const { contents, chosen, path, wanted } = chart;
  const element = useRef<HTMLDivElement>(null);
  const renderer = useRef<Sigma>(undefined);
  const latest = useRef(chart);
  useEffect(() => {
    latest.current = chart;
  });

  const [drawing] = useState(() => ({ current: drawingOf(contents, chart, palette()) }));

  useEffect(() => {
    if (!element.current) return undefined;
    const sigma = startSigma(element.current, latest, drawing);
    renderer.current = sigma;
    const stop = whenThemeChanges(() => {
      drawing.current = drawingOf(latest.current.contents, latest.current, palette());
      sigma.refresh();
    });
    return () => {
      stop();
      sigma.kill();
      renderer.current = undefined;
    };
  }, []);

  // What is on it before what is chosen on it: the order of these two counts.
  useEffect(() => {
    const { clientWidth = 1, clientHeight = 1 } = element.current ?? {};
    drawing.current = drawingOf(contents, latest.current, drawing.current.colours);
    renderer.current?.setGraph(graphOf(contents, Math.min(Math.max(clientWidth / Math.max(clientHeight, 1), 1), stretchMax)));
  }, [contents]);
  useEffect(() => {
    drawing.current = drawingOf(latest.current.contents, { chosen, path }, drawing.current.colours);
    if (chosen && renderer.current) bringIntoView(renderer.current, chosen);
    renderer.current?.refresh({ schedule: true });
  }, [chosen, path]);

  useEffect(() => void renderer.current?.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 }), [wanted.fit]);
  const nearerBefore = useRef(wanted.nearer);
  useEffect(() => {
    const steps = wanted.nearer - nearerBefore.current;
    nearerBefore.current = wanted.nearer;
    if (steps !== 0) renderer.current?.getCamera().updateState((state) => ({ ratio: state.ratio / nearerBy ** steps }));
  }, [wanted.nearer]);

  const points = useMemo(() => new Map(contents.nodes.map((node) => [node.entity, node])), [contents.nodes]);
  useImperativeHandle(picture, () => ({ paint: async () => painted(renderer.current) }), []);
  return (
    <div ref={element} className="fast-chart" tabIndex={0} role="application" aria-roledescription="chart"
      aria-label={spokenLabel(chart)} onKeyDown={walkKeys(chart, points)} />
  );
}

function startSigma(pane: HTMLElement, latest: { readonly current: Chart }, drawing: { readonly current: DrawingRules }): Sigma {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const labels = labelDrawing(() => drawing.current.colours);
  const sigma = new Sigma(graphOf({ nodes: [], links: [] }, 1), pane, {
    nodeReducer: (entity, data) => drawing.current.symbol(entity, data),
    edgeReducer: (key, data) => drawing.current.line(key, data),
    allowInvalidContainer: true,
    defaultNodeType: "symbol",
    edgeProgramClasses: { hair: EdgeLineProgram as never, thick: EdgeRectangleProgram as never },
    nodeProgramClasses: { symbol: SymbolProgram as never },
    nodeHoverProgramClasses: { symbol: SymbolProgram as never },
    defaultDrawNodeLabel: labels.label,
    defaultDrawNodeHover: labels.hover,
    labelGridCellSize: 130,
    labelRenderedSizeThreshold: 3,
    stagePadding: 40,
    zIndex: true,
    hideEdgesOnMove: true,
    minCameraRatio: 0.02,
    maxCameraRatio: 3,
    zoomDuration: isStill ? 0 : 150,
    inertiaDuration: isStill ? 0 : 150,
  });
  sigma.on("clickNode", ({ node }) => latest.current.choose(node));
  sigma.on("clickStage", () => latest.current.choose(undefined));
  sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    latest.current.open(node);
  });
  return sigma;
}

function bringIntoView(sigma: Sigma, entity: string): void {
  if (!sigma.getGraph().hasNode(entity)) return;
  const { x, y } = sigma.getGraph().getNodeAttributes(entity) as { x: number; y: number };
  const at = sigma.graphToViewport({ x, y });
  const { width, height } = sigma.getDimensions();
  if (at.x < 0 || at.y < 0 || at.x > width || at.y > height) sigma.getCamera().setState(sigma.viewportToFramedGraph(at));
}

/** All layers as one picture. What WebGL drew is gone with the next frame, so it is drawn and read in one go. */
function painted(sigma: Sigma | undefined): HTMLCanvasElement {
  const sheet = document.createElement("canvas");
  const context = sheet.getContext("2d");
  if (!sigma || !context) return sheet;
  const layers = sigma.getCanvases();
  sheet.width = layers["nodes"]?.width ?? 0;
  sheet.height = layers["nodes"]?.height ?? 0;
  sigma.refresh({ skipIndexation: true });
  for (const name of ["edges", "nodes", "labels", "hovers", "hoverNodes"]) {
    const layer = layers[name];
    if (layer) context.drawImage(layer, 0, 0);
  }
  return sheet;
}
