import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ask, inPath, post } from "./ask.ts";
import type { paths } from "./generated.ts";
import type { Marking } from "./marking.ts";
import type { Import } from "./shapes.ts";

export interface ImportPage {
  position: number;
  count: number;
  imports: Import[];
  next_cursor: string | null;
  marking: Marking;
}
export type ImportReport = paths["/api/imports"]["post"]["responses"][201]["content"]["application/json"];

export const importsQuery = (cursor?: string) =>
  queryOptions({
    queryKey: ["imports", cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => ask<ImportPage>("/api/imports", { signal, parameters: { cursor, limit: 20 } }),
  });

export interface NewImport {
  file: File;
  source: string;
  force: string;
  basis: string;
}

export const importFile = ({ file, source, force, basis }: NewImport) =>
  ask<ImportReport>("/api/imports", { method: "POST", bytes: file, parameters: { file: file.name, source, force, basis } });

export const undoImport = (id: string, reason: string) => post<Import>(`/api/imports/${inPath(id)}/undo`, { reason });
