/** From a chart's places to points of the pane, and the other way round. */
export interface View {
  scaleX: number;
  scaleY: number;
  left: number;
  top: number;
}

export interface Size {
  width: number;
  height: number;
}
interface Point {
  x: number;
  y: number;
}

const margin = 46;
const stretchMax = 2.6;

/** All of the points within the pane. Wide panes are filled by stretching, but not beyond measure. */
export function fit(points: readonly Point[], size: Size): View {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [left, right] = [Math.min(...xs, Infinity), Math.max(...xs, -Infinity)];
  const [top, bottom] = [Math.min(...ys, Infinity), Math.max(...ys, -Infinity)];
  if (points.length === 0) return { scaleX: 1, scaleY: 1, left: size.width / 2, top: size.height / 2 };
  const wide = (size.width - 2 * margin) / Math.max(right - left, 1);
  const high = (size.height - 2 * margin) / Math.max(bottom - top, 1);
  const scaleX = Math.min(wide, high * stretchMax);
  const scaleY = Math.min(high, wide * stretchMax);
  return {
    scaleX,
    scaleY,
    left: size.width / 2 - (scaleX * (left + right)) / 2,
    top: size.height / 2 - (scaleY * (top + bottom)) / 2,
  };
}

export const place = (view: View, point: Point): Point => ({
  x: view.left + view.scaleX * point.x,
  y: view.top + view.scaleY * point.y,
});

/** Nearer or farther by a factor, with what is under the point staying there. */
export const zoom = (view: View, factor: number, at: Point): View => ({
  scaleX: view.scaleX * factor,
  scaleY: view.scaleY * factor,
  left: at.x - (at.x - view.left) * factor,
  top: at.y - (at.y - view.top) * factor,
});

export const move = (view: View, dx: number, dy: number): View => ({ ...view, left: view.left + dx, top: view.top + dy });
