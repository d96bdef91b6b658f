import { arrowBetween, thickness } from "./arrow.ts";
import type { Cluster } from "./clusters.ts";
import type { MapArrow } from "./map-drawing.tsx";
import { markOf, waysOf } from "./ways.ts";

interface Props {
  arrows: readonly MapArrow[];
  clusterOf: ReadonlyMap<string, Cluster>;
  chosen: string | undefined;
  choose: ((key: string) => void) | undefined;
}

const room = 15;
const saidMax = 4;
// One move or two are thin lines, even where there are no more.
const countedMin = 8;
// Beyond so many, only a chosen way is written on.
const markedMax = 40;

/** Moves between what is drawn, thicker where there were more. */
export function MapWays({ arrows, clusterOf, chosen, choose }: Props) {
  const ways = waysOf(arrows, clusterOf);
  const most = Math.max(...ways.map((way) => way.count), countedMin);
  return ways.map((way) => {
    const drawn = arrowBetween(way.from, way.to, room);
    if (!drawn) return null;
    const isChosen = way.arrows.some((arrow) => arrow.key === chosen);
    const said = way.arrows.slice(0, saidMax).map((arrow) => arrow.says).join("\n");
    return (
      <g key={way.key} className={`move${isChosen ? " chosen" : ""}`} onClick={() => choose?.(way.arrows[0]?.key ?? "")}>
        <title>{way.arrows.length > saidMax ? `${said}\n…` : said}</title>
        <path className="move-target" d={drawn.line} />
        <path className="move-line" d={drawn.line} strokeWidth={thickness(way.count, most)} />
        <path className="move-head" d={drawn.head} />
        {isChosen || ways.length <= markedMax ? <text className="name" x={drawn.middle.x} y={drawn.middle.y + 4}>{markOf(way)}</text> : null}
      </g>
    );
  });
}
