import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // They need a real VS Code: vitest.ui.config.ts.
    exclude: ["test/ui/**", "test/host/**"],
    // Most of a play is waiting for the server; more at once than this only makes each slower on two cores.
    maxWorkers: 2,
    maxConcurrency: 4,
    // The tests have a deadline of their own, which says more.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    slowTestThreshold: 30_000,
  },
});
