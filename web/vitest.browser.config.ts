import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["browser/**/*.test.ts"],
    globalSetup: ["browser/serve.ts"],
    fileParallelism: false,
    retry: 1, // A busy machine draws late now and then; what fails twice is wrong. Retries are reported.
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
