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

const becomes = { timeout: 60_000, interval: 250 };

test("a value is corrected by keys alone; profile, record and history say so, and it is undone", async () => {
  const { page } = desk;
  const { keyboard } = page;
  await desk.goto("/?list=nominals");
  await page.locator("tbody tr").first().getByRole("link").first().click();
  const correct = page.getByRole("button", { name: /^Correct Born/ }).first();
  await correct.waitFor();
  const profile = page.url();
  const born = () => page.evaluate(async () => {
    const reply = await fetch(`/api${location.pathname}`);
    return JSON.stringify(((await reply.json()) as { attributes: Record<string, unknown> }).attributes["date_of_birth"]);
  });

  await correct.focus();
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Correct this value" });
  await dialog.getByLabel(/^The right/).fill("31 June 1977");
  await dialog.getByLabel("Why").fill("The custody photograph gives another day");
  await keyboard.press("Enter");
  await dialog.getByText("is no date in the calendar").waitFor();
  // The browser notes the refusal that was asked for, and nothing else.
  expect(desk.faults.splice(0)).toEqual(["Failed to load resource: the server responded with a status of 400 (Bad Request)"]);
  await dialog.getByLabel(/^The right/).fill("2 July 1977");
  await keyboard.press("Enter");
  await page.locator(".note:focus").getByText("Corrected:").waitFor();
  const began = Date.now();
  await expect.poll(born, becomes).toContain("1977-07-02");
  console.log(`in the next picture after ${Date.now() - began} ms`);

  await page.reload();
  const line = page.locator(".facts .correction").first();
  await line.waitFor();
  expect(await line.innerText()).toMatch(/corrected by ivy\.marlow on \d+ \w+ \d{4}: was [\d-]+, because: The custody photograph/);
  await desk.picture("correction");
  await page.getByRole("link", { name: /corrected/ }).first().click();
  await page.getByText("What was read from it, and what of it was corrected").waitFor();
  expect(await page.locator(".correction").first().innerText()).toContain("corrected by ivy.marlow");
  await desk.picture("record-corrected");

  await desk.goto("/decisions");
  const row = page.getByRole("table", { name: /^Corrections/ }).locator("tbody tr").first();
  expect(await row.innerText()).toMatch(/Born: [\d-]+\s+1977-07-02\s+The custody photograph/);
  await row.getByRole("button", { name: "Undo…" }).focus();
  await keyboard.press("Enter");
  await page.getByRole("dialog").getByLabel("Why").fill("Of another person");
  await keyboard.press("Enter");
  await page.locator(".note").getByText("Undone:").waitFor();
  await page.goto(profile);
  await expect.poll(born, becomes).not.toContain("1977-07-02");
  expect(desk.faults).toEqual([]);
});

test("a note is left on a nominal and taken back", async () => {
  const { page } = desk;
  await desk.goto("/?list=nominals");
  await page.locator("tbody tr").first().getByRole("link").first().click();
  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByLabel("A new note").fill("Said to be in Leeds until Friday");
  await notes.getByRole("button", { name: "Add the note" }).click();
  await notes.getByText("Said to be in Leeds until Friday").waitFor();
  await notes.getByRole("button", { name: /^Take back/ }).click();
  await page.getByRole("dialog").getByLabel("Why").fill("Of another person");
  await page.getByRole("button", { name: "Take it back" }).click();
  await notes.getByText(/Taken back by ivy\.marlow.*Of another person/).waitFor();
  expect(desk.faults).toEqual([]);
});

test("a view of a chart is saved, found by its address as it was, and taken back", async () => {
  const { page } = desk;
  await desk.goto("/");
  await page.locator("tbody tr").first().getByRole("link").first().click();
  await page.locator(".chart svg .node").first().waitFor();
  const drawn = () => page.locator(".chart svg .node").count();
  const before = await drawn();
  await page.getByRole("region", { name: "Chart" }).locator("[tabindex='0']").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("h");
  await expect.poll(drawn).toBe(before - 1);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save view…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Without the first");
  await page.getByRole("button", { name: "Save it" }).click();
  await page.getByRole("link", { name: "Without the first" }).click();
  await page.waitForURL(/view=/);
  await page.reload();
  await page.locator(".chart svg .node").first().waitFor();
  expect(await drawn()).toBe(before - 1);
  await desk.picture("saved-view");
  await page.getByRole("button", { name: "Take back Without the first" }).click();
  await page.getByText("None yet. “Save view…”").waitFor();
  expect(desk.faults).toEqual([]);
});
