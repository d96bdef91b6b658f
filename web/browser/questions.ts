import { expect } from "vitest";
import type { Analyst } from "./analyst.ts";
import { isNamed, isThem, type Story } from "./story.ts";

/** What somebody new asks of the rich region, what is true of that, and the way to the answer on the screens. */
export interface Question {
  asked: string;
  /** The network of the story that it is about, and what its section says. */
  network: string;
  story: readonly string[];
  /** How a row of each file of the truth begins. */
  truth?: Readonly<Record<string, string>>;
  find: (analyst: Analyst, story: Story) => Promise<void>;
}

const row = ({ page }: Analyst, number: number) => page.locator("tbody tr").nth(number - 1);
const of = ({ page }: Analyst, leading: string) => page.locator("tbody tr").filter({ hasText: leading }).first();
const open = (analyst: Analyst, rank: number) => analyst.click(row(analyst, rank).getByRole("link").first());
const why = ({ page }: Analyst) => page.getByRole("complementary", { name: "Why" });
const head = ({ page }: Analyst) => page.locator(".page-head");
const hit = ({ page }: Analyst, name: string) => page.locator(".hit").getByRole("link", { name, exact: true });
const changed = ({ page }: Analyst) => page.getByRole("complementary", { name: "What changed" });

/** Whom the network's page names under a kind of evidence of control. */
const namedUnder = (analyst: Analyst, kind: string) =>
  why(analyst).getByRole("region", { name: "Evidence of control" }).getByRole("listitem").filter({ hasText: kind }).getByRole("button");

const keepsMoney = "Receives money from those whom members pay and keeps it";
const gathersMoney = "Is paid by several members";

async function search(analyst: Analyst, words: string): Promise<void> {
  await analyst.type(analyst.page.getByRole("combobox", { name: /^Search/ }), words);
  await analyst.press("Enter");
}

async function pick(analyst: Analyst, end: "From" | "To", typed: string, found: string): Promise<void> {
  await analyst.type(analyst.page.getByRole("combobox", { name: new RegExp(`^${end}`) }), typed);
  await analyst.click(analyst.page.getByRole("option").filter({ hasText: found }).first());
}

/** The first of those who keep the money of the network of most harm. */
async function openItsController(analyst: Analyst): Promise<void> {
  await open(analyst, 1);
  await analyst.click(namedUnder(analyst, keepsMoney).first());
  await analyst.reads(why(analyst), "Why they rank here", "Evidence of control");
}

