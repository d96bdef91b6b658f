import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ListPage } from "../api/lists.ts";
import { Pager } from "../parts/pager.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer, Empty } from "../parts/states.tsx";
import type { ListView } from "./threat-picture.tsx";

interface Listed<Row> {
  of: UseQueryResult<ListPage<Row>>;
  what: string;
  view: ListView;
  children: (rows: readonly Row[]) => ReactNode;
}

/** A list as far as it has come, its pager, and what is said when it is empty. */
export function Listed<Row>({ of, what, view, children }: Listed<Row>) {
  useShown(of.data?.marking);
  return (
    <Answer of={of} what={what}>
      {(page) =>
        page.rows.length === 0 ? (
          <Empty>
            <p>No {what} in your picture fit these filters.</p>
            <p>Choose another force or threat, or show all.</p>
          </Empty>
        ) : (
          <>
            {children(page.rows)}
            <Pager
              position={page.position}
              shown={page.rows.length}
              total={page.count}
              what={what}
              toFirst={view.cursor ? () => view.toPage(undefined) : undefined}
              toNext={page.next_cursor ? () => view.toPage(page.next_cursor ?? undefined) : undefined}
            />
          </>
        )}
    </Answer>
  );
}
