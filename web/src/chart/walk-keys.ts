import type { KeyboardEvent } from "react";
import { nearestTowards, type Direction } from "../base/walk.ts";
import { otherEnd, touches, type ChartNode, type Contents } from "./contents.ts";

/** What both ways of drawing a chart are told. */
export interface Chart {
  contents: Contents;
  chosen: string | undefined;
  choose: (entity: string | undefined) => void;
  /** On a path that was asked for. */
  path: ReadonlySet<string>;
  open: (entity: string) => void;
  /** Counts up when all is to be brought into view again, or nearer, or farther. */
  wanted: { fit: number; nearer: number };
}

interface Point {
  x: number;
  y: number;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down",
};
const nowhere: Point = { x: 0, y: 0 };

/** Arrow keys walk from neighbour to neighbour, Enter opens, Escape chooses none. */
export const walkKeys = ({ contents, chosen, choose, open }: Chart, points: ReadonlyMap<string, Point>) => (event: KeyboardEvent) => {
  const direction = directions[event.key];
  if (direction) {
    event.preventDefault();
    const next = nextOf(contents, points, chosen, direction);
    if (next) choose(next.entity);
  } else if (event.key === "Enter" && chosen) {
    event.preventDefault();
    event.stopPropagation();
    open(chosen);
  } else if (event.key === "Escape") choose(undefined);
};

function nextOf(contents: Contents, points: ReadonlyMap<string, Point>, chosen: string | undefined, direction: Direction): ChartNode | undefined {
  const from = contents.nodes.find((node) => node.entity === chosen);
  if (!from) return contents.nodes[0];
  const neighbours = neighboursOf(contents, from.entity);
  const placed = contents.nodes
    .filter((node) => neighbours.has(node.entity))
    .map((node) => ({ id: node.entity, ...(points.get(node.entity) ?? nowhere) }));
  const next = nearestTowards({ id: from.entity, ...(points.get(from.entity) ?? nowhere) }, placed, direction);
  return contents.nodes.find((node) => node.entity === next?.id);
}

export const neighboursOf = (contents: Contents, entity: string | undefined): ReadonlySet<string> =>
  new Set(entity ? contents.links.filter((link) => touches(link, entity)).map((link) => otherEnd(link, entity)) : []);

export const spokenLabel = ({ contents }: Chart): string =>
  `Chart of ${contents.nodes.length} items and ${contents.links.length} links. Arrow keys walk from neighbour to neighbour, Enter opens the profile; the table below says the same.`;
