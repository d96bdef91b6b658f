import { createStore } from "../base/store.ts";
import { Problem } from "./problem.ts";

/** Why the reader looks, sent with each request and logged with it; "" when they have not said. */
export const purpose = createStore("");
/** Turned true when the server no longer knows who asks. */
export const isSignedOut = createStore(false);

type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

interface Asked {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  parameters?: Parameters;
  body?: unknown;
  bytes?: Blob;
  signal?: AbortSignal;
}

export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

// A header holds Latin-1 only.
const headerText = (text: string): string => text.replace(/[^\x20-\x7e\xa0-\xff]/g, "?");

function requestOf(asked: Asked): RequestInit {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (purpose.get()) headers["RAPTOR-Reason"] = headerText(purpose.get());
  const request: RequestInit = { method: asked.method ?? "GET", headers, credentials: "same-origin" };
  if (asked.signal) request.signal = asked.signal;
  if (asked.bytes) {
    headers["Content-Type"] = "application/octet-stream";
    request.body = asked.bytes;
  } else if (asked.body !== undefined) {
    headers["Content-Type"] = "application/json";
    request.body = JSON.stringify(asked.body);
  }
  return request;
}

async function problemIn(reply: Response): Promise<Problem> {
  const told: { detail?: string; field?: string } = await reply.json().catch(() => ({}));
  return new Problem(reply.status, told.detail ?? `The server answered ${reply.status}. Try again.`, told.field);
}

/** The JSON that the server answers. Throws Problem. */
export async function ask<Reply>(path: string, asked: Asked = {}): Promise<Reply> {
  let reply: Response;
  try {
    reply = await fetch(address(path, asked.parameters), requestOf(asked));
  } catch (error) {
    if (asked.signal?.aborted) throw error;
    throw new Problem(0, "The server cannot be reached. Nothing is lost; try again when it answers.");
  }
  if (!reply.ok) {
    const problem = await problemIn(reply);
    if (reply.status === 401 && path !== "/api/session") isSignedOut.set(true);
    throw problem;
  }
  return (reply.status === 204 ? undefined : await reply.json()) as Reply;
}

export const post = <Reply>(path: string, body: unknown, asked: Asked = {}): Promise<Reply> =>
  ask<Reply>(path, { ...asked, method: "POST", body });

export const inPath = encodeURIComponent;
