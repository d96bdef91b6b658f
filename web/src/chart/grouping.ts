import type { ChartLink, Strength } from "../api/shapes.ts";
import { count } from "../base/figures.ts";
import type { ChartNode, Contents, Group } from "./contents.ts";

/** Several drawn as one; a group among them gives up its members to the new one. */
export function grouped(contents: Contents, chosen: readonly string[]): Contents {
  const groups = contents.groups ?? [];
  const members = [...new Set(chosen.flatMap((id) => groups.find((group) => group.id === id)?.members ?? [id]))];
  if (members.length < 2) return contents;
  const left = groups
    .map((group) => ({ ...group, members: group.members.filter((member) => !members.includes(member)) }))
    .filter((group) => group.members.length > 1);
  const number = Math.max(0, ...groups.map((group) => Number(group.id.split(" ")[1]))) + 1;
  return { ...contents, groups: [...left, { id: `group ${number}`, members }] };
}

export const ungrouped = (contents: Contents, id: string): Contents =>
  ({ ...contents, groups: contents.groups?.filter((group) => group.id !== id) ?? [] });

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

function asNode(group: Group, held: readonly ChartNode[]): ChartNode {
  const apart = held.filter((node) => node.is_protected).length;
  return {
    entity: group.id,
    caption: `${count(held.length)} as one${apart > 0 ? `, ${count(apart)} to protect` : ""}`,
    noun: held[0]!.noun,
    x: mean(held.map((node) => node.x)),
    y: mean(held.map((node) => node.y)),
    held,
    ...(held.some((node) => node.isPinned) ? { isPinned: true } : {}),
  };
}

const strengths: readonly Strength[] = ["tentative", "unconfirmed", "confirmed"];
const stronger = (a: Strength, b: Strength): Strength => (strengths.indexOf(a) >= strengths.indexOf(b) ? a : b);
const first = (a: string | undefined, b: string | undefined) => (a && b ? (a < b ? a : b) : a ?? b);
const last = (a: string | undefined, b: string | undefined) => (a && b ? (a > b ? a : b) : a ?? b);

const turned = (link: ChartLink): ChartLink => ({
  ...link, from: link.to, to: link.from, sayings: link.sayings.map((saying) => ({ ...saying, is_reversed: !saying.is_reversed })),
});

/** Two links between the same two as one: all that both say, as strong as the stronger. */
function joined(a: ChartLink, other: ChartLink): ChartLink {
  const b = a.from === other.from ? other : turned(other);
  const sayings = a.sayings.map((saying) => ({ ...saying }));
  for (const saying of b.sayings) {
    const same = sayings.find((each) => each.says === saying.says && each.is_reversed === saying.is_reversed && each.is_tie === saying.is_tie);
    if (same) same.count += saying.count;
    else sayings.push(saying);
  }
  const [from, until] = [first(a.first, b.first), last(a.last, b.last)];
  return {
    ...a, sayings, strength: stronger(a.strength, b.strength),
    ...(from ? { first: from } : {}), ...(until ? { last: until } : {}),
    records: [...a.records, ...b.records], record_count: a.record_count + b.record_count,
  };
}

/** As it is drawn and listed: each group as one node, where the middle of its members is. */
export function asDrawn(contents: Contents): Contents {
  const groups = (contents.groups ?? []).map((group) => ({ group, held: contents.nodes.filter((node) => group.members.includes(node.entity)) }))
    .filter(({ held }) => held.length > 1);
  if (groups.length === 0) return contents;
  const groupOf = new Map(groups.flatMap(({ group, held }) => held.map((node) => [node.entity, group.id])));
  const links = new Map<string, ChartLink>();
  for (const link of contents.links) {
    const now = { ...link, from: groupOf.get(link.from) ?? link.from, to: groupOf.get(link.to) ?? link.to };
    if (now.from === now.to) continue;
    const key = [now.from, now.to].sort().join("\n");
    const known = links.get(key);
    links.set(key, known ? joined(known, now) : now);
  }
  return {
    ...contents,
    nodes: [...contents.nodes.filter((node) => !groupOf.has(node.entity)), ...groups.map(({ group, held }) => asNode(group, held))],
    links: [...links.values()],
  };
}
