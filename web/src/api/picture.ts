import { queryOptions } from "@tanstack/react-query";
import { ask } from "./ask.ts";
import { Problem } from "./problem.ts";
import type { Changes, Picture } from "./shapes.ts";

export const pictureQuery = queryOptions({
  queryKey: ["picture"],
  queryFn: ({ signal }) => ask<Picture>("/api/picture", { signal }),
});

/** What is not as it would have been at the end of that day. */
export const changesQuery = (since: string) =>
  queryOptions({
    queryKey: ["changes", since],
    // 503 until the older picture has been built.
    retry: (failures, error) => failures < 60 && error instanceof Problem && error.status === 503,
    retryDelay: 2000,
    queryFn: ({ signal }) => ask<Changes>("/api/changes", { signal, parameters: { since } }),
  });
