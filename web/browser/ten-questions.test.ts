import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { Analyst } from "./analyst.ts";
import { Desk, launch } from "./desk.ts";
import { questions } from "./questions.ts";
import { serveRegion, type Region } from "./region.ts";
import { Story } from "./story.ts";

const listed = readFileSync(new URL("../../docs/questions.md", import.meta.url), "utf8");

// The server builds the picture of 20,000 people when it starts, and an older one when it is asked what changed: seconds on
// a machine of its own, minutes on one that builds something else.
const pictureWithin = 500_000;
const testWithin = pictureWithin + 60_000;

let region: Region;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  region = await serveRegion("rich");
  browser = await launch();
  desk = await Desk.open(browser, {}, { served: region.served });
  desk.page.setDefaultTimeout(pictureWithin);
  await desk.signIn();
  await toThreatPicture();
}, testWithin);
afterAll(async () => {
  region?.stop();
  await browser?.close();
});

async function toThreatPicture(): Promise<void> {
  await desk.goto("/");
  await desk.page.locator("tbody tr").nth(11).waitFor();
}

/** How many acts docs/questions.md says that it takes. */
const actsListed = (asked: string): number => {
  const line = listed.split("\n").find((each) => each.includes(`**${asked}**`));
  return Number(/\| (\d) \|$/.exec(line ?? "")?.[1]);
};

test("there are ten of them", () => expect(questions).toHaveLength(10));

test.each(questions)("$asked", { timeout: testWithin }, async ({ asked, network, story, truth, find }) => {
  const told = new Story(region.story, network);
  for (const line of story) expect(told.text).toContain(line);
  for (const [file, row] of Object.entries(truth ?? {})) expect(region.truth(file).filter((line) => line.startsWith(row))).toHaveLength(1);
  await toThreatPicture();
  const analyst = new Analyst(desk.page);
  await find(analyst, told);
  expect(analyst.acts).toBe(actsListed(asked));
  expect(desk.faults).toEqual([]);
});
