import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import type { NetworkPage } from "../src/api/shapes.ts";
import { answerTimes, percentile, watchAnswers } from "./answer-times.ts";
import { Desk, launch } from "./desk.ts";
import { pixelsNear } from "./pixels.ts";
import { blownUp } from "./synthetic.ts";

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  browser = await launch();
  desk = await Desk.open(browser, { colorScheme: "light" });
  await desk.page.route(/\/api\/networks\/[^/?]+$/, async (route) => {
    const reply = await route.fetch();
    await route.fulfill({ response: reply, json: blownUp((await reply.json()) as NetworkPage, 2000, 5000) });
  });
  await desk.signIn();
  await desk.goto("/");
  await desk.page.locator("tbody tr").first().getByRole("link").first().click();
  await desk.page.locator(".chart .node").first().waitFor();
  await button("Show all").click();
  await desk.page.locator("canvas.sigma-nodes").waitFor();
  await desk.page.getByText("2,000 of 2,000 drawn, 5,000 links").waitFor();
  await desk.page.waitForTimeout(1000);
});
afterAll(() => browser.close());

const button = (name: string) => desk.page.getByRole("button", { name, exact: true });
const heading = () => desk.page.locator(".chart-table h2").innerText();
const ink = [11, 12, 12];
const care = [14, 106, 112];
const careGround = [229, 243, 243];
const chosenLine = [29, 112, 184];

test("two thousand are drawn, those to protect in their own colour", async () => {
  const { all, near } = await pixelsNear(desk.page, await desk.page.locator(".chart").screenshot(), [ink, care, careGround]);
  await desk.picture("network-2000");
  console.log(`of ${all} pixels, symbols' edges ${near[0]}, to protect ${near[1]}, their ground ${near[2]}`);
  expect(near[0]).toBeGreaterThan(all / 100);
  expect(near[1]).toBeGreaterThan(300);
  expect(near[2]).toBeGreaterThan(300);
});

test("arrow keys walk, table and chart have the same choice, and nobody to protect is named", async () => {
  const chart = desk.page.getByRole("application");
  await chart.focus();
  const before = await pixelsNear(desk.page, await desk.page.locator(".chart").screenshot(), [chosenLine]);
  await chart.press("ArrowRight");
  await expect.poll(heading).toMatch(/^Links of/);
  const seen = new Set([await heading()]);
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"]) {
    await chart.press(key);
    await desk.page.waitForTimeout(200);
    seen.add(await heading());
  }
  expect(seen.size).toBeGreaterThan(2);
  await desk.page.waitForTimeout(500);
  await desk.picture("network-2000-chosen");
  const after = await pixelsNear(desk.page, await desk.page.locator(".chart").screenshot(), [chosenLine]);
  expect(after.near[0]).toBeGreaterThan((before.near[0] ?? 0) + 100);
  await desk.page.getByLabel("Find on this chart").fill("Hidden");
  expect(await desk.page.locator(".legend").innerText()).not.toContain("Hidden Name");
  expect(await desk.page.locator(".chart-table").innerText()).not.toContain("Hidden Name");
  await desk.page.getByLabel("Find on this chart").fill("");
  await chart.press("Escape");
});

test("filters take away what they say", async () => {
  const tick = desk.page.getByRole("group", { name: "Items and their shapes" }).locator("label").filter({ hasText: "Phone" });
  const number = Number((await tick.locator(".number").innerText()).replace(",", ""));
  await tick.getByRole("checkbox").uncheck();
  await desk.page.getByText(`${(2000 - number).toLocaleString("en-GB")} of 2,000 drawn`).waitFor();
  await tick.getByRole("checkbox").check();
  await desk.page.getByText("2,000 of 2,000 drawn").waitFor();
});

test("zoom, pan and choice: how long sixty of them take", async () => {
  const { page } = desk;
  const box = await page.locator(".chart").boundingBox();
  if (!box) throw new Error("no chart");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const times: Record<string, number[]> = {};
  await page.mouse.move(x, y);
  await watchAnswers(page);
  const taken = async () => {
    await page.waitForTimeout(700);
    return answerTimes(page);
  };
  for (let turn = 0; turn < 20; ++turn) {
    await page.mouse.wheel(0, turn % 4 < 2 ? -120 : 120);
    await page.waitForTimeout(350);
  }
  times["zoom"] = await taken();
  // From where nobody stands, or the drag would be of somebody.
  await page.mouse.move(box.x + 8, box.y + 8);
  await page.mouse.down();
  for (let turn = 0; turn < 20; ++turn) {
    await page.mouse.move(box.x + 8 + 12 * (turn % 5), box.y + 8 + 6 * (turn % 3));
    await page.waitForTimeout(250);
  }
  await page.mouse.up();
  times["pan"] = await taken();
  await button("Fit").click();
  const chart = page.getByRole("application");
  await chart.focus();
  const keys = ["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"] as const;
  for (let turn = 0; turn < 20; ++turn) {
    await chart.press(keys[turn % 4] ?? "ArrowRight");
    await page.waitForTimeout(400);
  }
  times["choose"] = await taken();
  const all = Object.values(times).flat();
  console.log(`others at work on this machine: load ${loadavg()[0]?.toFixed(1)}`);
  for (const [name, each] of [...Object.entries(times), ["all", all] as const]) {
    console.log(`2,000 nodes, 5,000 links, ${name}: ${each.length} times, p50 ${Math.round(percentile(each, 0.5))} ms, p95 ${Math.round(percentile(each, 0.95))} ms`);
  }
  expect(all.length).toBeGreaterThanOrEqual(50);
  expect(desk.faults).toEqual([]);
});

test.each(["Fast", "Full"])("a picture goes out of the %s drawing, with its marking above and below", async (drawing) => {
  const { page } = desk;
  if (drawing === "Fast") {
    await page.getByRole("application").press("Escape");
    await expect.poll(heading).toBe("Links on the chart");
  } else {
    await desk.goto("/");
    await page.locator("tbody tr").first().getByRole("link").first().click();
    await page.locator(".chart .node").first().waitFor();
  }
  const [download] = await Promise.all([page.waitForEvent("download"), button("PNG").click()]);
  expect(download.suggestedFilename()).toMatch(/^network-\d+\.png$/);
  const picture = readFileSync(await download.path());
  const { all, near } = await pixelsNear(page, picture, [ink, careGround, [255, 255, 255]]);
  // The two bands are some tenth of it.
  expect((near[0] ?? 0) / all).toBeGreaterThan(0.08);
  expect(near[1]).toBeGreaterThan(100);
  expect((near[2] ?? 0) / all).toBeGreaterThan(0.3);
  expect(desk.faults).toEqual([]);
});
