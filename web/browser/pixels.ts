import type { Page } from "playwright-core";

/** Of a picture: how many pixels it has, and how many are near each of the colours asked for, as red, green, blue. */
export const pixelsNear = (page: Page, picture: Buffer, colours: readonly (readonly number[])[]): Promise<{ all: number; near: number[] }> =>
  page.evaluate(async ([base64, wanted]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const near = wanted.map(() => 0);
    for (let at = 0; at < data.length; at += 4) {
      wanted.forEach((colour, index) => {
        if (colour.every((part, place) => Math.abs(part - (data[at + place] ?? 0)) < 14)) near[index] = (near[index] ?? 0) + 1;
      });
    }
    return { all: data.length / 4, near };
  }, [picture.toString("base64"), colours] as const);
