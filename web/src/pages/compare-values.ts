import type { Identity, IdentityRow, Profile } from "../api/shapes.ts";
import { counted } from "../base/figures.ts";
import { birthSays } from "./row-name.tsx";

const attributesOf: Readonly<Record<string, readonly string[]>> = { name: ["name"], street: ["line"] };
const nounsOf: Readonly<Record<string, readonly string[]>> = {
  postcode: ["address"], street: ["address"], phone: ["phone"], vehicle: ["vehicle"], account: ["account"],
  document: ["document"], online: ["email", "handle"],
};
const few = 3;

/** What is recorded of a person in what was compared: name and birth as the row has them where it does, the rest as all their records do. */
export function valuesOf(compared: string, person: Profile, row: IdentityRow | undefined): string[] {
  if (compared === "name" && row && row.names.length > 0) return row.names;
  if (compared === "date_of_birth" && row && row.births.length > 0) return row.births.map(birthSays);
  if (compared === "surroundings") return [counted(person.associates.count, "associate")];
  const stated = (attributesOf[compared] ?? [compared]).flatMap((name) => person.attributes[name] ?? []).map((each) => birthSays(each.value));
  const held = (nounsOf[compared] ?? []).flatMap((noun) => person.linked[noun]?.shown ?? []).map((each) => each.caption);
  return [...new Set([...stated, ...held])].slice(0, few);
}

/** The dates of birth of either, where both have some and none that agree, a year with a day of it too: what the closest two rows may not show. */
export function birthsApart({ rows, links }: Identity): [string[], string[]] | undefined {
  const birthsOf = (at: number | undefined) => {
    const person = rows[at ?? -1]?.entity;
    return [...new Set(rows.filter((row) => row.entity === person).flatMap((row) => row.births))];
  };
  const [left, right] = [birthsOf(links[0]?.left), birthsOf(links[0]?.right)];
  if (left.length === 0 || right.length === 0 || left.some((birth) => right.some((other) => birth.startsWith(other) || other.startsWith(birth)))) return undefined;
  return [left.map(birthSays), right.map(birthSays)];
}
