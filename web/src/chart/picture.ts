import type { Marking } from "../api/marking.ts";
import { colourOf } from "./colours.ts";
import { printed, save } from "./export.ts";

/** A chart that can be painted as it stands, in the size at which it is drawn. */
export interface Paintable {
  paint: () => Promise<HTMLImageElement | HTMLCanvasElement> | undefined;
}

const band = 26;
const sharpness = 2;

/** The chart as it stands as PNG, with its marking above and below. */
export async function savePicture(chart: Paintable | null, marking: Marking, name: string): Promise<void> {
  const drawn = await chart?.paint();
  const pane = document.querySelector(".chart")?.getBoundingClientRect();
  if (!drawn || !pane) return;
  const sheet = document.createElement("canvas");
  sheet.width = pane.width * sharpness;
  sheet.height = (pane.height + 2 * band) * sharpness;
  const context = sheet.getContext("2d");
  if (!context) return;
  context.scale(sharpness, sharpness);
  context.fillStyle = colourOf("--bg");
  context.fillRect(0, 0, pane.width, pane.height + 2 * band);
  context.drawImage(drawn, 0, band, pane.width, pane.height);
  context.fillStyle = colourOf("--mark");
  for (const top of [0, pane.height + band]) context.fillRect(0, top, pane.width, band);
  context.fillStyle = colourOf("--markink");
  context.font = "bold 13px Arial, sans-serif";
  context.textAlign = "center";
  for (const top of [0, pane.height + band]) context.fillText(printed(marking), pane.width / 2, top + 18, pane.width - 16);
  const content = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, "image/png"));
  if (content) save(content, `${name}.png`);
}
