import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { Desk, launch } from "./desk.ts";
import { serious } from "./serious.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const card = ({ page }: Desk) => page.getByRole("dialog", { name: /First tour/ });
const focused = ({ page }: Desk) => page.evaluate(() => document.activeElement?.textContent ?? "");
const pointedAt = ({ page }: Desk) => page.evaluate(() => document.querySelector("[data-pointed]")?.textContent ?? "");

test("it is shown at the first signing in, walked by keyboard, and not shown again", async () => {
  const desk = await Desk.open(browser, {}, { hasToured: false });
  await desk.signIn();
  await card(desk).waitFor();
  await desk.page.locator("tbody tr").nth(2).waitFor();
  expect(await focused(desk)).toBe("Next");

  const pointed: string[] = [];
  while ((await focused(desk)) === "Next") {
    await desk.page.keyboard.press("Enter");
    const { x, y, width, height } = (await card(desk).boundingBox())!;
    expect(Math.min(x, y, 1440 - x - width, 900 - y - height)).toBeGreaterThanOrEqual(0);
    pointed.push(await pointedAt(desk));
    if (pointed.length === 3) await desk.picture("first-tour");
  }
  const fits = [/^1st/, /^terms/, /^Protection list/, /^\//, /opens its records/, /^Say why you look/, /keys and words/];
  expect(pointed).toHaveLength(fits.length);
  fits.forEach((fit, index) => expect(pointed[index]).toMatch(fit));

  await desk.page.keyboard.press("Enter");
  await card(desk).waitFor({ state: "detached" });
  await expect.poll(() => pointedAt(desk)).toBe("");
  await desk.page.reload();
  await desk.page.locator("tbody tr").nth(2).waitFor();
  expect(await card(desk).count()).toBe(0);
  expect(desk.faults).toEqual([]);
  await desk.close();
});

test("Escape leaves it, the card of keys starts it again", async () => {
  const desk = await Desk.open(browser, {}, { hasToured: false });
  await desk.signIn();
  await card(desk).waitFor();
  await desk.page.keyboard.press("Escape");
  await card(desk).waitFor({ state: "detached" });
  await desk.goto("/search");
  await desk.page.getByLabel("What you look for").waitFor();
  await desk.page.keyboard.press("?");
  await desk.page.getByRole("button", { name: "Take the first tour again" }).click();
  await card(desk).waitFor();
  await desk.page.getByRole("heading", { name: "Threat picture", includeHidden: true }).waitFor();
  await desk.page.getByRole("button", { name: "Skip the tour" }).click();
  await card(desk).waitFor({ state: "detached" });
  await desk.close();
});

test("an administrator is shown what is on their pages", async () => {
  const desk = await Desk.open(browser, {}, { hasToured: false });
  await desk.signIn("jude.penrose");
  await desk.page.getByRole("heading", { name: "First tour, 1 of 3" }).waitFor();
  await desk.close();
});

test.each(["light", "dark"] as const)("axe finds nothing serious on any step of it, in %s", async (colorScheme) => {
  const desk = await Desk.open(browser, { colorScheme }, { hasToured: false });
  await desk.signIn();
  await card(desk).waitFor();
  await desk.page.locator("tbody tr").nth(2).waitFor();
  const found: Record<string, string[]> = {};
  for (;;) {
    found[(await desk.page.locator(".tour-title").innerText())] = await serious(desk);
    if ((await focused(desk)) !== "Next") break;
    await desk.page.keyboard.press("Enter");
  }
  await desk.close();
  expect(Object.keys(found)).toHaveLength(8);
  expect(Object.values(found).flat()).toEqual([]);
});
