import { expect, test } from "vitest";
import { clustersOf, type Drawn } from "./clusters.ts";

const at = (id: string, x: number, weight = 1): Drawn => ({ id, x, y: 0, weight });

test("who is near the heaviest is drawn with it, where it is", () => {
  expect(clustersOf([at("a", 0), at("b", 10, 5), at("c", 100)], 20)).toEqual([
    { id: "b", x: 10, y: 0, members: ["b", "a"] },
    { id: "c", x: 100, y: 0, members: ["c"] },
  ]);
});

test("nobody is lost, and the order in which places come changes nothing", () => {
  const places = [at("a", 0), at("b", 15), at("c", 30), at("d", 45)];
  const clusters = clustersOf(places, 20);
  expect(clusters.flatMap((each) => each.members).sort()).toEqual(["a", "b", "c", "d"]);
  expect(clustersOf(places.toReversed(), 20)).toEqual(clusters);
});
