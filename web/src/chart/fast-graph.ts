import { MultiGraph } from "graphology";
import type { Attributes } from "graphology-types";
import { faded, type Palette } from "./colours.ts";
import { kindOf, linkKey, shortName, touches, type ChartNode, type Contents } from "./contents.ts";
import { outlineOf } from "./symbol-program.ts";
import { neighboursOf } from "./walk-keys.ts";

export interface Choice {
  chosen: string | undefined;
  path: ReadonlySet<string>;
}

export interface DrawingRules {
  symbol: (entity: string, data: Attributes) => Attributes;
  line: (key: string, data: Attributes) => Attributes;
  colours: Palette;
}

// Smaller symbols where there are many: for the eye, and half of what is to be painted.
const crowd = 800;
const crowdedShare = 0.62;
const dimmed = 0.22;
const namedNeighboursMax = 24;
const fades = { confirmed: 0.6, unconfirmed: 0.36, tentative: 0.2 } as const;
const chosenThickness = 2;
const pathThickness = 3.5;

/** A chart's contents as sigma takes them: y upwards, x stretched to fill a wide pane. */
export function graphOf(contents: Contents, stretch: number): MultiGraph {
  const graph = new MultiGraph({ type: "undirected" } as object);
  const share = contents.nodes.length > crowd ? crowdedShare : 1;
  for (const node of contents.nodes) {
    graph.mergeNode(node.entity, { x: node.x * stretch, y: -node.y, node, label: shortName(node), size: sizeOf(node) * share });
  }
  for (const link of contents.links) {
    if (graph.hasNode(link.from) && graph.hasNode(link.to)) graph.mergeEdgeWithKey(linkKey(link), link.from, link.to, { link });
  }
  return graph;
}

const sizeOf = (node: ChartNode): number => (node.isProminent ? 9 : node.is_protected ? 8 : 6);

/** How each symbol and each line is drawn, for what is chosen. */
export function drawingOf(contents: Contents, { chosen, path }: Choice, colours: Palette): DrawingRules {
  const near = neighboursOf(contents, chosen);
  const isLit = (entity: string) => !chosen || entity === chosen || near.has(entity) || path.has(entity);
  const shades = {
    ink: faded(colours.ink, colours.ground, dimmed), care: faded(colours.care, colours.ground, dimmed),
    dimLink: faded(colours.link, colours.ground, 0.12),
    confirmed: faded(colours.link, colours.ground, fades.confirmed),
    unconfirmed: faded(colours.link, colours.ground, fades.unconfirmed),
    tentative: faded(colours.link, colours.ground, fades.tentative),
  };
  const symbol = (entity: string, data: Attributes): Attributes => {
    const node = data["node"] as ChartNode;
    const isCare = node.is_protected === true;
    const lit = isLit(entity);
    const edge = isCare ? colours.care : colours.ink;
    return {
      ...data,
      outline: outlineOf(kindOf(node)),
      color: lit ? edge : isCare ? shades.care : shades.ink,
      fill: isCare ? colours.careGround : colours.node,
      labelColor: edge,
      label: lit ? data["label"] as string : null,
      forceLabel: entity === chosen || path.has(entity) || (near.has(entity) && near.size <= namedNeighboursMax),
      highlighted: entity === chosen,
      zIndex: lit ? 1 : 0,
    };
  };
  const line = (key: string, data: Attributes): Attributes => {
    const link = data["link"] as Contents["links"][number];
    if (path.has(key)) return { ...data, type: "thick", size: pathThickness, color: colours.path, zIndex: 2 };
    if (chosen && touches(link, chosen)) return { ...data, type: "thick", size: chosenThickness, color: colours.near, zIndex: 1 };
    return { ...data, type: "hair", color: chosen ? shades.dimLink : shades[link.strength], zIndex: 0 };
  };
  return { symbol, line, colours };
}
