import { useEffect, useState } from "react";
import type { PageKey } from "./keys.ts";

/** A row of a list chosen by keys: J and K, Enter. The row's element bears `data-row`. */
export function useChosenRow(count: number, open: (row: number) => void) {
  const [chosen, setChosen] = useState(0);
  useEffect(() => setChosen(0), [count]);
  const choose = (row: number) => {
    const next = Math.max(0, Math.min(row, count - 1));
    setChosen(next);
    document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const keys: PageKey[] = [
    { key: "j", says: "next", act: () => choose(chosen + 1) },
    { key: "k", says: "previous", act: () => choose(chosen - 1) },
    { key: "Enter", says: "open", act: () => open(chosen) },
  ];
  return { chosen, choose, keys };
}
