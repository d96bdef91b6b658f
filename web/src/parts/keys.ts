import { useEffect, useRef } from "react";
import { createStore } from "../base/store.ts";

/** A key of the page: what the strip and the card say of it, and what it does. */
export interface PageKey {
  key: string;
  says: string;
  act: () => void;
  /** Shown together with the key before it: "J K next, previous". */
  shown?: string;
  isAlways?: boolean;
}

export const pageKeys = createStore<readonly PageKey[]>([]);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) &&
  !(target instanceof HTMLInputElement && ["checkbox", "radio", "button"].includes(target.type));

/** Whether the key event is for the page: not for a field, a dialog, or the browser itself. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !isTyping(event.target) && !document.querySelector("dialog[open]");
}

/** The keys of a page, while it is shown. `keys` may be made anew at each render. */
export function usePageKeys(keys: readonly PageKey[]): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const names = keys.map((each) => `${each.key} ${each.says}`).join("\n");
  useEffect(() => {
    const stable = latest.current.map((each, index) => ({ ...each, act: () => latest.current[index]?.act() }));
    pageKeys.set(stable);
    const listen = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const pressed = stable.find((each) => each.key.toLowerCase() === event.key.toLowerCase());
      if (!pressed) return;
      event.preventDefault();
      pressed.act();
    };
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen);
      pageKeys.set([]);
    };
  }, [names]);
}
