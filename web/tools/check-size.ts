import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** A chunk, as Vite's manifest has it. */
interface Chunk {
  file: string;
  imports?: string[];
}

const bytesMax = 150_000;
const folder = new URL("../../build/web/", import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(`${folder}.vite/manifest.json`, "utf8")) as Record<string, Chunk>;

/** The chunk and all that it cannot do without. */
function withImports(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  for (const imported of manifest[name]?.imports ?? []) withImports(imported, known);
  return known;
}

// The first page after signing in: everything but a chart.
const needed = withImports("src/pages/threat-picture.tsx", withImports("index.html"));
const bytes = [...needed].reduce((sum, name) => sum + gzipSync(readFileSync(folder + (manifest[name]?.file ?? "")), { level: 9 }).length, 0);
console.log(`${Math.round(bytes / 1000)} kB of compressed script before a chart is asked for; ${bytesMax / 1000} at most`);
process.exit(bytes > bytesMax ? 1 : 0);
