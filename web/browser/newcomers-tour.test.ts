import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { Desk, launch } from "./desk.ts";

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  browser = await launch();
  desk = await Desk.open(browser);
});
afterAll(() => browser.close());

const misspelt = "Daniell Jonse 1988";

test("a newcomer comes from signing in to the row in its source", async () => {
  const { page } = desk;
  await desk.goto("/");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await desk.picture("sign-in");
  await desk.signIn();

  await page.getByRole("heading", { name: "Threat picture" }).waitFor();
  const firstRow = page.locator("tbody tr").first();
  expect(await firstRow.innerText()).toMatch(/^1st/);
  await page.getByRole("heading", { name: "What changed" }).waitFor();
  await page.getByText(/new records?,/).waitFor();
  await desk.picture("threat-picture");
  expect(await page.locator(".mark strong").allInnerTexts()).toEqual(["OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"]);

  await firstRow.getByRole("link").first().click();
  const chart = page.getByRole("application");
  await chart.waitFor();
  expect(await page.locator(".chart .node").count()).toBeGreaterThan(10);
  expect(await page.locator(".chart .link").count()).toBeGreaterThan(10);
  expect(await inkOf(chart)).toBeGreaterThan(2000);

  await page.locator(".chart .node:not(.care)").first().click();
  await page.getByRole("heading", { name: "Why they rank here" }).waitFor();
  await page.getByRole("heading", { name: "Evidence of control" }).waitFor();
  expect(page.url()).toContain("chosen=");
  await desk.picture("network");

  await page.getByRole("combobox", { name: /Search/ }).fill(misspelt);
  await page.getByRole("combobox", { name: /Search/ }).press("Enter");
  const found = page.locator(".hit").filter({ hasText: "JONES, Daniel" }).first();
  await found.waitFor();
  expect(page.url()).not.toMatch(/jonse/i);
  await desk.picture("search");

  await found.getByRole("link").first().click();
  await page.getByRole("heading", { name: "What is recorded" }).waitFor();
  await page.getByRole("heading", { name: "Timeline" }).waitFor();
  await page.locator("svg.timeline").waitFor();
  await desk.picture("profile");

  await page.getByRole("table", { name: "Associates" }).getByRole("link", { name: /Paths to/ }).first().click();
  await page.getByRole("heading", { name: /connected/ }).waitFor();
  await page.getByText(/paths? found/).waitFor();
  await desk.picture("connections");

  await page.locator("a.source").first().click();
  await page.getByRole("heading", { name: "As it was received" }).waitFor();
  await page.getByRole("heading", { name: "What was read from it" }).waitFor();
  await desk.picture("record");

  await page.goBack();
  await page.getByText(/paths? found/).waitFor();
  expect(desk.faults).toEqual([]);
});

/** How many pixels of an element are not of its ground: a chart that drew nothing has none. */
async function inkOf(element: ReturnType<Desk["page"]["locator"]>): Promise<number> {
  const picture = (await element.screenshot()).toString("base64");
  return desk.page.evaluate(async (bytes) => {
    const image = new Image();
    image.src = `data:image/png;base64,${bytes}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 600) ++ink;
    return ink;
  }, picture);
}
