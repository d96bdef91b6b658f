import type { Marking } from "./shapes.ts";

export type { Marking } from "./shapes.ts";

const tiers = ["OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"];
const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort();

/** What both together must be marked. */
export function join(a: Marking, b: Marking): Marking {
  return {
    marking: tiers.indexOf(a.marking) >= tiers.indexOf(b.marking) ? a.marking : b.marking,
    compartments: union(a.compartments, b.compartments),
    handling: a.handling === "C" ? a.handling : b.handling,
    conditions: union(a.conditions, b.conditions),
  };
}
