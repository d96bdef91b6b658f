import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { Desk, launch } from "./desk.ts";

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  browser = await launch();
  desk = await Desk.open(browser);
  await desk.signIn();
});
afterAll(() => browser.close());

const button = (name: string) => desk.page.getByRole("button", { name, exact: true });
const rows = () => desk.page.getByRole("table", { name: /where each is most recorded/ }).locator("tbody tr");

test("the ranked networks stand on a map, each of them in its table, and follow the filters", async () => {
  await desk.page.locator("tbody tr").first().waitFor();
  await button("Map").click();
  await desk.page.locator(".map .node").first().waitFor();
  await desk.page.getByText("Fetching where they are recorded").waitFor({ state: "detached" });
  const all = await rows().count();
  expect(all).toBe(20);
  const nowhere = await rows().locator(".tag.warn").count();
  // A cluster says its number, a single one its rank.
  const marks = await desk.page.locator(".map .node").evaluateAll((nodes) => nodes.map((node) => Number(node.querySelector(".many")?.textContent ?? 1)));
  expect(marks.reduce((sum, each) => sum + each, 0)).toBe(all - nowhere);
  await desk.page.keyboard.press("j");
  await desk.page.locator(".map .ring").waitFor();
  expect(await rows().first().getAttribute("class")).toBe("chosen");
  await desk.picture("threat-map");
  const force = desk.page.getByRole("combobox", { name: "Force" });
  await force.selectOption({ index: 1 });
  const name = await force.inputValue();
  await expect.poll(async () => (await desk.page.getByRole("table", { name: "These networks by force" }).locator("tbody tr").first().innerText())).toContain(name);
  expect(desk.page.url()).toContain("view=map");
  await button("List").click();
  await desk.page.getByRole("table", { name: "Networks, by harm" }).waitFor();
  expect(desk.faults).toEqual([]);
});

test("a network's last twelve months are counted, in its row and on its page", async () => {
  await desk.goto("/");
  await button("terms, trend").first().click();
  const trend = desk.page.getByRole("img", { name: /^Events by month/ });
  await trend.waitFor();
  const counts = (await trend.locator(".trend-count").allTextContents()).map(Number);
  expect(counts).toHaveLength(12);
  const sum = counts.reduce((total, each) => total + each, 0);
  expect(sum).toBeGreaterThan(10);
  await desk.page.getByText(`${sum} events by the month`).waitFor();
  await desk.page.locator("tbody tr").first().getByRole("link").first().click();
  await desk.page.getByRole("heading", { name: "Trend" }).waitFor();
  await trend.waitFor();
  expect((await trend.locator(".trend-count").allTextContents()).map(Number)).toEqual(counts);
});
