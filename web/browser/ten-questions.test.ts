import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { Analyst } from "./analyst.ts";
import { Desk, launch } from "./desk.ts";
import { questions } from "./questions.ts";
import { serveRegion, type Region } from "./region.ts";

const listed = readFileSync(new URL("../../docs/questions.md", import.meta.url), "utf8");

// The server builds the picture of 20,000 people when it starts, and an older one when it is asked what changed.
const pictureWithin = 100_000;

let region: Region;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  region = await serveRegion("rich");
  browser = await launch();
  desk = await Desk.open(browser, {}, { served: region.served });
  await desk.signIn();
  desk.page.setDefaultTimeout(pictureWithin);
  await toThreatPicture();
});
afterAll(async () => {
  await browser.close();
  region.stop();
});

async function toThreatPicture(): Promise<void> {
  await desk.goto("/");
  await desk.page.locator("tbody tr").nth(2).waitFor();
}

const sectionOf = (network: string): string =>
  region.story.split("\n### ").find((section) => section.startsWith(`${network}:`)) ?? "";

test("there are ten of them, listed with their answers", () => {
  expect(questions).toHaveLength(10);
  expect(questions.map(({ asked }) => asked).filter((asked) => !listed.includes(`**${asked}**`))).toEqual([]);
});

test.each(questions)("$asked", async ({ network, story, find }) => {
  for (const line of story) expect(sectionOf(network)).toContain(line);
  await toThreatPicture();
  await find(new Analyst(desk.page));
});
