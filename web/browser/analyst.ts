import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";

export const actsMax = 6;

/** Somebody who asks a question of the screens: each click, field filled in and key pressed is an act. */
export class Analyst {
  readonly page: Page;
  acts = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async click(what: Locator): Promise<void> {
    this.act();
    await what.click();
  }

  async type(field: Locator, text: string): Promise<void> {
    this.act();
    await field.fill(text);
  }

  async press(key: string): Promise<void> {
    this.act();
    await this.page.keyboard.press(key);
  }

  /** Waits until all of it stands there to be read. */
  async reads(where: Locator, ...texts: readonly string[]): Promise<void> {
    for (const text of texts) await where.filter({ hasText: text }).first().waitFor();
  }

  private act(): void {
    ++this.acts;
    expect(this.acts, "acts so far").toBeLessThanOrEqual(actsMax);
  }
}
