import { useCallback, useMemo, useState } from "react";
import { pathsQuery } from "../api/entity.ts";
import { expand } from "../api/network.ts";
import { problemOf } from "../api/problem.ts";
import type { NetworkPage, OpenedView } from "../api/shapes.ts";
import { begin, redo, step, undo } from "../base/history.ts";
import { collapsed, isOpened, keepingPinned, moved, opened, pinned } from "../chart/arranging.ts";
import { expanded, firstView, linkKey, withLinksAmong, without, nodesOf, type Contents } from "../chart/contents.ts";
import { grouped, ungrouped } from "../chart/grouping.ts";
import { openedContents } from "../chart/saved.ts";
import { announce } from "../parts/announce.tsx";
import { useQueryClient } from "@tanstack/react-query";

const firstSize = 26;
const membersOf = (contents: Contents, entity: string): readonly string[] =>
  contents.groups?.find((group) => group.id === entity)?.members ?? [entity];
const nobody: ReadonlySet<string> = new Set();

/** What has been done to a chart, and can be undone. */
export function useChartSteps(page: NetworkPage, view?: OpenedView) {
  const [history, setHistory] = useState(() => begin(view ? openedContents(page, view) : firstView(page, firstSize)));
  const [path, setPath] = useState(nobody);
  const [pathFrom, setPathFrom] = useState<string>();
  const [trouble, setTrouble] = useState("");
  const queries = useQueryClient();
  const contents = history.present;

  const add = useCallback((next: (now: Contents) => Contents) => setHistory((now) => step(now, next(now.present))), []);
  const attempt = async (act: () => Promise<void>) => {
    setTrouble("");
    try {
      await act();
    } catch (error) {
      setTrouble(problemOf(error).message);
    }
  };

  const open = (entity: string) =>
    attempt(async () => {
      const told = await expand(entity, contents.nodes.map((node) => node.entity));
      add((now) => opened(now, entity, told.nodes, told.links));
      announce(`${told.nodes.length} more on the chart.${told.hubs.map((hub) => ` ${hub.says}.`).join("")}`);
      if (told.nodes.length === 0) setTrouble("Nothing more is linked here, in what you may see.");
    });

  const findPath = (from: string, to: string) =>
    attempt(async () => {
      const told = await queries.fetchQuery(pathsQuery(from, to, {}));
      const found = told.pairs[0]?.paths[0];
      if (!found) {
        setTrouble(told.pairs[0]?.says ?? "There is no path in what you may see.");
        return;
      }
      add((now) => expanded(now, from, found.entities, found.links));
      setPath(new Set([...found.entities.map((who) => who.entity), ...found.links.map(linkKey), ...found.links.map((link) => `${link.to} ${link.from}`)]));
      announce(`A path of ${found.links.length} links: ${found.entities.map((who) => (who.is_protected ? "somebody to protect" : who.caption)).join(", ")}.`);
    });

  /** With the network's own people up to that many, where the server put them. */
  const show = (size: number) => {
    const known = new Set(contents.nodes.map((node) => node.entity));
    const next = new Set(firstView(page, Math.min(size, page.members.length)).nodes.map((node) => node.entity));
    const all = nodesOf(page).filter((node) => known.has(node.entity) || next.has(node.entity));
    const members = new Set(all.map((node) => node.entity));
    const others = contents.nodes.filter((node) => !members.has(node.entity));
    add((now) => {
      const more = withLinksAmong([...all, ...others], page.ties);
      const drawn = new Set(more.links.map(linkKey));
      return { ...now, nodes: keepingPinned(now, more.nodes), links: [...more.links, ...now.links.filter((link) => !drawn.has(linkKey(link)))] };
    });
  };

  const known = useMemo(() => new Set(contents.nodes.map((node) => node.entity)), [contents.nodes]);
  return useMemo(() => ({
    contents, path, pathFrom, trouble,
    canUndo: history.past.length > 0, canRedo: history.future.length > 0,
    canShowMore: page.members.some((member) => !known.has(member.entity)),
    undo: () => setHistory(undo), redo: () => setHistory(redo),
    hide: (entity: string) => add((now) => membersOf(now, entity).reduce(without, now)),
    isOpened: (entity: string | undefined) => isOpened(contents, entity),
    collapse: (entity: string) => {
      add((now) => collapsed(now, entity));
      announce("What opening brought is gone again.");
    },
    isPinned: (entity: string | undefined) => contents.nodes.some((node) => node.isPinned && entity !== undefined && membersOf(contents, entity).includes(node.entity)),
    pin: (entity: string, isPinned: boolean) => {
      add((now) => pinned(now, entity, isPinned));
      announce(isPinned ? "Pinned: nothing moves it but you." : "No longer pinned.");
    },
    move: (entity: string, dx: number, dy: number) => add((now) => moved(now, entity, dx, dy)),
    isGroup: (entity: string | undefined) => contents.groups?.some((group) => group.id === entity) ?? false,
    group: (chosen: readonly string[]) => {
      add((now) => grouped(now, chosen));
      announce(`${chosen.length} are drawn as one.`);
    },
    ungroup: (id: string) => {
      add((now) => ungrouped(now, id));
      announce("Drawn one by one again.");
    },
    expand: (entity: string) => void open(entity),
    showMore: () => show(contents.nodes.length * 2),
    showAll: () => show(page.members.length),
    startPath: (from: string | undefined) => {
      setPath(nobody);
      setPathFrom(from);
      announce(from ? "Choose the other end of the path." : "Choose somebody first, then ask for a path.");
    },
    /** Takes the choice for the other end of a path, if one was begun. */
    pathTo: (to: string): boolean => {
      if (!pathFrom || to === pathFrom || contents.groups?.some((group) => group.id === to)) return false;
      setPathFrom(undefined);
      void findPath(pathFrom, to);
      return true;
    },
  }), [contents, path, pathFrom, trouble, history, page]);
}

export type ChartSteps = ReturnType<typeof useChartSteps>;
