import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask, inPath, post } from "./ask.ts";
import type { Note, NotePage } from "./shapes.ts";

export interface About {
  subject: Note["subject"];
  about: string;
}

const listOf: Readonly<Record<About["subject"], string>> = { entity: "/api/entities", network: "/api/networks" };

/** The latest first. */
export const notesQuery = ({ subject, about }: About) =>
  infiniteQueryOptions({
    queryKey: ["notes", subject, about],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: NotePage) => page.next_cursor ?? undefined,
    queryFn: ({ signal, pageParam }) =>
      ask<NotePage>(`${listOf[subject]}/${inPath(about)}/notes`, { signal, parameters: { cursor: pageParam, limit: 10 } }),
  });

export const addNote = (note: About & { text: string }) => post<Note>("/api/notes", note);
export const withdrawNote = ({ note, reason }: { note: string; reason: string }) =>
  post<Note>(`/api/notes/${inPath(note)}/withdraw`, { reason });
