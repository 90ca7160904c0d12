import { join } from "node:path";
import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";
import type { Workbench } from "./harness/workbench.ts";

const test = editorTest({
  extensions: [join(import.meta.dirname, "chat-participant")],
  settings: { "sandshell.session.startup": "clean", "chat.disableAIFeatures": false },
});

/** Says it to the participant, who asks our tool to run it. */
async function say(workbench: Workbench, command: string): Promise<void> {
  const chat = workbench.page.locator(".interactive-session");
  await workbench.run("Chat: Open Chat (Ask)");
  await chat.locator(".chat-input-toolbars").getByText("Silent").waitFor();
  await chat.locator(".interactive-input-part .native-edit-context, .interactive-input-part textarea").first().focus();
  await workbench.page.keyboard.type(command);
  await workbench.page.keyboard.press("Enter");
}

/** Answers what the chat asks before it runs something, by the name of a button. */
async function decide(workbench: Workbench, button: string): Promise<void> {
  await workbench.page
    .locator(".interactive-session .monaco-button", { hasText: button })
    .filter({ visible: true })
    .first()
    .click();
}

/** All that is to be read in the chat. */
async function text(workbench: Workbench): Promise<string> {
  // Code is shown with spaces that do not break.
  return (await workbench.page.locator(".interactive-session").innerText()).replaceAll("\u00a0", " ");
}

test("a model's command runs once the user has confirmed it, and not where they skip it", async ({
  workbench,
  server,
}) => {
  await say(workbench, "echo never");
  await expect.poll(() => text(workbench)).toMatch(/Run in Sandshell\s+echo never\s+In this window's session/);
  await decide(workbench, "Skip");
  await expect.poll(() => text(workbench)).toContain("The user chose to skip the tool call");
  expect(server.sandshells).toEqual([]);

  const command = "cd /; echo **ran** $(echo sync); echo wrong >&2; (exit 3)";
  await say(workbench, command);
  await expect.poll(() => text(workbench)).toContain(`Run in Sandshell\n${command}\n`);
  await workbench.screenshot("confirm");
  expect(server.sandshells).toEqual([]);
  await decide(workbench, "Allow in this Session");
  const report =
    /Command ended: exit 3 in .*\nThe session is now in \/\n+--- stdout ---\n\*\*ran\*\* sync\n+--- stderr ---\nwrong\n/;
  await expect.poll(() => text(workbench)).toMatch(report);
  await workbench.run("Sandshell: Open Session Terminal");
  await expect.poll(() => workbench.terminalText()).toMatch(/\*\*ran\*\* sync\nwrong\n✘ exit 3 in/);
  expect(await workbench.terminalText()).not.toContain("never");
  await workbench.screenshot("chat");
});
