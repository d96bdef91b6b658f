import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { stayingQuery, type PlacesOf, type PlacesWindow } from "../api/places.ts";
import type { Places } from "../api/shapes.ts";
import { nounsOf, visitsOf, type Visit } from "../map/journeys.ts";
import { useShown } from "../parts/shown-marking.ts";

// So many are fetched without being asked; the page says when there are more.
const pagesMax = 4;

/** Who was where in turn: fetched when flows or a journey are asked for. */
export function useStaying(of: PlacesOf, window: PlacesWindow, places: Places | undefined, isWanted: boolean) {
  const nouns = useMemo(() => nounsOf(places?.places ?? []), [places]);
  const staying = useInfiniteQuery({ ...stayingQuery(of, window, nouns), enabled: isWanted && places !== undefined });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = staying;
  useShown(data?.pages[0]?.marking);
  const fetched = data?.pages.length ?? 0;
  useEffect(() => {
    if (isWanted && hasNextPage && !isFetchingNextPage && fetched < pagesMax) void fetchNextPage();
  }, [isWanted, hasNextPage, isFetchingNextPage, fetched, fetchNextPage]);
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const visits = useMemo((): Visit[] => (places ? visitsOf(places.places, items) : []), [places, items]);
  const left = (data?.pages[0]?.count ?? 0) - items.length;
  return { of: staying, visits, left, undated: data?.pages[0]?.undated ?? 0, isWhole: fetched > 0 && (!hasNextPage || fetched >= pagesMax) };
}

export type Staying = ReturnType<typeof useStaying>;
