import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { Desk, launch } from "./desk.ts";

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  browser = await launch();
  desk = await Desk.open(browser);
  await desk.signIn();
});
beforeEach(async () => {
  await desk.goto("/");
  await desk.page.locator("tbody tr").first().getByRole("link").first().click();
  await desk.page.locator(".chart .node").first().waitFor();
});
afterAll(() => browser.close());

const nodes = () => desk.page.locator(".chart .node").count();
const button = (name: string) => desk.page.getByRole("button", { name, exact: true });

test("what is done to a chart can be undone and done again", async () => {
  const before = await nodes();
  await button("Show more").click();
  await expect.poll(nodes).toBeGreaterThan(before);
  const more = await nodes();
  await button("Undo").click();
  await expect.poll(nodes).toBe(before);
  await button("Redo").click();
  await expect.poll(nodes).toBe(more);
});

test("opening somebody brings their phones and addresses, and the filters take them away again", async () => {
  const before = await nodes();
  await desk.page.locator(".chart .node:not(.care)").nth(3).click();
  await button("Expand").click();
  await expect.poll(nodes).toBeGreaterThan(before);
  const after = await nodes();
  const kind = desk.page.getByRole("group", { name: "Items and their shapes" }).locator("label").filter({ hasNotText: /People|To protect/ }).first();
  const number = Number(await kind.locator(".number").innerText());
  expect(number).toBeGreaterThan(0);
  await kind.getByRole("checkbox").uncheck();
  await expect.poll(nodes).toBe(after - number);
  expect(desk.faults).toEqual([]);
});

test("a path between two is drawn over the chart", async () => {
  await desk.page.locator(".chart .node:not(.care)").nth(0).click();
  await button("Path to…").first().click();
  await desk.page.getByText("Path from").waitFor();
  await desk.page.locator(".chart .node:not(.care)").nth(6).click();
  await desk.page.locator(".chart .link.path").first().waitFor();
});

test("chart and table hold the same links, and nobody to protect is named in either", async () => {
  const rows = desk.page.locator(".chart-table tbody tr");
  expect(await rows.count()).toBe(await desk.page.locator(".chart .link").count());
  const names = await desk.page.locator(".chart .node.care title").allTextContents();
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^Protected \d+$/);
  const careNames = await desk.page.locator(".chart-table .name-button.care").allInnerTexts();
  for (const name of careNames) expect(name).toMatch(/Protected \d+$/);
});

test.each([["SVG", "<svg"], ["CSV", "Strength"]])("%s goes out with its marking at top and bottom", async (name, holds) => {
  const [download] = await Promise.all([desk.page.waitForEvent("download"), button(name).click()]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain(holds);
  expect(text.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2);
});

test("the address of a choice leads back to it", async () => {
  await desk.page.locator(".chart .node:not(.care)").nth(2).click();
  const chosen = await desk.page.locator(".chart-table h2").innerText();
  await desk.page.reload();
  await desk.page.locator(".chart .node").first().waitFor();
  expect(await desk.page.locator(".chart-table h2").innerText()).toBe(chosen);
});
