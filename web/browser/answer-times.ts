import type { Page } from "playwright-core";

declare global {
  interface Window {
    answerTimes: number[];
  }
}

/**
 * Times each input on the chart from when it happened to the frame after the one that answers it, with the work of the
 * graphics card for it waited for. A click or a key is answered when the table, too, is another one.
 */
export async function watchAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.answerTimes = [];
    const chart = document.querySelector(".chart");
    const heading = document.querySelector(".chart-table h2");
    if (!chart || !heading) throw new Error("no chart");
    const canvas = chart.querySelector<HTMLCanvasElement>("canvas.sigma-nodes");
    const card = canvas?.getContext("webgl2");
    const settle = (began: number) =>
      requestAnimationFrame(() => requestAnimationFrame(() => {
        card?.readPixels(0, 0, 1, 1, card.RGBA, card.UNSIGNED_BYTE, new Uint8Array(4));
        window.answerTimes.push(performance.now() - began);
      }));
    for (const type of ["wheel", "pointermove"]) {
      chart.addEventListener(type, (event) => {
        if (event instanceof WheelEvent || (event as PointerEvent).buttons > 0) settle(event.timeStamp);
      }, { capture: true });
    }
    let asked: number | undefined;
    for (const type of ["pointerup", "keydown"]) chart.addEventListener(type, (event) => { asked = event.timeStamp; }, { capture: true });
    new MutationObserver(() => {
      if (asked !== undefined) settle(asked);
      asked = undefined;
    }).observe(heading, { subtree: true, characterData: true, childList: true });
  });
}

/** The times since last asked, in milliseconds. */
export const answerTimes = (page: Page): Promise<number[]> => page.evaluate(() => window.answerTimes.splice(0));

export const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? NaN;
