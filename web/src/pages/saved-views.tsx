import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { join } from "../api/marking.ts";
import { problemOf } from "../api/problem.ts";
import { sessionQuery } from "../api/session.ts";
import type { NetworkPage, View } from "../api/shapes.ts";
import { saveView, viewsQuery, withdrawView, type NewView } from "../api/views.ts";
import { dayOf } from "../base/dates.ts";
import { announce } from "../parts/announce.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { useShown } from "../parts/shown-marking.ts";
import { Answer } from "../parts/states.tsx";

/** Views of a network's chart: the reader's own and those shared with them. */
export function SavedViews({ page, opened }: { page: NetworkPage; opened: string | undefined }) {
  const views = useInfiniteQuery(viewsQuery(page.network));
  const user = useQuery(sessionQuery).data?.user;
  const queries = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: withdrawView,
    onSuccess: () => {
      announce("The view is taken back.");
      void queries.invalidateQueries({ queryKey: ["views", page.network] });
    },
  });
  useShown(useMemo(() => views.data?.pages.map((each) => each.marking).reduce(join), [views.data]));
  const listed = views.data?.pages.flatMap((each) => each.views) ?? [];
  return (
    <section className="section" aria-label="Saved views">
      <h2>Saved views</h2>
      {withdrawing.error ? <p className="note bad" role="alert">{problemOf(withdrawing.error).message}</p> : null}
      <Answer of={views} what="the views">
        {() => listed.length === 0 ? <p className="small muted">None yet. “Save view…” above the chart keeps it as it stands.</p> : (
          <ul className="lines small">
            {listed.map((view) => (
              <li key={view.view}>
                <p className="row wrap">
                  <Link to="/networks/$network" params={{ network: view.network }} search={{ view: view.view }} aria-current={view.view === opened ? "true" : undefined}>{view.title}</Link>
                  {view.sharing === "own" ? <span className="tag outline">yours alone</span> : <span className="tag">shared</span>}
                  {view.author === user ? (
                    <button type="button" className="link-button tiny no-print" disabled={withdrawing.isPending} onClick={() => withdrawing.mutate(view.view)}>Take back<span className="unseen"> {view.title}</span></button>
                  ) : null}
                </p>
                <p className="tiny muted">{view.author}, {dayOf(view.written)} · {view.marking.marking}</p>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {views.hasNextPage ? <button type="button" className="button tight" onClick={() => void views.fetchNextPage()}>Show earlier ones</button> : null}
    </section>
  );
}

interface Saving {
  network: string;
  chart: Omit<NewView, "title" | "sharing">;
  close: () => void;
}

/** Asks for the name under which a chart is saved as it stands, and whether it is shared. */
export function SavingView({ network, chart, close }: Saving) {
  const [title, setTitle] = useState("");
  const [sharing, share] = useState<View["sharing"]>("own");
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: saveView,
    onSuccess: () => {
      announce("The view is saved.");
      void queries.invalidateQueries({ queryKey: ["views", network] });
      close();
    },
  });
  return (
    <Dialog title="Save this view" close={close}>
      <form className="sign-in-form" onSubmit={(event) => { event.preventDefault(); saving.mutate({ network, view: { ...chart, title: title.trim(), sharing } }); }}>
        {saving.error ? <p className="note bad" role="alert">{problemOf(saving.error).message}</p> : null}
        <p className="small muted">Who and what is on the chart, where it stands, and the filters. What it shows is asked anew when it is opened.</p>
        <Field label="Name" required maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
        <label className="check">
          <input type="checkbox" checked={sharing === "audience"} onChange={(event) => share(event.target.checked ? "audience" : "own")} />
          <span>Share it with whoever may see all that I see in this picture</span>
        </label>
        <div><button type="submit" className="button main" disabled={saving.isPending}>Save it</button></div>
      </form>
    </Dialog>
  );
}
