import type { NetworkPage, OpenedView, Strength } from "../api/shapes.ts";
import type { NewView } from "../api/views.ts";
import { nodesOf, withLinksAmong, type ChartNode, type Contents, type Filters } from "./contents.ts";

/** What a saved view held, as the reader may see it now. */
export function openedContents(page: NetworkPage, view: OpenedView): Contents {
  const members = new Map(nodesOf(page).map((node) => [node.entity, node]));
  let aliases = [...members.values()].filter((node) => node.alias).length;
  const nodes = view.nodes.map((saved): ChartNode => {
    const member = members.get(saved.entity);
    if (member) return { ...member, x: saved.x, y: saved.y };
    return { ...saved, ...(saved.is_protected ? { alias: `Protected ${++aliases}` } : {}) };
  });
  const own = withLinksAmong(nodes, page.ties);
  return { nodes, links: [...own.links, ...view.links] };
}

export const openedFilters = ({ filters }: OpenedView): Filters => ({
  kinds: new Set(filters.kinds),
  strengths: new Set(filters.strengths as readonly Strength[]),
  sayings: new Set(filters.sayings),
  from: filters.from ?? "",
  until: filters.until ?? "",
});

/** What is saved of a chart. */
export const toSave = (contents: Contents, filters: Filters, chosen: string | undefined): Omit<NewView, "title" | "sharing"> => ({
  nodes: contents.nodes.map(({ entity, x, y }) => ({ entity, x, y })),
  filters: {
    kinds: [...filters.kinds], strengths: [...filters.strengths], sayings: [...filters.sayings],
    ...(filters.from ? { from: filters.from } : {}), ...(filters.until ? { until: filters.until } : {}),
  },
  ...(chosen ? { chosen } : {}),
});
