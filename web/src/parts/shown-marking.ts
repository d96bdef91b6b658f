import { useEffect, useId } from "react";
import { join, type Marking } from "../api/marking.ts";
import { createStore } from "../base/store.ts";
import { useStore } from "./use-store.ts";

const shown = createStore<ReadonlyMap<string, Marking>>(new Map());

/** Says that something of this marking is on the page, for as long as it is. */
export function useShown(marking: Marking | undefined): void {
  const id = useId();
  useEffect(() => {
    if (!marking) return undefined;
    shown.set(new Map(shown.get()).set(id, marking));
    return () => {
      const rest = new Map(shown.get());
      rest.delete(id);
      shown.set(rest);
    };
  }, [id, marking]);
}

/** The marking of all that is on the page together. */
export function usePageMarking(): Marking | undefined {
  const all = [...useStore(shown).values()];
  return all.length > 0 ? all.reduce(join) : undefined;
}
