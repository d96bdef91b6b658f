import { useCallback, useState } from "react";
import { nameOn, type Contents } from "../chart/contents.ts";
import { announce } from "../parts/announce.tsx";
import type { ChartSteps } from "./chart-steps.ts";

const none: ReadonlySet<string> = new Set();

/** Those on a chart who are ticked, to be drawn as one. Who is no longer shown is not ticked. */
export function useTicked(shown: Contents, steps: ChartSteps) {
  const [asked, setAsked] = useState(none);
  const ticked = new Set(shown.nodes.map((node) => node.entity).filter((entity) => asked.has(entity)));
  const tick = useCallback((entity: string) => {
    setAsked((now) => {
      const next = new Set(now);
      if (!next.delete(entity)) next.add(entity);
      return next;
    });
    const node = shown.nodes.find((each) => each.entity === entity);
    announce(node ? `${nameOn(node)} ${asked.has(entity) ? "is no longer" : "is"} ticked.` : "");
  }, [shown, asked]);
  const drawAsOne = () => {
    if (ticked.size < 2) return announce("Tick two or more first.");
    steps.group([...ticked]);
    setAsked(none);
  };
  return { ticked, tick, drawAsOne };
}
