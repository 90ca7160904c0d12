import { expect, it } from "vitest";
import type { ExecOutputNotification } from "../../src/protocol.ts";
import { terminalTextOf } from "../../src/sessions/sessionView.ts";

const common = { sessionId: "s", execId: "e", seq: 1 };

function shownOf(output: Partial<ExecOutputNotification>): string {
  const params: ExecOutputNotification = { ...common, stream: "stdout", offset: 0, ...output };
  return terminalTextOf({ method: "sandbox/exec/output", params });
}

it("shows what the server says of an event, and output as it is where that says nothing", () => {
  expect(shownOf({ text: "a\n", terminalText: "a\r\n" })).toBe("a\r\n");
  expect(shownOf({ text: "begun", terminalText: "" })).toBe("");
  expect(shownOf({ text: "$ " })).toBe("$ ");
  expect(shownOf({ dataBase64: "w6k=", terminalText: "é" })).toBe("é");
  expect(terminalTextOf({ method: "sandbox/exec/closed", params: { ...common, terminalText: "rest" } })).toBe("rest");
  expect(terminalTextOf({ method: "sandbox/exec/closed", params: common })).toBe("");
  expect(terminalTextOf({ method: "sandbox/exec/inputRequired", params: { ...common, secret: false } })).toBe("");
});
