import { expect, test } from "vitest";
import { address } from "./ask.ts";

test("what is not given is not in the address, and what is given is written for one", () => {
  expect(address("/api/networks", { force: "Aldermere & Co", cursor: undefined, limit: 2, is_new: false })).toBe(
    "/api/networks?force=Aldermere+%26+Co&limit=2&is_new=false");
  expect(address("/api/picture")).toBe("/api/picture");
});
