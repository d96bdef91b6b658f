import type { ControlSaying } from "../api/shapes.ts";

type Line = Pick<ControlSaying, "evidence" | "says" | "count">;

/** One kind of evidence of control, and whom of a network it speaks of. */
export interface ControlKind<Who> {
  evidence: Line["evidence"];
  says: string;
  of: { who: Who; times: number }[];
}

// Who keeps the money, who gathers it, then what weighs less.
const order: readonly Line["evidence"][] = [
  "paid_by_paid", "collects", "instructs", "recruits", "exploits", "vehicle", "premises", "remains", "span",
];
const withoutCount = (says: string): string => says.replace(/ \(\d+\)$/, "");

/** Of each kind whom it speaks of most often first, then as they stood. */
export function controlKinds<Who extends { control?: readonly Line[] }>(members: readonly Who[]): ControlKind<Who>[] {
  const kinds = new Map<string, ControlKind<Who>>();
  for (const who of members) {
    for (const { evidence, says, count: times } of who.control ?? []) {
      const kind = kinds.get(evidence) ?? { evidence, says: withoutCount(says), of: [] };
      kind.of.push({ who, times });
      kinds.set(evidence, kind);
    }
  }
  for (const kind of kinds.values()) kind.of.sort((a, b) => b.times - a.times);
  return [...kinds.values()].sort((a, b) => order.indexOf(a.evidence) - order.indexOf(b.evidence));
}
