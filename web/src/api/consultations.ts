import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ask } from "./ask.ts";
import type { paths } from "./generated.ts";

export type Consultations = paths["/api/audit"]["get"]["responses"][200]["content"]["application/json"];

export const consultationsQuery = (cursor?: string) =>
  queryOptions({
    queryKey: ["consultations", cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<Consultations>("/api/audit", { signal, parameters: { cursor, limit: 50 } }),
  });
