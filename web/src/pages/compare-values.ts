import type { IdentityRow, Profile } from "../api/shapes.ts";
import { counted } from "../base/figures.ts";
import { birthSays } from "./row-name.tsx";

const attributesOf: Readonly<Record<string, readonly string[]>> = { street: ["line"] };
const nounsOf: Readonly<Record<string, readonly string[]>> = {
  postcode: ["address"], street: ["address"], phone: ["phone"], vehicle: ["vehicle"], account: ["account"],
  document: ["document"], online: ["email", "handle"],
};
const few = 3;

/** What is recorded of a person in what was compared: name and birth as the row has them, the rest of all their records. */
export function valuesOf(compared: string, person: Profile, row: IdentityRow | undefined): string[] {
  if (compared === "name") return row?.names ?? [];
  if (compared === "date_of_birth") return (row?.births ?? []).map(birthSays);
  if (compared === "surroundings") return [counted(person.associates.count, "associate")];
  const stated = (attributesOf[compared] ?? [compared]).flatMap((name) => person.attributes[name] ?? []).map((each) => each.value);
  const held = (nounsOf[compared] ?? []).flatMap((noun) => person.linked[noun]?.shown ?? []).map((each) => each.caption);
  return [...new Set([...stated, ...held])].slice(0, few);
}
