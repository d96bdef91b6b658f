import { useNavigate } from "@tanstack/react-router";
import { useCallback, useRef } from "react";
import { kindOf, nameOn, otherEnd, says, touches, type Contents } from "../chart/contents.ts";
import { word } from "../base/words.ts";
import { announce } from "../parts/announce.tsx";

/** Who is chosen, kept in the address; said aloud as they are chosen. `divert` may take a choice for itself. */
export function useChosen(chosen: string | undefined, shown: Contents, divert: (entity: string) => boolean) {
  const navigate = useNavigate({ from: "/networks/$network" });
  const latest = useRef({ shown, divert, chosen });
  latest.current = { shown, divert, chosen };
  const choose = useCallback((entity: string | undefined) => {
    if (entity && latest.current.divert(entity)) return;
    announce(entity ? spoken(latest.current.shown, entity, latest.current.chosen) : "Nobody is chosen.");
    void navigate({ search: (before) => ({ ...before, chosen: entity }), replace: true });
  }, [navigate]);
  return { chosen, choose };
}

function spoken(contents: Contents, entity: string, from: string | undefined): string {
  const node = contents.nodes.find((each) => each.entity === entity);
  if (!node) return "";
  const links = contents.links.filter((link) => touches(link, entity));
  const way = from ? links.find((link) => otherEnd(link, entity) === from) : undefined;
  const kind = kindOf(node) === "protected" ? "to protect" : word(node.noun);
  const place = node.place ? `, placed ${node.place}` : "";
  return `${nameOn(node)}, ${kind}${place}, ${links.length} links${way ? `; ${says(way)}, ${way.strength}` : ""}`;
}
