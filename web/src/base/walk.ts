export interface Placed {
  id: string;
  x: number;
  y: number;
}
export type Direction = "left" | "right" | "up" | "down";

const headings: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1],
};

/** Of those, the one that lies most straight in that direction and near; none if none lies there. */
export function nearestTowards<T extends Placed>(from: Placed, others: readonly T[], direction: Direction): T | undefined {
  const [hx, hy] = headings[direction];
  let best: T | undefined;
  let least = Infinity;
  for (const other of others) {
    const dx = other.x - from.x;
    const dy = other.y - from.y;
    const along = dx * hx + dy * hy;
    if (other.id === from.id || along <= 0) continue;
    const aside = Math.abs(dx * hy - dy * hx);
    const cost = along + 2 * aside;
    if (cost < least) {
      least = cost;
      best = other;
    }
  }
  return best;
}
