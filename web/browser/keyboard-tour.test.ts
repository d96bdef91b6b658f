import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Browser } from "playwright-core";
import { Desk, launch } from "./desk.ts";

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  browser = await launch();
  desk = await Desk.open(browser);
});
afterAll(() => browser.close());

test("the same by keyboard alone", async () => {
  const { page } = desk;
  const { keyboard } = page;
  await desk.goto("/");
  await page.getByLabel("User name").waitFor();
  await keyboard.type("ivy.marlow");
  await keyboard.press("Tab");
  await keyboard.type(inject("served").passPhrases["ivy.marlow"] ?? "");
  await keyboard.press("Enter");
  await page.locator("tbody tr").nth(2).waitFor();

  await keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys and words" }).waitFor();
  await keyboard.press("Escape");
  await keyboard.press("j");
  expect(await page.locator("tr.chosen").first().innerText()).toMatch(/^2nd/);
  await keyboard.press("e");
  await page.getByText(/offences?, each with its records/).waitFor();
  await keyboard.press("k");
  await keyboard.press("Enter");

  const chart = page.getByRole("application");
  await chart.waitFor();
  await page.waitForLoadState("networkidle");
  for (let presses = 0; presses < 60; ++presses) {
    if (await chart.evaluate((element) => element === document.activeElement)) break;
    await keyboard.press("Tab");
  }
  const spoken = page.getByRole("status").last();
  await keyboard.press("ArrowRight");
  const first = await spoken.innerText();
  expect(first).toMatch(/placed|to protect|person/);
  const said = new Set([first]);
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
    await keyboard.press(key);
    await page.waitForTimeout(100);
    said.add(await spoken.innerText());
  }
  expect(said.size).toBeGreaterThan(2);
  const drawn = await page.locator(".chart .node").count();
  await keyboard.press("h");
  await expect.poll(() => page.locator(".chart .node").count()).toBe(drawn - 1);
  await keyboard.press("u");
  await expect.poll(() => page.locator(".chart .node").count()).toBe(drawn);

  await keyboard.press("/");
  await keyboard.type("Daniell Jonse");
  await page.getByRole("option").first().waitFor();
  await keyboard.press("Enter");
  await page.locator(".hit").first().waitFor();
  await keyboard.press("j");
  await keyboard.press("k");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "What is recorded" }).waitFor();
  await tabTo("a.source");
  await keyboard.press("Enter");
  await page.getByRole("heading", { name: "As it was received" }).waitFor();
  expect(desk.faults).toEqual([]);
});

async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 80; ++presses) {
    await desk.page.keyboard.press("Tab");
    if (await desk.page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`no key leads to ${selector}`);
}