export const questions: readonly Question[] = [
  {
    asked: "Which network causes most harm, and what is its threat?",
    network: "Bramford 3",
    story: ["modern_slavery", "controller: Lorwin Clark"],
    find: (analyst) => analyst.reads(row(analyst, 1), "1st", "Lorwin CLARK", "Modern slavery"),
  },
  {
    asked: "Who controls it, and how do we know?",
    network: "Bramford 3",
    story: ["controller: Lorwin Clark"],
    find: async (analyst, story) => {
      await open(analyst, 1);
      const named = namedUnder(analyst, keepsMoney);
      await named.first().waitFor();
      const controllers = story.those("controller");
      expect(await named.count()).toBe(controllers.length);
      for (const { name } of controllers) expect((await named.allInnerTexts()).some((shown) => isNamed(shown, name))).toBe(true);
      await analyst.click(named.first());
      await analyst.reads(why(analyst), "1st of", "Evidence of control", keepsMoney);
      expect(await why(analyst).locator("a.source").count()).toBeGreaterThan(0);
    },
  },
  {
    asked: "Who gathers its money?",
    network: "Bramford 3",
    story: ["money: Lorraine Jackson, born 2001-03-10", "money: Tia Jones, born 1972-02-19"],
    find: async (analyst, story) => {
      await open(analyst, 1);
      const named = namedUnder(analyst, gathersMoney);
      await named.first().waitFor();
      const handlers = story.those("money");
      const first = (await named.allInnerTexts()).slice(0, handlers.length);
      expect(first.filter((shown) => handlers.some((told) => isThem(shown, told)))).toEqual(first);
      expect(first).toHaveLength(2);
    },
  },
  {
    asked: "Whose record says that its controller is paid, and who pays?",
    network: "Bramford 3",
    story: ["Front: Bramford Takeaway", "controller: Lorwin Clark"],
    find: async (analyst, story) => {
      await openItsController(analyst);
      await analyst.click(why(analyst).locator("a.source").first());
      await analyst.reads(head(analyst), "Aldermere financial intelligence", "bank-transactions.csv, row");
      const received = analyst.page.getByRole("region", { name: "As it was received" });
      const cell = (column: string) => received.getByRole("row").filter({ hasText: column }).getByRole("cell").last().innerText();
      expect(isNamed(await cell("Credit Name"), "Lorwin Clark")).toBe(true);
      const payer = await cell("Debit Name");
      expect([story.front, ...story.those("money").map(({ name }) => name)].filter((name) => isNamed(payer, name))).toHaveLength(1);
    },
  },
  {
    asked: "Rosvin Wilson is recorded as a suspect in it: is she a target?",
    network: "Bramford 3",
    story: ["13 of them are victims, 4 first recorded as suspects"],
    truth: { "people.csv": "1743,Rosvin,Wilson,Jenkins,2000-07-14,", "members.csv": "2,1743,victim,2023-10-05,2026-07-01,,yes," },
    find: async (analyst) => {
      await search(analyst, "Roswin Wilson");
      await analyst.click(hit(analyst, "WILSON, Rosvin b. 2000-07-14"));
      await analyst.reads(analyst.page.locator(".banner"), "In the protection list: recorded as victim", "never a target", "Recorded as suspect too");
      await analyst.reads(analyst.page.getByRole("complementary"), "Network ranked 1st");
    },
  },
  {
    asked: "Which two people use the phone 999479239327?",
    network: "Carrmoor 17",
    story: ["controller: Joshua Davies, born 1982-11-13 (truth/people.csv 17342)", "lieutenant: Emma Davies, born 1984-03-11 (truth/people.csv 17343)"],
    truth: { "phones.csv": "999479239327,17342,", "hard_cases.csv": "shared_phone,17342,17343" },
    find: async (analyst) => {
      await search(analyst, "999479239327");
      await analyst.click(hit(analyst, "999479239327"));
      const users = analyst.page.getByRole("table", { name: "Associates" }).locator("tbody tr");
      await analyst.reads(users, "DAVIES, Emma b. 1984-03-11", "DAVIES, Joshoa b. 1982");
      expect(await users.count()).toBe(2);
    },
  },
  {
    asked: "Are Besnik Çela and Małgorzata Zielińska connected, and how?",
    network: "Ulthorpe 2",
    story: ["money: Besnik Çela", "controller: Małgorzata Zielińska"],
    find: async (analyst) => {
      await analyst.click(analyst.page.getByRole("link", { name: "Connections" }));
      await pick(analyst, "From", "Besnik Cela", "ÇELA, Besnik b. 1976-10-17");
      await pick(analyst, "To", "Malgorzata Zielinska", "ZIELIŃSKA, Malgorzata b. 1987-10-30");
      await analyst.reads(analyst.page.locator(".path").first(), "Path 1", "1 link, weakest confirmed", "met together");
    },
  },
  {
    asked: "Which forces must work together on the network of Joshua Davies?",
    network: "Carrmoor 17",
    story: ["Carrmoor (Eskdean) Ulthorpe (Dunmarsh) Wethstead (Brackwater)", "controller: Joshua Davies"],
    find: async (analyst, story) => {
      await analyst.click(of(analyst, "Joshua DAVIES").getByRole("link").first());
      await analyst.reads(head(analyst), "Joshua DAVIES");
      const holders = await why(analyst).getByRole("region", { name: "Forces" }).getByRole("listitem").allInnerTexts();
      const [forces, links] = [holders.map((line) => /^\w+/.exec(line)?.[0]), holders.map((line) => Number(/\d+$/.exec(line)?.[0]))];
      expect(forces.slice(0, 3).sort()).toEqual(story.forces.sort());
      expect(Math.max(0, ...links.slice(3))).toBeLessThan((links[2] ?? 0) / 10);
    },
  },
  {
    asked: "Is the network of Charlie Jones older than July 2024, as that of Lorwin Clark is?",
    network: "Wethstead 10",
    story: ["2024-07-20: started", "controller: Charlie Jones"],
    truth: { "networks.csv": "2,Bramford 3,modern_slavery,2023-10-05," },
    find: async (analyst) => {
      await analyst.type(changed(analyst).getByLabel("since"), "2024-07-01");
      await analyst.click(changed(analyst).getByRole("button", { name: /other networks/ }));
      const isNew = changed(analyst).getByRole("listitem").filter({ hasText: "A network is new" });
      const isKnown = changed(analyst).getByRole("listitem").filter({ hasText: "The network now" });
      await analyst.reads(isNew, "Charlie Jones");
      await analyst.reads(isKnown, "1st, Lorwin CLARK");
    },
  },
  {
    asked: "Which of the ten networks of most harm has stopped?",
    network: "Ulthorpe 7",
    story: ["to 2025-05-20", "disrupted; then it declined", "controller: Sarah Mason", "controller: Jarmond Mason"],
    find: async (analyst) => {
      const firstTen = (await analyst.page.locator("tbody tr").allInnerTexts()).slice(0, 10);
      const quiet = firstTen.filter((line) => / 20(23|24|25)$/m.test(line.split("since")[0] ?? ""));
      expect(quiet).toHaveLength(1);
      expect(quiet[0]).toContain("Mason");
      await analyst.click(of(analyst, "Mason").getByRole("link").first());
      const time = analyst.page.getByRole("region", { name: "Time" });
      await analyst.type(time.getByLabel("from"), "2025-07-01");
      const [within = 0, all = 0] = /(\d+) of (\d+) links/.exec(await time.innerText())?.slice(1).map(Number) ?? [];
      expect(all).toBeGreaterThan(50);
      expect(within).toBeLessThan(all / 20);
    },
  },
];
