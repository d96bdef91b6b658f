import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { Desk, launch } from "./desk.ts";

let browser: Browser;
let desk: Desk;
const fetched: string[] = [];
beforeAll(async () => {
  browser = await launch();
  desk = await Desk.open(browser);
  desk.page.on("request", (request) => fetched.push(request.url()));
  await desk.signIn();
});
beforeEach(async () => {
  await desk.goto("/");
  await desk.page.locator("tbody tr").first().getByRole("link").first().click();
  await desk.page.locator(".chart .node").first().waitFor();
  await desk.page.getByRole("link", { name: "Places on a map" }).click();
  await desk.page.locator(".chart .ground .around").waitFor({ state: "attached" });
  await desk.page.locator(".chart .node").first().waitFor();
});
afterAll(() => browser.close());

const button = (name: string) => desk.page.getByRole("button", { name, exact: true });
const map = () => desk.page.getByRole("application");
const rows = () => desk.page.locator(".places-panes tbody tr[data-key]");
const gridNames = async () => (await desk.page.locator(".graticule text").allTextContents()).join(" ");
const drawnAt = () => desk.page.locator(".chart .node").first().boundingBox();

test("all places are listed, those that no record puts anywhere as such", async () => {
  const all = Number(await desk.page.locator(".places-panes h2 + .muted").innerText());
  expect(all).toBeGreaterThan(20);
  expect(await rows().count()).toBe(all);
  const without = await desk.page.locator("tr[data-key] .tag.warn").count();
  expect(without).toBeGreaterThan(0);
  await desk.page.getByText(`No record says where these ${without} places are`).waitFor();
  await desk.page.getByText(`${all - without} on the map`).waitFor();
  await desk.page.getByText("Indicative boundaries, not for evidence").waitFor();
  await desk.picture("places");
  expect(desk.faults).toEqual([]);
});

test("keys move the map, bring it nearer, and all into view again", async () => {
  await map().focus();
  const [before, at] = [await gridNames(), await drawnAt()];
  await map().press("ArrowRight");
  await expect.poll(async () => (await drawnAt())?.x).toBeCloseTo((at?.x ?? 0) - 80, 0);
  for (let turn = 0; turn < 4; ++turn) await map().press("+");
  await expect.poll(gridNames).not.toBe(before);
  await map().press("0");
  await expect.poll(gridNames).toBe(before);
});

test("table and map have the same choice, by keys and by the pointer", async () => {
  await map().focus();
  await desk.page.keyboard.press("j");
  await desk.page.locator(".chart .ring").waitFor();
  expect(await rows().first().getAttribute("class")).toBe("chosen");
  const address = desk.page.url();
  expect(address).toContain("place=");
  await desk.page.reload();
  await desk.page.locator("tr.chosen").waitFor();
  await desk.page.locator(".chart .ring").waitFor();
  await desk.page.keyboard.press("Escape");
  await desk.page.locator(".chart .ring").waitFor({ state: "detached" });
});

test("a cluster is opened by going nearer, until each stands by itself or is listed", async () => {
  const clusters = desk.page.locator(".chart .cluster");
  const number = () => desk.page.locator(".chart .node").count();
  await expect.poll(() => clusters.count()).toBeGreaterThan(0);
  const before = await gridNames();
  const inside = Number(await clusters.first().locator(".many").textContent());
  expect(inside).toBeGreaterThan(1);
  await clusters.first().click();
  await expect.poll(gridNames).not.toBe(before);
  expect(await number()).toBeGreaterThan(0);
});

test("flows lead between places at which somebody is recorded in turn, and nobody to protect is named", async () => {
  await button("Flows").click();
  await desk.page.locator(".chart .move").first().waitFor();
  await expect.poll(() => rows().count()).toBeGreaterThan(10);
  await desk.page.getByText("no record says that anybody travelled between them").waitFor();
  await desk.picture("flows");
  const names = (await desk.page.locator(".places-panes tbody td:nth-child(4)").allInnerTexts()).join(" ");
  expect(names).toMatch(/Protected \d+/);
  await desk.page.locator(".chart .move-target").first().dispatchEvent("click");
  await desk.page.locator(".chart .move.chosen").waitFor();
  await desk.page.locator("tr.chosen").waitFor();
});

test("a journey is one person's stops in order of time", async () => {
  await button("Journey").click();
  await desk.page.getByRole("table", { name: "Stops in order of time" }).waitFor();
  const stops = await desk.page.locator("tbody td:first-child").allInnerTexts();
  expect(stops.map(Number)).toEqual(stops.map((_, index) => index + 1));
  expect(stops.length).toBeGreaterThan(2);
  const chosen = desk.page.getByRole("combobox", { name: "of" });
  const second = await chosen.locator("option").nth(1).getAttribute("value");
  await chosen.selectOption({ index: 1 });
  await expect.poll(() => desk.page.url()).toContain(`who=${second}`);
  expect(desk.faults).toEqual([]);
});

test("a profile has its places too; the map was fetched only when a map was asked for", async () => {
  fetched.length = 0;
  const fresh = await Desk.open(browser);
  fresh.page.on("request", (request) => fetched.push(request.url()));
  await fresh.signIn();
  await fresh.goto("/?list=nominals");
  await fresh.page.locator("tbody tr").first().getByRole("link").first().click();
  await fresh.page.getByRole("heading", { name: "What is recorded" }).waitFor();
  expect(fetched.filter((address) => /boundaries|places-board/.test(address))).toEqual([]);
  await fresh.page.getByRole("link", { name: "Places on a map" }).click();
  await fresh.page.getByRole("heading", { name: /^Places of / }).waitFor();
  await fresh.page.getByRole("application").waitFor();
  await expect.poll(() => fetched.filter((address) => /boundaries/.test(address)).length).toBe(1);
  await fresh.close();
});

test.each([["SVG", "<svg"], ["CSV", "Postcode"]])("%s goes out with its marking at top and bottom", async (name, holds) => {
  const [download] = await Promise.all([desk.page.waitForEvent("download"), button(name).click()]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain(holds);
  expect(text.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2);
});
