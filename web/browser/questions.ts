import type { Analyst } from "./analyst.ts";

/** What somebody new asks of the rich region, what its story says to that, and the way to the answer on the screens. */
export interface Question {
  asked: string;
  /** The network of the story that it is about, and what its section says. */
  network: string;
  story: readonly string[];
  find: (analyst: Analyst) => Promise<void>;
}

const row = ({ page }: Analyst, number: number) => page.locator("tbody tr").nth(number - 1);
const of = ({ page }: Analyst, leading: string) => page.locator("tbody tr").filter({ hasText: leading }).first();
const open = (analyst: Analyst, rank: number) => analyst.click(row(analyst, rank).getByRole("link").first());
const why = ({ page }: Analyst) => page.getByRole("complementary", { name: "Why" });
const choose = (analyst: Analyst, name: string) => analyst.click(why(analyst).getByRole("button", { name, exact: true }));
const head = ({ page }: Analyst) => page.locator(".page-head");

async function search(analyst: Analyst, words: string): Promise<void> {
  await analyst.type(analyst.page.getByRole("combobox", { name: /^Search/ }), words);
  await analyst.press("Enter");
}

async function pick(analyst: Analyst, end: "From" | "To", typed: string, found: string): Promise<void> {
  await analyst.type(analyst.page.getByRole("combobox", { name: new RegExp(`^${end}`) }), typed);
  await analyst.click(analyst.page.getByRole("option").filter({ hasText: found }).first());
}

const hit = ({ page }: Analyst, name: string) => page.locator(".hit").getByRole("link", { name, exact: true });

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
    find: async (analyst) => {
      await open(analyst, 1);
      await choose(analyst, "Lorwin CLARK");
      await analyst.reads(why(analyst), "Evidence of control", "Receives money from those whom members pay and keeps it");
    },
  },
  {
    asked: "Who gathers its money?",
    network: "Bramford 3",
    story: ["money: Lorraine Jackson, born 2001-03-10", "money: Tia Jones, born 1972-02-19"],
    find: async (analyst) => {
      await open(analyst, 1);
      await choose(analyst, "Tia JONES b. 1972-02-19");
      await analyst.reads(why(analyst), "Is paid by several members (24)");
      await choose(analyst, "Close");
      await choose(analyst, "JACKSON, Lorraina b. 2001-03-10");
      await analyst.reads(why(analyst), "Is paid by several members (23)");
    },
  },
  {
    asked: "Whose record says that its controller is paid, and by which front?",
    network: "Bramford 3",
    story: ["Front: Bramford Takeaway", "controller: Lorwin Clark"],
    find: async (analyst) => {
      await open(analyst, 1);
      await choose(analyst, "Lorwin CLARK");
      await analyst.reads(why(analyst), "Evidence of control");
      await analyst.click(why(analyst).locator("a.source").first());
      await analyst.reads(head(analyst), "Aldermere financial intelligence", "bank-transactions.csv, row");
      await analyst.reads(analyst.page.getByRole("region", { name: "As it was received" }), "Bramford Takeaway", "Lorwin CLARK");
    },
  },
  {
    asked: "Rosvin Wilson is recorded as a suspect in it: is she a target?",
    network: "Bramford 3",
    story: ["13 of them are victims, 4 first recorded as suspects"],
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
    story: ["controller: Joshua Davies, born 1982-11-13", "lieutenant: Emma Davies, born 1984-03-11"],
    find: async (analyst) => {
      await search(analyst, "999479239327");
      await analyst.click(hit(analyst, "999479239327"));
      await analyst.reads(analyst.page.getByRole("table", { name: "Associates" }), "DAVIES, Emma b. 1984-03-11", "DAVIES, Joshoa b. 1982-05-13");
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
    find: async (analyst) => {
      await analyst.click(of(analyst, "Joshua DAVIES").getByRole("link").first());
      await analyst.reads(head(analyst), "Network of Joshua DAVIES", "Brackwater", "Dunmarsh", "Eskdean");
    },
  },
  {
    asked: "Which grave network has come up since 1 July 2024?",
    network: "Carrmoor 17",
    story: ["2024-07-18: grew", "controller: Joshua Davies"],
    find: async (analyst) => {
      const changed = analyst.page.getByRole("complementary", { name: "What changed" });
      await analyst.type(changed.getByLabel("since"), "2024-07-01");
      const rank = await of(analyst, "Joshua DAVIES").locator(".rank").innerText();
      await analyst.reads(changed, `A network is new, ${rank}`);
      await analyst.click(changed.getByRole("link", { name: `Open network ${parseInt(rank)}` }));
      await analyst.reads(head(analyst), "Network of Joshua DAVIES");
    },
  },
  {
    asked: "Has the network of Kamal Uddin stopped since it was disrupted?",
    network: "Garrbridge 4",
    story: ["controller: Kamal Uddin", "disrupted; then it re-formed"],
    find: async (analyst) => {
      await search(analyst, "Kamal Uddin");
      await analyst.click(hit(analyst, "Kamal UDDIN").first());
      await analyst.reads(analyst.page.getByRole("complementary"), "Still recorded with the network after it was disrupted");
    },
  },
];
