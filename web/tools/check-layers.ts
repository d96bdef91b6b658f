import { globSync, readFileSync } from "node:fs";
import { complaints } from "./layers.ts";

const longest = 300;
const root = new URL("../src/", import.meta.url).pathname;
const found = globSync("**/*.{ts,tsx}", { cwd: root }).flatMap((file) => {
  const source = readFileSync(root + file, "utf8");
  const lines = source.split("\n").length;
  const tooLong =
    lines > longest && !file.endsWith("generated.ts")
      ? [`${file}: ${lines} lines; one idea each, ${longest} at most`]
      : [];
  return [...tooLong, ...complaints(file, source)];
});
for (const complaint of found) console.error(complaint);
process.exit(found.length > 0 ? 1 : 0);
