import { beforeEach, inject } from "vitest";

/** Skips the tests of a file, and says why, where there is no VS Code for them. */
export function skipWithoutEditor(): void {
  beforeEach(({ skip }) => skip(inject("missing") !== "", inject("missing")));
}
