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

test("opening one can be taken back by itself, after other steps, and that undone", async () => {
  const before = await nodes();
  await desk.page.locator(".chart .node:not(.care)").nth(3).click();
  await button("Expand").click();
  await expect.poll(nodes).toBeGreaterThan(before);
  const more = await nodes();
  await button("Pin").click();
  await desk.page.locator(".chart .pin").waitFor();
  await button("Collapse").click();
  await expect.poll(nodes).toBe(before);
  expect(await desk.page.locator(".chart .pin").count()).toBe(1);
  await button("Undo").click();
  await expect.poll(nodes).toBe(more);
});

test("who is pinned stays where they were put while the others are set anew, and the table says so", async () => {
  const who = desk.page.locator(".chart .node:not(.care)").first();
  const name = await who.locator("title").textContent();
  const at = () => desk.page.locator(".chart .node").filter({ has: desk.page.locator("title", { hasText: name ?? "" }) }).locator("g").first().getAttribute("transform");
  await who.click();
  const before = await at();
  const chart = desk.page.getByRole("application");
  await chart.focus();
  await chart.press("Shift+ArrowRight");
  await expect.poll(at).not.toBe(before);
  await desk.page.locator(".chart .pin").waitFor();
  await button("Items").click();
  const row = desk.page.locator(".chart-table tr.chosen");
  expect(await row.innerText()).toContain("pinned");
  await button("Unpin").click();
  await desk.page.locator(".chart .pin").waitFor({ state: "detached" });
  await button("Undo").click();
  await desk.page.locator(".chart .pin").waitFor();
  await button("Undo").click();
  await expect.poll(at).toBe(before);
});

test("somebody is carried elsewhere by the pointer, and is pinned there", async () => {
  const box = await desk.page.locator(".chart .node:not(.care) .target").first().boundingBox();
  if (!box) throw new Error("nobody is drawn");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await desk.page.mouse.move(x, y);
  await desk.page.mouse.down();
  await desk.page.mouse.move(x + 30, y + 20, { steps: 4 });
  await desk.page.mouse.up();
  await desk.page.locator(".chart .pin").waitFor();
  const after = await desk.page.locator(".chart .node:has(.pin) .target").boundingBox();
  expect(Math.abs((after?.x ?? 0) - box.x - 30)).toBeLessThan(4);
});

test("several are drawn as one with their number, in the table too, and one by one again", async () => {
  const before = await nodes();
  await button("Items").click();
  const ticks = desk.page.locator(".chart-table tbody").getByRole("checkbox");
  for (const index of [0, 1, 2]) await ticks.nth(index).check();
  await button("Group 3 ticked").click();
  await expect.poll(nodes).toBe(before - 2);
  expect(await desk.page.locator(".chart .many").textContent()).toBe("3");
  const row = desk.page.locator(".chart-table tbody tr").filter({ hasText: "3 as one" });
  expect(await row.innerText()).toContain("holds ");
  await row.locator(".name-button").click();
  await desk.page.getByRole("heading", { name: "Held 3" }).waitFor();
  await desk.picture("network-group");
  await desk.page.locator(".pane-foot").getByRole("button", { name: "Ungroup" }).click();
  await expect.poll(nodes).toBe(before);
  await button("Undo").click();
  await expect.poll(nodes).toBe(before - 2);
  expect(desk.faults).toEqual([]);
});

test("who is to be protected is listed with the reasons, by the names of the chart", async () => {
  const section = desk.page.getByRole("region", { name: "To protect" });
  const number = Number((await section.getByRole("heading").innerText()).match(/\d+/)?.[0]);
  expect(number).toBeGreaterThan(8);
  await section.getByRole("button", { name: `Show all ${number}` }).click();
  const lines = await section.locator(".lines li").allInnerTexts();
  expect(lines).toHaveLength(number);
  for (const line of lines) expect(line).toMatch(/^Protected \d+\s+(Under 18|Recorded as victim|Referred to the NRM|Missing as a child|A child at the time|Earnings taken by others)/);
  await desk.picture("network-protect");
  await section.getByRole("button", { name: /^Protected \d+$/ }).first().click();
  await desk.page.getByText(/^Why: /).waitFor();
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
