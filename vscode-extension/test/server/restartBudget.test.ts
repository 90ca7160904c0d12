import { expect, it } from "vitest";
import { RestartBudget } from "../../src/server/restartBudget.ts";

it("allows so many starts in a stretch of time, and more once that is over", () => {
  let now = 0;
  const budget = new RestartBudget(2, 1_000, () => now);
  expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
  now = 999;
  expect(budget.take()).toBe(false);
  now = 1_000;
  expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
});

it("forgets what was, where the user asks for it", () => {
  const budget = new RestartBudget(1, 1_000, () => 0);
  budget.take();
  budget.reset();
  expect(budget.take()).toBe(true);
});
