import { createStore } from "../base/store.ts";

/** How far the import has come that this session waits for. */
export interface ImportProgress {
  file: string;
  rows: number;
  /** Of the file, from 0 to 1. */
  share: number;
}
export const importProgress = createStore<ImportProgress | undefined>(undefined);

/** Hears what the server has to tell, until the function given back is called. */
export function listen(onPicture: () => void): () => void {
  const events = new EventSource("/api/events");
  events.addEventListener("picture", onPicture);
  events.addEventListener("import", (event: MessageEvent<string>) => importProgress.set(JSON.parse(event.data) as ImportProgress));
  return () => events.close();
}
