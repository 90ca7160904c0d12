import { defineConfig } from "vitest/config";

/** What runs in a real VS Code: slow, and only where one is installed. */
export default defineConfig({
  test: {
    include: ["test/ui/**/*.test.ts"],
    globalSetup: "test/ui/harness/setup.ts",
    // An editor with its browser takes more than a core.
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    slowTestThreshold: 30_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
  },
});
