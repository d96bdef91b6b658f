import type { Point } from "./view.ts";

/** A place on the pane; the heavier is drawn first, and names its cluster. */
export interface Drawn extends Point {
  id: string;
  weight: number;
}

/** Places too near to each other to be told apart at this zoom, drawn where the heaviest of them is. */
export interface Cluster extends Point {
  id: string;
  /** The heaviest first. */
  members: readonly string[];
}

/** Each place joins the heaviest within reach; ties go to the smaller id, so the same places look the same. */
export function clustersOf(places: readonly Drawn[], reach: number): Cluster[] {
  const ordered = [...places].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const clusters: (Point & { id: string; members: string[] })[] = [];
  for (const { id, x, y } of ordered) {
    const near = clusters.find((each) => Math.hypot(each.x - x, each.y - y) < reach);
    if (near) near.members.push(id);
    else clusters.push({ id, x, y, members: [id] });
  }
  return clusters;
}
