import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A served region, and who may sign in to it. */
export interface Served {
  address: string;
  passPhrases: Record<string, string>;
}

/** A served region of a test's own: its story is what is hidden in it, its truth the rows of a file that say so. */
export interface Region {
  served: Served;
  story: string;
  truth: (file: string) => string[];
  stop: () => void;
}

const raptor = process.env["RAPTOR"] ?? "../build/release/raptor";
const readyWithin = 180_000;

const compartmentsOf = (story: string): string[] =>
  [...new Set([...story.matchAll(/compartment ([A-Z]+)/g)].map((match) => match[1] ?? ""))];

/** From nothing to a served region, as script/server does it. */
export async function serveRegion(size: "quick" | "rich"): Promise<Region> {
  const folder = mkdtempSync(join(tmpdir(), "raptor-web-"));
  const [region, store] = [join(folder, "region"), join(folder, "store")];
  execFileSync(raptor, ["simulate", "--out", region, "--region", size], { stdio: "ignore" });
  execFileSync(raptor, ["import-all", join(region, "MANIFEST.csv"), "--data", store, "--as", "demo"], { stdio: "ignore" });
  const story = readFileSync(join(region, "STORY.md"), "utf8");
  const compartments = compartmentsOf(story).flatMap((name) => ["--demo-compartment", name]);
  const server = spawn(raptor, ["serve", "--data", store, "--demo", ...compartments, "--web", "../build/web", "--listen", "127.0.0.1:0"]);
  const said = await new Promise<string>((resolve, reject) => {
    let text = "";
    const late = setTimeout(() => reject(new Error(`the server did not start: ${text}`)), readyWithin);
    const hear = (bytes: Buffer) => {
      text += bytes.toString();
      if (!/RAPTOR is at \S+/.test(text)) return;
      clearTimeout(late);
      resolve(text);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
  });
  const passPhrases = Object.fromEntries([...said.matchAll(/^ {2}(\w+\.\w+)\s+(\S+)/gm)].map((match) => [match[1], match[2]]));
  return {
    served: { address: /RAPTOR is at (\S+)/.exec(said)?.[1] ?? "", passPhrases },
    story,
    truth: (file) => readFileSync(join(region, "truth", file), "utf8").split("\n"),
    stop: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
