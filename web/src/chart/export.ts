import type { Marking } from "../api/marking.ts";
import { colourOf } from "./colours.ts";
import { says, timesOf, nameOn, type Contents } from "./contents.ts";

export const printed = (marking: Marking): string =>
  [marking.marking, ...marking.compartments, `handling ${marking.handling}`, ...marking.conditions].join(" · ");

export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The rules of the sheet that draw a chart, with the colours as they are now. */
function chartRules(): string {
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map((rule) => rule.cssText)
    .filter((text) => text.startsWith(".chart "));
  const text = rules.join("\n").replace(/var\((--\w+)\)/g, (_, name: string) => colourOf(name));
  return `${text}\n.chart { background: ${getComputedStyle(document.body).backgroundColor}; font: 12px Arial, sans-serif; }\n`;
}

const band = 22;
const namespace = "http://www.w3.org/2000/svg";

/** A chart that needs no page around it, with so much room above and below. */
function standalone(drawn: SVGSVGElement, room: number): SVGSVGElement {
  const { width, height } = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", namespace);
  copy.setAttribute("class", "chart");
  copy.setAttribute("viewBox", `0 ${-room} ${width} ${height + 2 * room}`);
  copy.setAttribute("width", `${width}`);
  copy.setAttribute("height", `${height + 2 * room}`);
  const sheet = document.createElementNS(namespace, "style");
  sheet.textContent = chartRules();
  copy.prepend(sheet);
  return copy;
}

const svgOf = (chart: SVGSVGElement): Blob => new Blob([new XMLSerializer().serializeToString(chart)], { type: "image/svg+xml" });

/** The chart as it stands, with its marking above and below: for Word and for print. */
export function saveChart(marking: Marking, name: string): void {
  const drawn = document.querySelector<SVGSVGElement>(".chart svg");
  if (!drawn) return;
  const { width, height } = drawn.getBoundingClientRect();
  const copy = standalone(drawn, band);
  for (const y of [-7, height + band - 7]) {
    const line = document.createElementNS(namespace, "text");
    line.setAttribute("x", `${width / 2}`);
    line.setAttribute("y", `${y}`);
    line.setAttribute("class", "name chosen");
    line.textContent = printed(marking);
    copy.append(line);
  }
  save(svgOf(copy), `${name}.svg`);
}

/** The chart as it stands, as a picture. */
export async function pictureOf(drawn: SVGSVGElement): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(svgOf(standalone(drawn, 0)));
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  return image;
}

// No cell may be a formula to a spreadsheet.
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Rows for a spreadsheet, with their marking above and below. */
export const csvOf = (head: readonly string[], rows: readonly (readonly string[])[], marking: Marking): string =>
  [[printed(marking)], head, ...rows, [printed(marking)]].map((row) => row.map(cell).join(",")).join("\r\n");

export const saveCsv = (csv: string, name: string): void =>
  save(new Blob([`\ufeff${csv}\r\n`], { type: "text/csv;charset=utf-8" }), `${name}.csv`);

const tableHead = ["From", "How", "To", "Strength", "First", "Last", "Times", "Records"];

export function tableOf(contents: Contents, marking: Marking): string {
  const names = new Map(contents.nodes.map((node) => [node.entity, nameOn(node)]));
  const rows = contents.links.map((link) =>
    [names.get(link.from) ?? link.from, says(link), names.get(link.to) ?? link.to, link.strength,
      link.first?.slice(0, 10) ?? "", link.last?.slice(0, 10) ?? "", String(timesOf(link)), String(link.record_count)]);
  return csvOf(tableHead, rows, marking);
}

export const saveTable = (contents: Contents, marking: Marking, name: string): void => saveCsv(tableOf(contents, marking), name);
