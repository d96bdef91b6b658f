import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { address, ask } from "./ask.ts";
import type { Marking } from "./marking.ts";
import type { HeldBackRow, NetworkRow, NominalRow, ProtectedRow } from "./shapes.ts";

/** A page of a list. */
export interface ListPage<Row> {
  count: number;
  position: number;
  rows: Row[];
  next_cursor: string | null;
  marking: Marking;
}

export interface ListFilter {
  force?: string | undefined;
  threat_type?: string | undefined;
  is_new?: true | undefined;
}

const limit = 20;

// Each list knows some of the filters; the others do not apply to it.
const known: Readonly<Record<string, readonly (keyof ListFilter)[]>> = {
  networks: ["force", "threat_type", "is_new"],
  nominals: ["force", "is_new"],
  protection: ["force"],
  "held-back": [],
};

const parametersOf = (list: string, filter: ListFilter) =>
  Object.fromEntries((known[list] ?? []).map((name) => [name, filter[name]]));

const listQuery = <Row>(list: string) => (filter: ListFilter, cursor?: string) =>
  queryOptions({
    queryKey: ["list", list, filter, cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ask<ListPage<Row>>(`/api/${list}`, { signal, parameters: { ...parametersOf(list, filter), cursor, limit } }),
  });

export const networksQuery = listQuery<NetworkRow>("networks");
export const nominalsQuery = listQuery<NominalRow>("nominals");
export const protectionQuery = listQuery<ProtectedRow>("protection");
export const heldBackQuery = listQuery<HeldBackRow>("held-back");

/** The whole list for a spreadsheet, as it is filtered. */
export const exportAddress = (list: string, filter: ListFilter): string =>
  address(`/api/${list}.csv`, parametersOf(list, filter));
