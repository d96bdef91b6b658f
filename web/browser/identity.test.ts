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
  await desk.goto("/?list=nominals");
  await desk.page.locator("tbody tr").first().getByRole("link").first().click();
  await desk.page.getByRole("button", { name: "Not the same person…" }).first().waitFor();
});
afterAll(() => browser.close());

const button = (name: string) => desk.page.getByRole("button", { name, exact: true });
const rowsOfPerson = () => desk.page.evaluate(async () => {
  const reply = await fetch(`/api${location.pathname}/identity`);
  return ((await reply.json()) as { row_count: number }).row_count;
});
const becomes = { timeout: 60_000, interval: 500 };

test("a wrong merge is parted, which is undone again", async () => {
  const { page } = desk;
  const before = await rowsOfPerson();
  expect(await page.locator(".tie .evidence").allInnerTexts()).toContain("For");
  await button("Not the same person…").first().click();
  const dialog = page.getByRole("dialog", { name: "Are these two one person?" });
  expect(await dialog.getByRole("radio", { checked: true }).count()).toBe(0);
  await dialog.getByRole("button", { name: "Record the decision" }).click();
  expect(await dialog.isVisible()).toBe(true);
  await dialog.getByRole("radio", { name: /^Not the same person/ }).check();
  await dialog.getByRole("button", { name: "Record the decision" }).click();
  expect(await dialog.isVisible()).toBe(true);
  await desk.picture("parting");
  await dialog.getByLabel("Why").fill("The name alone joins them; the sighting was of somebody else.");
  await dialog.getByRole("button", { name: "Record the decision" }).click();
  await page.locator(".note:focus").getByText("Recorded: not the same person.").waitFor();
  await expect.poll(rowsOfPerson, becomes).toBeLessThan(before);
  expect(await page.locator(".note").getByRole("link").count()).toBe(2);

  await button("Undo").click();
  await page.locator(".note").getByText("Undone: recorded as unsure.").waitFor();
  await expect.poll(rowsOfPerson, becomes).toBe(before);
  expect(desk.faults).toEqual([]);
});

test("two who may be one are compared and decided by keys alone, and the history says so", async () => {
  const { page } = desk;
  const { keyboard } = page;
  await page.getByRole("link", { name: /^Compare with [^…]/ }).first().focus();
  await keyboard.press("Enter");
  await page.getByRole("table", { name: /What speaks for/ }).waitFor();
  expect(page.url()).toMatch(/left=[0-9a-z]{16}-\w+&right=[0-9a-z]{16}-\w+$/);
  const evidence = await page.locator(".compare-table .evidence").allInnerTexts();
  for (const kind of ["For", "Missing"]) expect(evidence).toContain(kind);
  expect(await page.getByRole("radio", { checked: true }).count()).toBe(0);
  await desk.picture("compare");

  await keyboard.press("n");
  expect(await page.getByRole("radio", { checked: true }).getAttribute("name")).toBe("verdict");
  await keyboard.press("r");
  await keyboard.type("Another year of birth");
  await keyboard.press("Enter");
  await page.locator(".note").getByText("Recorded: not the same person.").waitFor();
  await keyboard.press("z");
  await page.locator(".note").getByText("Undone: recorded as unsure.").waitFor();

  await page.getByRole("link", { name: "Decisions" }).first().click();
  const rows = page.getByRole("table", { name: /Decisions/ }).locator("tbody tr");
  await rows.nth(1).waitFor();
  expect(await rows.nth(0).innerText()).toMatch(/ivy\.marlow\s+Unsure[^]*nothing to undo/);
  expect(await rows.nth(1).innerText()).toMatch(/Not the same person[^]*Another year of birth[^]*decided anew since/);
  expect(await rows.nth(1).getByRole("link").count()).toBe(2);
  await desk.picture("decisions");
  expect(desk.faults).toEqual([]);
});

test("two that were found are ticked and compared, and a decision is undone from the history", async () => {
  const { page } = desk;
  await desk.goto("/search");
  await page.getByLabel("What you look for").fill("Jones");
  await button("Search").click();
  await page.locator(".hit").first().waitFor();
  expect(await button("Tick two people to compare").isDisabled()).toBe(true);
  await page.getByRole("checkbox", { name: /^Compare/ }).nth(0).check();
  await page.getByRole("checkbox", { name: /^Compare/ }).nth(1).check();
  await button("Compare the two").click();
  await page.getByRole("radio", { name: /^Not the same/ }).check();
  await page.getByLabel("Why").fill("Two of that name");
  await button("Record the decision").click();
  await page.locator(".note").getByText("Recorded: not the same person.").waitFor();

  await desk.goto("/decisions");
  await page.getByRole("button", { name: "Undo…" }).first().click();
  await page.getByRole("dialog").getByLabel("Why").fill("Decided too early");
  await button("Undo it").click();
  await page.locator(".note").getByText("Recorded: unsure.").waitFor();
  await expect.poll(() => page.locator("tbody tr").first().innerText()).toContain("Decided too early");
  expect(desk.faults).toEqual([]);
});
