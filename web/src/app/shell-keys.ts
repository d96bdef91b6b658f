import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { isForPage } from "../parts/keys.ts";

export const searchBoxId = "search-box";

/** Keys that work on every page. */
export function useShellKeys(openHelp: () => void): void {
  const navigate = useNavigate();
  const latest = useRef(openHelp);
  useEffect(() => {
    latest.current = openHelp;
  });
  useEffect(() => {
    let wentFirst = false;
    const go: Readonly<Record<string, () => void>> = {
      t: () => void navigate({ to: "/" }),
      p: () => void navigate({ to: "/", search: { list: "protection" } }),
      c: () => void navigate({ to: "/connections" }),
      s: () => document.getElementById(searchBoxId)?.focus(),
    };
    const listen = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      if (wentFirst && go[event.key]) {
        event.preventDefault();
        event.stopImmediatePropagation();
        go[event.key]?.();
      } else if (event.key === "/") {
        event.preventDefault();
        document.getElementById(searchBoxId)?.focus();
      } else if (event.key === "?") {
        event.preventDefault();
        latest.current();
      }
      wentFirst = event.key === "g";
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [navigate]);
}

/** For the card of keys. */
export const shellKeys = [
  { keys: ["/"], says: "search" },
  { keys: ["?"], says: "this card" },
  { keys: ["g", "t"], says: "threat picture" },
  { keys: ["g", "p"], says: "protection list" },
  { keys: ["g", "c"], says: "how two are connected" },
  { keys: ["Tab"], says: "next control" },
  { keys: ["Esc"], says: "close, leave a field" },
] as const;
