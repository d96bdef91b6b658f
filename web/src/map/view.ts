import type { Size } from "../chart/view.ts";

/** Somewhere on earth, in degrees. */
export interface Somewhere {
  longitude: number;
  latitude: number;
}

/** What a map shows: its middle, and points of the pane per radian (Mercator, as d3-geo's scale). */
export interface MapView extends Somewhere {
  scale: number;
}

export interface Point {
  x: number;
  y: number;
}

const radians = Math.PI / 180;
const earthRadiusMetres = 6_371_009;
const margin = 64;
// From all of Europe to about a metre for each point of the pane.
const scaleMin = 300;
const scaleMax = 6_000_000;
// Places of one street are not blown up to fill the pane: some 2 km at least are in view.
const fitScaleMax = 1_600_000;
const isles: readonly Somewhere[] = [{ longitude: -8.2, latitude: 49.8 }, { longitude: 1.9, latitude: 60.9 }];

const northing = (latitude: number): number => Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2));
const latitudeAt = (north: number): number => (2 * Math.atan(Math.exp(north)) - Math.PI / 2) / radians;
const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** All of the points in view; the British Isles when there are none. */
export function fitted(points: readonly Somewhere[], size: Size): MapView {
  const shown = points.length > 0 ? points : isles;
  const longitudes = shown.map((point) => point.longitude);
  const norths = shown.map((point) => northing(point.latitude));
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...norths), Math.max(...norths)];
  const wide = (size.width - 4 * margin) / Math.max((east - west) * radians, 1e-9);
  const high = (size.height - 2 * margin) / Math.max(north - south, 1e-9);
  return {
    longitude: (west + east) / 2,
    latitude: latitudeAt((south + north) / 2),
    scale: within(Math.min(wide, high), scaleMin, fitScaleMax),
  };
}

export const placeOn = (view: MapView, size: Size, point: Somewhere): Point => ({
  x: size.width / 2 + view.scale * (point.longitude - view.longitude) * radians,
  y: size.height / 2 - view.scale * (northing(point.latitude) - northing(view.latitude)),
});

export const placeUnder = (view: MapView, size: Size, { x, y }: Point): Somewhere => ({
  longitude: view.longitude + (x - size.width / 2) / view.scale / radians,
  latitude: latitudeAt(northing(view.latitude) - (y - size.height / 2) / view.scale),
});

/** What was under the pointer goes by so much to the right and down. */
export const panned = (view: MapView, size: Size, dx: number, dy: number): MapView => ({
  ...placeUnder(view, size, { x: size.width / 2 - dx, y: size.height / 2 - dy }),
  scale: view.scale,
});

/** Nearer or farther by a factor, with what is under the point staying there. */
export function zoomed(view: MapView, size: Size, factor: number, at: Point): MapView {
  const scale = within(view.scale * factor, scaleMin, scaleMax);
  const [dx, dy] = [at.x - size.width / 2, at.y - size.height / 2];
  const middle = placeUnder(view, size, at);
  return panned({ ...middle, scale }, size, dx, dy);
}

/** With the place in the middle, unless it is well in view. */
export function showing(view: MapView, size: Size, place: Somewhere): MapView {
  const { x, y } = placeOn(view, size, place);
  const isIn = x > margin && y > margin && x < size.width - margin && y < size.height - margin;
  return isIn ? view : { ...place, scale: view.scale };
}

export const canSeparate = (view: MapView): boolean => view.scale < scaleMax * 0.99;

export interface GridLine {
  at: number;
  says: string;
}

const steps = [20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];
const apart = 96;

/** How a line of the grid is named, with no more digits than its step has. */
function degrees(value: number, step: number, [positive, negative]: readonly [string, string]): string {
  const digits = step >= 1 ? 0 : Math.ceil(-Math.log10(step) - 1e-9);
  const size = Math.abs(value).toFixed(digits);
  return `${size}°${Number(size) === 0 ? "" : ` ${value > 0 ? positive : negative}`}`;
}

function lines(from: number, until: number, step: number, at: (value: number) => number, names: readonly [string, string]): GridLine[] {
  const first = Math.ceil(from / step);
  const last = Math.floor(until / step);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => {
    const value = (first + index) * step;
    return { at: at(value), says: degrees(value, step, names) };
  });
}

/** Meridians by x and parallels by y, as many as can be told apart. */
export function gridOf(view: MapView, size: Size): { meridians: GridLine[]; parallels: GridLine[] } {
  const [topLeft, bottomRight] = [placeUnder(view, size, { x: 0, y: 0 }), placeUnder(view, size, { x: size.width, y: size.height })];
  const step = steps.findLast((each) => each * radians * view.scale >= apart) ?? steps[0]!;
  return {
    meridians: lines(topLeft.longitude, bottomRight.longitude, step, (longitude) => placeOn(view, size, { longitude, latitude: 0 }).x, ["E", "W"]),
    parallels: lines(bottomRight.latitude, topLeft.latitude, step, (latitude) => placeOn(view, size, { longitude: 0, latitude }).y, ["N", "S"]),
  };
}

/** A round distance that is at most so wide on the map, in its middle. */
export function scaleBar(view: MapView, widest: number): { width: number; says: string } {
  const metresEach = (earthRadiusMetres * Math.cos(view.latitude * radians)) / view.scale;
  const most = metresEach * widest;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * ([5, 2, 1].find((each) => each * power <= most) ?? 1);
  return { width: metres / metresEach, says: metres >= 1000 ? `${metres / 1000} km` : `${metres} m` };
}
