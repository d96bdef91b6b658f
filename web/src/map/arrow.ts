import type { Point } from "./view.ts";

/** A bent line with a head, so that there and back are two. */
export interface Arrow {
  line: string;
  head: string;
  /** Where it can be written on. */
  middle: Point;
}

const bend = 0.16;
const headLength = 9;
const headHalf = 4.5;

const fixed = (value: number): string => value.toFixed(1);
const at = ({ x, y }: Point): string => `${fixed(x)} ${fixed(y)}`;

/** From one symbol to another, leaving so much room around both; nothing if they are too near for it. */
export function arrowBetween(from: Point, to: Point, room: number): Arrow | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length < 2 * room + headLength) return undefined;
  const middle = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend };
  const start = towards(from, middle, room);
  const tip = towards(to, middle, room);
  const neck = towards(to, middle, room + headLength);
  const [ux, uy] = [(tip.x - neck.x) / headLength, (tip.y - neck.y) / headLength];
  const [left, right] = [1, -1].map((side) => ({ x: neck.x - side * uy * headHalf, y: neck.y + side * ux * headHalf })) as [Point, Point];
  return { line: `M${at(start)}Q${at(middle)} ${at(neck)}`, head: `M${at(tip)}L${at(left)}L${at(right)}z`, middle: onCurve(start, middle, neck) };
}

const onCurve = (start: Point, bent: Point, end: Point): Point =>
  ({ x: (start.x + 2 * bent.x + end.x) / 4, y: (start.y + 2 * bent.y + end.y) / 4 });

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

/** How thick a line of so many is, where the most is `most`. */
export const thickness = (count: number, most: number): number => 1.4 + 4.6 * Math.sqrt(count / Math.max(most, 1));
