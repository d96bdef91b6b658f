import type { ChartLink, Member, NetworkPage } from "../src/api/shapes.ts";

const kindsOf = ["person", "person", "person", "phone", "address", "vehicle", "account", "organisation"] as const;
const strengths = ["confirmed", "unconfirmed", "tentative"] as const;

/** The same numbers each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A network page as the server gives one, blown up: so many members in a circle of 1000, so many links among them. */
export function blownUp(page: NetworkPage, memberCount: number, linkCount: number): NetworkPage {
  const random = numbers(7);
  const members = Array.from({ length: memberCount }, (_, index): Member => {
    const [far, angle] = [1000 * Math.sqrt(random()), 2 * Math.PI * random()];
    const isProtected = index % 40 === 39;
    const noun = isProtected ? "person" : kindsOf[index % kindsOf.length] ?? "person";
    const prominent = index < 60 ? { place: index + 1, rank_interval: [index + 1, index + 3] } : {};
    return {
      entity: `made-${index}`, caption: isProtected ? `Hidden Name${index}` : `Made ${noun} ${index}`, noun, harm_days: 0,
      is_protected: isProtected, standing: isProtected ? "kept_apart" : "ranked", x: far * Math.cos(angle), y: far * Math.sin(angle),
      ...(isProtected ? {} : prominent),
    };
  });
  const links = new Map<string, ChartLink>();
  while (links.size < linkCount) {
    const [from, to] = [Math.floor(random() * memberCount), Math.floor(random() ** 2 * memberCount)].sort((a, b) => a - b) as [number, number];
    if (from === to) continue;
    const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
    links.set(`${from} ${to}`, {
      from: `made-${from}`, to: `made-${to}`, strength: strengths[links.size % 3] ?? "confirmed",
      sayings: [{ says: "association", is_tie: true, is_reversed: false, count: 1 + (links.size % 5) }],
      first: `2025-${month}-02T00:00:00Z`, last: `2025-${month}-20T00:00:00Z`, records: [], record_count: 0,
    });
  }
  return { ...page, members, ties: [...links.values()] };
}
