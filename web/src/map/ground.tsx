import { useQuery } from "@tanstack/react-query";
import { geoMercator, geoPath } from "d3-geo";
import { memo, useMemo } from "react";
import type { Size } from "../chart/view.ts";
import { geographyQuery } from "./geography.ts";
import { gridOf, scaleBar, type MapView } from "./view.ts";

interface Ground {
  view: MapView;
  size: Size;
  /** How dark the area of a force is: 1 to 4, the darkest 1. */
  shades?: ReadonlyMap<string, number> | undefined;
}

const beyond = 20;

/** What lies under the places: sea, coasts, areas of forces. The map is of use before it has come, and without it. */
export const Ground = memo(function Ground({ view, size, shades }: Ground) {
  const geography = useQuery(geographyQuery).data;
  const drawn = useMemo(() => {
    if (!geography) return undefined;
    const projection = geoMercator()
      .scale(view.scale)
      .center([view.longitude, view.latitude])
      .translate([size.width / 2, size.height / 2])
      .precision(0)
      .clipExtent([[-beyond, -beyond], [size.width + beyond, size.height + beyond]]);
    const path = geoPath(projection).digits(1);
    return {
      around: path(geography.around) ?? "",
      forces: geography.forces.map((area) => ({ force: area.properties.force, line: path(area) ?? "" })).filter((area) => area.line !== ""),
      regions: path(geography.regions) ?? "",
    };
  }, [geography, view, size]);
  return (
    <g aria-hidden="true" className="ground">
      {drawn ? (
        <>
          <path className="around" d={drawn.around} />
          {drawn.forces.map(({ force, line }) => (
            <path key={force} className={`area${shades?.has(force) ? ` shade-${shades.get(force)}` : ""}`} d={line} />
          ))}
          <path className="border" d={drawn.regions} />
        </>
      ) : null}
    </g>
  );
});

const barMax = 120;

/** Meridians, parallels and a bar of distance: where there is no coast, they say where one is. */
export const Grid = memo(function Grid({ view, size }: Ground) {
  const { meridians, parallels } = gridOf(view, size);
  const bar = scaleBar(view, barMax);
  return (
    <g aria-hidden="true" className="graticule">
      {meridians.map(({ at, says }) => (
        <g key={says}>
          <line x1={at} x2={at} y1={0} y2={size.height} />
          <text x={at} y={12} className="middle">{says}</text>
        </g>
      ))}
      {parallels.map(({ at, says }) => (
        <g key={says}>
          <line x1={0} x2={size.width} y1={at} y2={at} />
          <text x={4} y={at - 4}>{says}</text>
        </g>
      ))}
      <g transform={`translate(${size.width - 16} ${size.height - 12})`}>
        <path className="bar" d={`M${-bar.width}-5V0H0V-5`} />
        <text className="middle" x={-bar.width / 2} y={-5}>{bar.says}</text>
      </g>
    </g>
  );
});
