import type { TestProject } from "vitest/node";
import { serveRegion, type Served } from "./region.ts";

declare module "vitest" {
  interface ProvidedContext {
    served: Served;
  }
}

/** The quick region, for all tests that need no other. */
export default async function setup(project: TestProject): Promise<() => void> {
  const { served, stop } = await serveRegion("quick");
  project.provide("served", served);
  return stop;
}
