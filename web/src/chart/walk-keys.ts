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
  /** A person puts it elsewhere, by so much of the chart's circle of 1000. */
  move: (entity: string, dx: number, dy: number) => void;
  /** Ticked, to be drawn as one. */
  ticked: ReadonlySet<string>;
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
const moveStep = 40;
const moves: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-moveStep, 0], right: [moveStep, 0], up: [0, -moveStep], down: [0, moveStep],
};

/** Arrow keys walk from neighbour to neighbour, with Shift they move who is chosen; Enter opens, Escape chooses none. */
export const walkKeys = ({ contents, chosen, choose, open, move }: Chart, points: ReadonlyMap<string, Point>) => (event: KeyboardEvent) => {
  const direction = directions[event.key];
  if (direction) {
    event.preventDefault();
    if (event.shiftKey) {
      if (chosen) move(chosen, ...moves[direction]);
      return;
    }
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
  `Chart of ${contents.nodes.length} items and ${contents.links.length} links. Arrow keys walk from neighbour to neighbour, with Shift they move who is chosen, Enter opens the profile; the table below says the same.`;
