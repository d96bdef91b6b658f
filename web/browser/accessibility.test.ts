import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { Desk, launch } from "./desk.ts";
import { serious } from "./serious.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Visit {
  name: string;
  go: (desk: Desk) => Promise<void>;
}

const list = (name: string, query: string, row: string): Visit => ({
  name,
  go: async (desk) => {
    await desk.goto(`/${query}`);
    await desk.page.locator(row).first().waitFor();
  },
});
const firstNetwork = async ({ page }: Desk) => {
  await page.locator("tbody tr").first().getByRole("link").first().click();
  await page.locator(".chart .node").first().waitFor();
};

const visits: readonly Visit[] = [
  list("networks", "", "tbody tr"),
  list("networks on a map", "?view=map", ".map .node"),
  list("nominals", "?list=nominals", "tbody tr"),
  list("protection list", "?list=protection", "tbody tr"),
  list("held back", "?list=held-back", "tbody tr"),
  { name: "network", go: async (desk) => { await desk.goto("/"); await firstNetwork(desk); } },
  { name: "network, drawn fast", go: async (desk) => {
    await desk.page.getByRole("button", { name: "Fast", exact: true }).click();
    await desk.page.locator("canvas.sigma-nodes").waitFor();
  } },
  { name: "member of a network", go: async (desk) => {
    await desk.goto("/");
    await firstNetwork(desk);
    await desk.page.getByRole("button", { name: "Items" }).click();
    await desk.page.locator(".chart-table .name-button").first().click();
    await desk.page.getByRole("heading", { name: "Evidence of control" }).waitFor();
  } },
  { name: "places of a network", go: async (desk) => {
    await desk.goto("/");
    await firstNetwork(desk);
    await desk.page.getByRole("link", { name: "Places on a map" }).click();
    await desk.page.locator(".map .node").first().waitFor();
  } },
  { name: "flows of a network", go: async (desk) => {
    await desk.page.getByRole("button", { name: "Flows", exact: true }).click();
    await desk.page.locator(".map .move").first().waitFor();
  } },
  { name: "search", go: async (desk) => {
    await desk.goto("/search");
    await desk.page.getByLabel("What you look for").fill("Smyth");
    await desk.page.getByRole("button", { name: "Search" }).click();
    await desk.page.locator(".hit").first().waitFor();
  } },
  { name: "profile", go: async (desk) => {
    await desk.goto("/?list=nominals");
    await desk.page.locator("tbody tr").first().getByRole("link").first().click();
    await desk.page.locator("svg.timeline").waitFor();
  } },
  { name: "profile of somebody to protect", go: async (desk) => {
    await desk.goto("/?list=protection");
    await desk.page.locator("tbody tr").first().getByRole("link").first().click();
    await desk.page.locator(".banner").waitFor();
  } },
  { name: "record", go: async (desk) => {
    await desk.goto("/?list=nominals");
    await desk.page.locator("tbody tr").first().getByRole("link").first().click();
    await desk.page.locator("a.source").first().click();
    await desk.page.getByRole("heading", { name: "As it was received" }).waitFor();
  } },
  { name: "connections", go: async (desk) => { await desk.goto("/connections"); await desk.page.getByRole("combobox").nth(1).waitFor(); } },
  { name: "parting", go: async (desk) => {
    await desk.goto("/?list=nominals");
    await desk.page.locator("tbody tr").first().getByRole("link").first().click();
    await desk.page.getByRole("button", { name: "Not the same person…" }).first().click();
    await desk.page.getByRole("dialog").waitFor();
  } },
  { name: "two to compare", go: async (desk) => {
    await desk.goto("/?list=nominals");
    await desk.page.locator("tbody tr").first().getByRole("link").first().click();
    await desk.page.getByRole("link", { name: /^Compare with [^…]/ }).first().click();
    await desk.page.locator(".compare-table tbody tr").first().waitFor();
  } },
  { name: "nobody to compare", go: async (desk) => { await desk.goto("/compare"); await desk.page.getByRole("combobox").nth(1).waitFor(); } },
  { name: "decisions", go: async (desk) => { await desk.goto("/decisions"); await desk.page.getByRole("heading", { name: "Decisions" }).waitFor(); } },
  { name: "data", go: async (desk) => { await desk.goto("/imports"); await desk.page.locator("tbody tr").first().waitFor(); } },
  { name: "absent", go: async (desk) => { await desk.goto("/entities/0000000000000000-person"); await desk.page.getByText("nothing that you may see").waitFor(); } },
];

// Some twenty pages each: longer than other tests where others use the machine.
const auditTimeout = 400_000;

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test("axe finds nothing serious on any page", { timeout: auditTimeout }, async () => {
    const desk = await Desk.open(browser, { colorScheme });
    await desk.goto("/");
    await desk.page.getByRole("heading", { name: "Sign in" }).waitFor();
    const found: Record<string, string[]> = { "sign in": await serious(desk) };
    await desk.signIn();
    for (const visit of visits) {
      await visit.go(desk);
      found[visit.name] = await serious(desk);
    }
    if (colorScheme === "dark") {
      await desk.goto("/");
      await firstNetwork(desk);
      await desk.picture("network-dark");
    }
    await desk.close();
    expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual({});
    expect(desk.faults.filter((fault) => !fault.includes("404"))).toEqual([]);
  });
});

test.each([[1280, 720], [1024, 768], [720, 450]])("at %i by %i nothing is wider than the window", async (width, height) => {
  const desk = await Desk.open(browser, { viewport: { width, height } });
  await desk.signIn();
  for (const visit of visits) {
    await visit.go(desk);
    const over = await desk.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(`${visit.name}: ${over}`).toBe(`${visit.name}: ${Math.min(over, 0)}`);
  }
  await desk.close();
});

test("an administrator sees the accounts, gives a pass phrase, and sees no record", async () => {
  const desk = await Desk.open(browser);
  await desk.signIn("jude.penrose");
  await desk.goto("/");
  await desk.page.getByRole("heading", { name: "Accounts" }).waitFor();
  await desk.page.getByRole("button", { name: "New pass phrase for tarn.okafor" }).click();
  await desk.page.getByLabel("Why").fill("forgotten");
  await desk.page.getByRole("dialog").getByRole("button", { name: "New pass phrase" }).click();
  await desk.page.getByText("Told this once").waitFor();
  expect(await serious(desk)).toEqual([]);
  await desk.goto("/?list=protection");
  expect(await desk.page.getByRole("link", { name: "Threat picture" }).count()).toBe(0);
  await desk.close();
});

test("an inspector sees who looked at what, an analyst no link to it", async () => {
  const desk = await Desk.open(browser);
  await desk.signIn("noor.hallam");
  await desk.page.getByRole("link", { name: "Audit" }).click();
  await desk.page.locator("tbody tr").first().waitFor();
  expect(await desk.page.locator("tbody").innerText()).toContain("ivy.marlow");
  expect(await serious(desk)).toEqual([]);
  await desk.close();
});
