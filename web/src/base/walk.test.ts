import { expect, test } from "vitest";
import { nearestTowards } from "./walk.ts";

const at = (id: string, x: number, y: number) => ({ id, x, y });

test("the straight one is taken before the near one that lies aside", () => {
  const others = [at("aside", 1, 3), at("ahead", 3, 0), at("behind", -1, 0)];
  expect(nearestTowards(at("me", 0, 0), others, "right")?.id).toBe("ahead");
  expect(nearestTowards(at("me", 0, 0), others, "left")?.id).toBe("behind");
  expect(nearestTowards(at("me", 0, 0), others, "up")).toBeUndefined();
});
