import type { Label } from "../chart/labels.ts";
import { Many, Symbol } from "../chart/symbol.tsx";
import type { Cluster } from "./clusters.ts";
import type { MapPlace } from "./map-drawing.tsx";

interface Props {
  cluster: Cluster;
  place: MapPlace | undefined;
  name: string;
  label: Label | undefined;
  /** How many stand here. */
  number: number;
  /** Some of them only roughly. */
  isRough: boolean;
  isChosen: boolean;
  open: () => void;
}

/** A place by its symbol, several as a stacked circle with their number, ranked ones by their rank. */
export function MapSymbol({ cluster, place, name, label, number, isRough, isChosen, open }: Props) {
  const isMany = number > 1 || isRough;
  return (
    <g className={`node${isMany ? " cluster" : ""}${isRough ? " rough" : ""}`} onClick={open}>
      <g transform={`translate(${cluster.x} ${cluster.y})`}>
        <circle className="target" r={15} />
        {isChosen ? <circle className="ring" r={18} /> : null}
        {isMany ? <Many number={number} /> : place?.mark ? <Mark says={place.mark} /> : <Symbol kind={place?.kind ?? "address"} />}
        <title>{name}</title>
      </g>
      {label ? <text className={`name${isChosen ? " chosen" : ""}`} x={label.x} y={label.y}>{label.text}</text> : null}
    </g>
  );
}

function Mark({ says }: { says: string }) {
  return (
    <>
      <rect className="pill" x={-15} y={-9} width={30} height={18} rx={9} />
      <text className="pill-text rank-mark" y={4}>{says}</text>
    </>
  );
}
