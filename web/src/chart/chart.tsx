import { lazy, Suspense, type Ref } from "react";
import { Loading } from "../parts/states.tsx";
import type { Paintable } from "./picture.ts";
import { SvgChart } from "./svg-chart.tsx";
import type { Chart } from "./walk-keys.ts";

const FastChart = lazy(async () => ({ default: (await import("./fast-chart.tsx")).FastChart }));

/** How a chart is drawn: with every sign, or fast. */
export type Drawing = "full" | "fast";

const manyNodes = 300;
export const drawingFor = (nodes: number): Drawing => (nodes > manyNodes ? "fast" : "full");

let known: boolean | undefined;
const canBeFast = (): boolean => (known ??= document.createElement("canvas").getContext("webgl2") !== null);

/** A chart, drawn as is asked; with every sign where the browser has no WebGL. */
export function ChartDrawing({ drawing, ...chart }: Chart & { drawing: Drawing; picture: Ref<Paintable> }) {
  if (drawing === "full") return <SvgChart {...chart} />;
  if (!canBeFast()) {
    return (
      <>
        <SvgChart {...chart} />
        <p className="chart-note note warn">This browser has no WebGL: a chart of this size is slow in it. Filters make it smaller.</p>
      </>
    );
  }
  return (
    <Suspense fallback={<Loading what="the chart" />}>
      <FastChart {...chart} />
    </Suspense>
  );
}
