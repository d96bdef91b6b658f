import type { Marking } from "../api/marking.ts";
import { says, timesOf, nameOn, type Contents } from "./contents.ts";

const printed = (marking: Marking): string =>
  [marking.marking, ...marking.compartments, `handling ${marking.handling}`, ...marking.conditions].join(" · ");

function save(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
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
  const probe = document.createElement("span");
  document.body.append(probe);
  const colourOf = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const text = rules.join("\n").replace(/var\((--\w+)\)/g, (_, name: string) => colourOf(name));
  probe.remove();
  return `${text}\n.chart { background: ${getComputedStyle(document.body).backgroundColor}; font: 12px Arial, sans-serif; }\n`;
}

const band = 22;

/** The chart as it stands, with its marking above and below: for Word and for print. */
export function saveChart(marking: Marking, name: string): void {
  const drawn = document.querySelector<SVGSVGElement>(".chart svg");
  if (!drawn) return;
  const { width, height } = drawn.getBoundingClientRect();
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const namespace = "http://www.w3.org/2000/svg";
  copy.setAttribute("xmlns", namespace);
  copy.setAttribute("class", "chart");
  copy.setAttribute("viewBox", `0 ${-band} ${width} ${height + 2 * band}`);
  copy.setAttribute("width", `${width}`);
  copy.setAttribute("height", `${height + 2 * band}`);
  const sheet = document.createElementNS(namespace, "style");
  sheet.textContent = chartRules();
  copy.prepend(sheet);
  for (const y of [-7, height + band - 7]) {
    const line = document.createElementNS(namespace, "text");
    line.setAttribute("x", `${width / 2}`);
    line.setAttribute("y", `${y}`);
    line.setAttribute("class", "name chosen");
    line.textContent = printed(marking);
    copy.append(line);
  }
  save(new XMLSerializer().serializeToString(copy), "image/svg+xml", `${name}.svg`);
}

// No cell may be a formula to a spreadsheet.
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

export function tableOf(contents: Contents, marking: Marking): string {
  const names = new Map(contents.nodes.map((node) => [node.entity, nameOn(node)]));
  const rows = contents.links.map((link) =>
    [names.get(link.from) ?? link.from, says(link), names.get(link.to) ?? link.to, link.strength,
      link.first?.slice(0, 10) ?? "", link.last?.slice(0, 10) ?? "", String(timesOf(link)), String(link.record_count)]);
  const all = [[printed(marking)], ["From", "How", "To", "Strength", "First", "Last", "Times", "Records"], ...rows, [printed(marking)]];
  return all.map((row) => row.map(cell).join(",")).join("\r\n");
}

export const saveTable = (contents: Contents, marking: Marking, name: string): void =>
  save(`\ufeff${tableOf(contents, marking)}\r\n`, "text/csv;charset=utf-8", `${name}.csv`);
