import { mkdirSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { inject } from "vitest";
import type { Served } from "./region.ts";

const flags = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-lcd-text", "--lang=en-GB"];
const pictures = new URL("../../build/pictures/", import.meta.url).pathname;

// The page asks who is signed in before anybody is, and asks again while an older picture is made; a browser reports both.
const isExpected = (text: string): boolean => /status of (401|503)/.test(text);

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });

/** A browser's page that hears of every fault, and of whatever its policy forbids. */
export class Desk {
  readonly faults: string[] = [];
  readonly page: Page;
  private readonly served: Served;

  private constructor(page: Page, served: Served) {
    this.page = page;
    this.served = served;
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !isExpected(message.text())) this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(error.message));
  }

  static async open(browser: Browser, options: BrowserContextOptions = {}, { served = inject("served"), hasToured = true } = {}): Promise<Desk> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", timezoneId: "Europe/London", reducedMotion: "reduce", ...options });
    const desk = new Desk(await context.newPage(), served);
    await desk.page.exposeFunction("forbidden", (what: string) => void desk.faults.push(`forbidden by the policy: ${what}`));
    await desk.page.addInitScript(`document.addEventListener("securitypolicyviolation", (event) => window.forbidden(event.violatedDirective + " " + event.blockedURI))`);
    if (hasToured) await desk.page.addInitScript(`for (const user of ${JSON.stringify(Object.keys(served.passPhrases))}) localStorage.setItem("raptor-tour-seen:" + user, "yes")`);
    return desk;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.served.address + path);
  }

  async signIn(user = "ivy.marlow"): Promise<void> {
    await this.goto("/");
    await this.page.getByLabel("User name").fill(user);
    await this.page.getByLabel("Pass phrase").fill(this.served.passPhrases[user] ?? "");
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await this.page.getByRole("navigation", { name: "Pages", exact: true }).waitFor();
  }

  /** Kept for README and guide: build/pictures. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: `${pictures}${name}.jpg`, type: "jpeg", quality: 82 });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
