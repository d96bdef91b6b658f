/** A name to be written beside a point, the more important ones first. */
export interface Wanted {
  id: string;
  text: string;
  x: number;
  y: number;
  /** Written even where it covers others. */
  isNeeded?: boolean;
}

export interface Label {
  id: string;
  text: string;
  x: number;
  y: number;
}

/** Where a symbol stands, and whether it bears a mark of its place at its shoulder. */
export interface SymbolAt {
  x: number;
  y: number;
  isMarked?: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const characterWidth = 6.3;
const height = 14;
const beside = 24;

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxOf(text: string, x: number, baseline: number): Box {
  const half = (text.length * characterWidth) / 2;
  return { left: x - half, right: x + half, top: baseline - height + 3, bottom: baseline + 3 };
}

/** Where names can be written without covering each other or the symbols; the others are left out. */
export function placeLabels(wanted: readonly Wanted[], symbols: readonly SymbolAt[]): Label[] {
  const taken: Box[] = symbols.flatMap(({ x, y, isMarked }) => [
    { left: x - 9, right: x + 9, top: y - 9, bottom: y + 9 },
    ...(isMarked ? [{ left: x + 3, right: x + 28, top: y - 20, bottom: y - 6 }] : []),
  ]);
  const labels: Label[] = [];
  for (const { id, text, x, y, isNeeded } of wanted) {
    const half = (text.length * characterWidth) / 2;
    const spots = [
      { x, y: y + beside },
      { x, y: y - beside + 8 },
      { x: x + half + 15, y: y + 5 },
      { x: x - half - 15, y: y + 5 },
    ];
    const free = spots.find((spot) => {
      const box = boxOf(text, spot.x, spot.y);
      return !taken.some((other) => overlap(box, other));
    });
    const spot = free ?? (isNeeded ? spots[0] : undefined);
    if (!spot) continue;
    taken.push(boxOf(text, spot.x, spot.y));
    labels.push({ id, text, ...spot });
  }
  return labels;
}
