/** What the addresses of pages may hold besides their path. What is not known is dropped. */

type Asked = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
const yes = (value: unknown): true | undefined => (value === true || value === "true" ? true : undefined);

// Optional properties that may be handed on as they are: undefined is "not asked for".
export interface ListAddress {
  list?: ListName | undefined;
  force?: string | undefined;
  threat?: string | undefined;
  fresh?: true | undefined;
  cursor?: string | undefined;
  /** Of networks: on a map. */
  view?: "map" | undefined;
}
export type ListName = "nominals" | "protection" | "held-back";
const listNames: readonly string[] = ["nominals", "protection", "held-back"];

export function listAddress(asked: Asked): ListAddress {
  const list = text(asked["list"]);
  return {
    list: list && listNames.includes(list) ? (list as ListName) : undefined,
    force: text(asked["force"]),
    threat: text(asked["threat"]),
    fresh: yes(asked["fresh"]),
    cursor: text(asked["cursor"]),
    view: asked["view"] === "map" ? "map" : undefined,
  };
}

export interface NetworkAddress {
  chosen?: string | undefined;
  /** A saved view of its chart. */
  view?: string | undefined;
}
export const networkAddress = (asked: Asked): NetworkAddress => ({ chosen: text(asked["chosen"]), view: text(asked["view"]) });

export interface EntityAddress {
  as_at?: string | undefined;
}
export const entityAddress = (asked: Asked): EntityAddress => ({ as_at: text(asked["as_at"]) });

export interface ConnectionsAddress {
  from?: string | undefined;
  to?: string | undefined;
  order?: "strength" | "time" | undefined;
  through?: "all" | undefined;
}
export const connectionsAddress = (asked: Asked): ConnectionsAddress => ({
  from: text(asked["from"]), to: text(asked["to"]), 
  order: asked["order"] === "strength" || asked["order"] === "time" ? asked["order"] : undefined,
  through: asked["through"] === "all" ? "all" : undefined,
});

export interface CompareAddress {
  left?: string | undefined;
  right?: string | undefined;
}
export const compareAddress = (asked: Asked): CompareAddress => ({ left: text(asked["left"]), right: text(asked["right"]) });

export interface PlacesAddress {
  /** Places themselves when not said. */
  show?: "flows" | "journey" | undefined;
  /** Whose journey. */
  who?: string | undefined;
  /** The chosen place. */
  place?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  as_at?: string | undefined;
  /** Places with a postcode only by its district too: for flows and journeys, unless said otherwise. */
  rough?: boolean | undefined;
}
export const placesAddress = (asked: Asked): PlacesAddress => ({
  show: asked["show"] === "flows" || asked["show"] === "journey" ? asked["show"] : undefined,
  who: text(asked["who"]), place: text(asked["place"]),
  from: text(asked["from"]), until: text(asked["until"]), as_at: text(asked["as_at"]), rough: typeof asked["rough"] === "boolean" ? asked["rough"] : undefined,
});
