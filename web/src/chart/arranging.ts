import type { ChartLink, Who } from "../api/shapes.ts";
import { expanded, linkKey, type ChartNode, type Contents } from "./contents.ts";

/** As `expanded`, so that `collapsed` can take it back. */
export function opened(contents: Contents, of: string, nodes: readonly Who[], links: readonly ChartLink[]): Contents {
  const after = expanded(contents, of, nodes, links);
  const [nodesBefore, linksBefore] = [contents.nodes.length, contents.links.length];
  if (after.nodes.length === nodesBefore && after.links.length === linksBefore) return contents;
  const opening = { of, nodes: after.nodes.slice(nodesBefore).map((node) => node.entity), links: after.links.slice(linksBefore).map(linkKey) };
  return { ...after, openings: [...(contents.openings ?? []), opening] };
}

export const isOpened = (contents: Contents, entity: string | undefined): boolean =>
  contents.openings?.some((opening) => opening.of === entity) ?? false;

/** Without what opening the node brought, and what opening that brought in turn. What is pinned stays. */
export function collapsed(contents: Contents, of: string): Contents {
  const pinned = new Set(contents.nodes.filter((node) => node.isPinned).map((node) => node.entity));
  const gone = new Set<string>();
  const goneLinks = new Set<string>();
  const queue = [of];
  const asked = new Set(queue);
  for (const entity of queue) {
    for (const opening of contents.openings ?? []) {
      if (opening.of !== entity) continue;
      for (const link of opening.links) goneLinks.add(link);
      for (const node of opening.nodes) {
        if (pinned.has(node)) continue;
        gone.add(node);
        if (!asked.has(node)) queue.push(node);
        asked.add(node);
      }
    }
  }
  const stays = (link: ChartLink) =>
    !gone.has(link.from) && !gone.has(link.to) && (!goneLinks.has(linkKey(link)) || pinned.has(link.from) || pinned.has(link.to));
  return {
    ...contents,
    nodes: contents.nodes.filter((node) => !gone.has(node.entity)),
    links: contents.links.filter(stays),
    openings: contents.openings?.filter((opening) => !asked.has(opening.of)) ?? [],
  };
}

const changed = (contents: Contents, entity: string, change: (node: ChartNode) => ChartNode): Contents => {
  const members = contents.groups?.find((group) => group.id === entity)?.members ?? [entity];
  return { ...contents, nodes: contents.nodes.map((node) => (members.includes(node.entity) ? change(node) : node)) };
};

export const pinned = (contents: Contents, entity: string, isPinned: boolean): Contents =>
  changed(contents, entity, (node) => ({ ...node, isPinned }));

/** Put elsewhere by a person: pinned there. */
export const moved = (contents: Contents, entity: string, dx: number, dy: number): Contents =>
  changed(contents, entity, (node) => ({ ...node, x: node.x + dx, y: node.y + dy, isPinned: true }));

/** The nodes where they are to be now, but the pinned ones where they were. */
export function keepingPinned(before: Contents, nodes: readonly ChartNode[]): ChartNode[] {
  const kept = new Map(before.nodes.filter((node) => node.isPinned).map((node) => [node.entity, node]));
  return nodes.map((node) => {
    const pin = kept.get(node.entity);
    return pin ? { ...node, x: pin.x, y: pin.y, isPinned: true } : node;
  });
}
