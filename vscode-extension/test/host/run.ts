// What the extension host calls to run the tests in it.

import Mocha from "mocha";
import { report } from "./report.ts";

/** Resolved when all tests have passed; rejected, which is the exit code, where one has not. */
export async function run(suites: readonly (() => unknown)[]): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000 });
  // With it, "describe" and "it" of an import speak to this one.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  for (const suite of suites) {
    suite();
  }
  if (mocha.suite.total() === 0) {
    throw new Error("there are no tests");
  }
  const failures = await new Promise<number>((resolve) => mocha.reporter(Lines).run(resolve));
  if (failures > 0) {
    throw new Error(`failed tests: ${failures}`);
  }
}

/** A line a test, as it ends. */
class Lines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    const { EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_TEST_FAIL } = Mocha.Runner.constants;
    runner.on(EVENT_TEST_PASS, (test) => report(`✓ ${test.fullTitle()} (${test.duration} ms)`));
    runner.on(EVENT_TEST_PENDING, (test) => report(`↓ ${test.fullTitle()}`));
    runner.on(EVENT_TEST_FAIL, (test, error) => report(`× ${test.fullTitle()}\n${error.stack ?? error}`));
  }
}
