import { expect, test } from "vitest";
import type { Cluster } from "./clusters.ts";
import { markOf, waysOf } from "./ways.ts";

const cluster = (id: string): Cluster => ({ id, x: 0, y: 0, members: [id] });
const [mill, quay] = [cluster("mill"), cluster("quay")];
const clusterOf = new Map([["mill", mill], ["yard", mill], ["quay", quay]]);
const arrow = (from: string, to: string, mark?: string) => ({ key: `${from} ${to} ${mark}`, from, to, count: 2, says: "", ...(mark ? { mark } : {}) });

test("arrows between the same two symbols are one way, those within one are not drawn", () => {
  const ways = waysOf([arrow("mill", "quay"), arrow("yard", "quay"), arrow("quay", "mill"), arrow("mill", "yard")], clusterOf);
  expect(ways.map((way) => `${way.key} ${way.count}`)).toEqual(["mill quay 4", "quay mill 2"]);
  expect(markOf(ways[0]!)).toBe("4");
});

test("a journey's way bears its turns, the first few", () => {
  const [way] = waysOf(["2", "4", "6", "8"].map((mark) => arrow("mill", "quay", mark)), clusterOf);
  expect(markOf(way!)).toBe("2, 4, 6 …");
});
