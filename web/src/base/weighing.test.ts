import { expect, test } from "vitest";
import { chance, comparedTitle, evidenceOf, findingSays, inOrder, odds, priorSays, signed } from "./weighing.ts";

const reason = (compared: string, finding: string, bits: number) => ({ compared, finding, bits });

test("a comparison is for, against, missing, an overlap, or nothing", () => {
  expect(evidenceOf(reason("name", "the same, rarity 8 to 10 bits", 9))).toBe("for");
  expect(evidenceOf(reason("sex", "different", -4))).toBe("against");
  expect(evidenceOf(reason("phone", "not known on both sides", 0))).toBe("missing");
  expect(evidenceOf(reason("postcode and street", "agree together among strangers too", -5))).toBe("overlap");
  expect(evidenceOf(reason("sex", "the same, rarity 0 to 2 bits", 0))).toBe("nothing");
});

test("the heaviest for it comes first and what is missing last", () => {
  const sorted = inOrder([reason("phone", "not known on both sides", 0), reason("sex", "different", -4), reason("name", "similar", 2), reason("street", "similar", 5)]);
  expect(sorted.map((each) => each.compared)).toEqual(["street", "name", "sex", "phone"]);
});

test("bits are told with their sign, and as odds", () => {
  expect([signed(9.07), signed(-2.12), signed(-0.04)]).toEqual(["+9.1", "−2.1", "0"]);
  expect(odds(7.5)).toBe("180 to 1 that they are one person");
  expect(odds(-30)).toBe("1.1 billion to 1 that they are two people");
  expect(odds(0)).toBe("even odds");
  expect(priorSays(-18.2)).toBe("one pair in 300,000 is one person");
  expect([chance(0.9943), chance(1), chance(0)]).toEqual([".994", "over .999", "under .001"]);
});

test("rarity is told as one in so many, and columns in the words of the screens", () => {
  expect(findingSays("the same, rarity 8 to 10 bits")).toBe("the same, as rare as 1 in 260 to 1,000");
  expect(findingSays("the same, rarity 0 to 2 bits")).toBe("the same, no rarer than 1 in 4");
  expect(findingSays("words in common worth 24 bits or rarer, one word left over")).toBe("words in common as rare as 1 in 17 million or rarer, one word left over");
  expect(comparedTitle("date_of_birth")).toBe("Born");
  expect(comparedTitle("postcode and date_of_birth")).toBe("Postcode and born");
});
