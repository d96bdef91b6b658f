import type { ChartLink, NetworkPage, Standing, Strength, Who } from "../api/shapes.ts";
import { word } from "../base/words.ts";
import { spread } from "./spread.ts";

/** Somebody or something on a chart, where the server put it or where an expansion did. */
export interface ChartNode extends Who {
  x: number;
  y: number;
  standing?: Standing;
  /** Of the ranked: their place in the network, from 1. */
  place?: number | undefined;
  /** Whether their place is worth a mark: the top fifth. */
  isProminent?: boolean;
  /** Instead of the name of somebody to protect, which is not drawn. */
  alias?: string;
  /** Where a person put it: nothing else moves it. */
  isPinned?: boolean;
  /** Several drawn as one: these. */
  held?: readonly ChartNode[];
}

/** What opening a node brought, so that it can be taken back by itself. */
export interface Opening {
  of: string;
  nodes: readonly string[];
  links: readonly string[];
}

/** Nodes that are drawn as one. */
export interface Group {
  id: string;
  members: readonly string[];
}

/** What a chart holds; what of it is shown is for the filters to say. */
export interface Contents {
  nodes: readonly ChartNode[];
  links: readonly ChartLink[];
  openings?: readonly Opening[];
  groups?: readonly Group[];
}

export const nameOn = (node: ChartNode): string => node.alias ?? node.caption;
/** Without the year of birth, where there is little room. */
export const shortName = (node: ChartNode): string => nameOn(node).replace(/ b\. [\d-]+$/, "");
export const linkKey = (link: Pick<ChartLink, "from" | "to">): string => `${link.from} ${link.to}`;
export const otherEnd = (link: ChartLink, end: string): string => (link.from === end ? link.to : link.from);
export const touches = (link: ChartLink, end: string): boolean => link.from === end || link.to === end;

/** The network's people as nodes: nobody to protect bears a name. */
export function nodesOf(page: NetworkPage): ChartNode[] {
  let aliases = 0;
  return page.members.map((member) => ({
    ...member,
    isProminent: member.rank_interval !== undefined,
    ...(member.is_protected ? { alias: `Protected ${++aliases}` } : {}),
  }));
}

const linked = (links: readonly ChartLink[], ends: ReadonlySet<string>): ChartLink[] =>
  links.filter((link) => ends.has(link.from) && ends.has(link.to));

export const withLinksAmong = (nodes: readonly ChartNode[], links: readonly ChartLink[]): Contents => ({
  nodes,
  links: linked(links, new Set(nodes.map((node) => node.entity))),
});

// Spreading compares each with each: many stand where the server put them.
const spreadMax = 300;
const spreadFew = (nodes: readonly ChartNode[]): ChartNode[] => (nodes.length > spreadMax ? [...nodes] : spread(nodes));

/** The first view of a network: its most prominent, and those to protect whom they are most linked with. */
export function firstView(page: NetworkPage, size: number): Contents {
  const nodes = nodesOf(page);
  if (nodes.length <= size) return { nodes: spreadFew(nodes), links: page.ties };
  const prominent = nodes.filter((node) => node.standing === "ranked").slice(0, Math.ceil((size * 2) / 3));
  const among = new Set(prominent.map((node) => node.entity));
  const ties = new Map<string, number>();
  for (const tie of page.ties) {
    if (among.has(tie.to)) ties.set(tie.from, (ties.get(tie.from) ?? 0) + 1);
    if (among.has(tie.from)) ties.set(tie.to, (ties.get(tie.to) ?? 0) + 1);
  }
  const others = nodes
    .filter((node) => !among.has(node.entity))
    .map((node) => ({ node, weight: (ties.get(node.entity) ?? 0) * (node.is_protected ? 2 : 1) }))
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, size - prominent.length)
    .map((each) => each.node.entity);
  const drawn = new Set([...among, ...others]);
  return withLinksAmong(spreadFew(nodes.filter((node) => drawn.has(node.entity))), page.ties);
}

/** With what an expansion brings, set around the node that was opened. */
export function expanded(contents: Contents, of: string, nodes: readonly Who[], links: readonly ChartLink[]): Contents {
  const centre = contents.nodes.find((node) => node.entity === of);
  const known = new Set(contents.nodes.map((node) => node.entity));
  const fresh = nodes.filter((node) => !known.has(node.entity));
  let aliases = contents.nodes.filter((node) => node.alias).length;
  const ring = 90 + 5 * fresh.length;
  const outward = Math.atan2(centre?.y ?? 0, centre?.x ?? 0);
  const placed = fresh.map((node, index): ChartNode => {
    const angle = outward + ((index - (fresh.length - 1) / 2) * Math.PI * 1.4) / Math.max(fresh.length, 1);
    return {
      ...node,
      x: (centre?.x ?? 0) + ring * Math.cos(angle),
      y: (centre?.y ?? 0) + ring * Math.sin(angle),
      ...(node.is_protected ? { alias: `Protected ${++aliases}` } : {}),
    };
  });
  const drawn = new Set(contents.links.map(linkKey));
  return {
    ...contents,
    nodes: [...contents.nodes, ...placed],
    links: [...contents.links, ...links.filter((link) => !drawn.has(linkKey(link)))],
  };
}

export const without = (contents: Contents, entity: string): Contents => ({
  ...contents,
  nodes: contents.nodes.filter((node) => node.entity !== entity),
  links: contents.links.filter((link) => !touches(link, entity)),
});

/** What is not to be shown, and from when until when. */
export interface Filters {
  kinds: ReadonlySet<string>;
  strengths: ReadonlySet<Strength>;
  sayings: ReadonlySet<string>;
  from: string;
  until: string;
}

export const noFilters: Filters = { kinds: new Set(), strengths: new Set(), sayings: new Set(), from: "", until: "" };

/** The kind of a node, as the filters name it. */
export const kindOf = (node: Who & Pick<ChartNode, "held">): string => (node.held ? "group" : node.is_protected ? "protected" : node.noun);

export const withinTime = (link: ChartLink, filters: Filters): boolean =>
  (!filters.from || (link.last ?? "9").slice(0, 10) >= filters.from) &&
  (!filters.until || (link.first ?? "0").slice(0, 10) <= filters.until);

export function filtered(contents: Contents, filters: Filters): Contents {
  const nodes = contents.nodes.filter((node) => !filters.kinds.has(kindOf(node)));
  const links = contents.links.filter(
    (link) =>
      !filters.strengths.has(link.strength) &&
      link.sayings.some((saying) => !filters.sayings.has(saying.says)) &&
      withinTime(link, filters));
  return { ...contents, ...withLinksAmong(nodes, links) };
}

/** "met 9, paid 2", and by whom where it was the other way round. */
export const says = (link: ChartLink): string =>
  link.sayings.map((saying) => `${word(saying.says)}${saying.count > 1 ? ` ${saying.count}` : ""}`).join(", ");

export const timesOf = (link: ChartLink): number => link.sayings.reduce((sum, saying) => sum + saying.count, 0);
