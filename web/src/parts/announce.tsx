import { createStore } from "../base/store.ts";
import { useStore } from "./use-store.ts";

const said = createStore("");

/** Says something to those who cannot see what has changed. */
export const announce = (sentence: string): void => said.set(sentence);

export function Announcements() {
  return (
    <p className="unseen" role="status" aria-live="polite">
      {useStore(said)}
    </p>
  );
}
