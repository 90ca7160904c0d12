import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";

const test = editorTest({
  settings: { "sandshell.session.startup": "clean", "terminal.integrated.hideOnStartup": "whenEmpty" },
});

/** More by hand, such as 100: what CI can wait for is little. */
const megabytes = Number(process.env.FLOOD_MEGABYTES ?? 5);

test("a flood in the terminal comes to its end, and the next command runs", { timeout: 600_000 }, async ({
  workbench,
  server,
}) => {
  await workbench.execute("echo first");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nfirst\n✔/);
  const before = server.extensionHostPeakMiB;
  await workbench.execute(`yes | head -c ${megabytes}000000; echo; echo all of it`);
  await expect.poll(() => workbench.terminalText(), { timeout: 590_000 }).toMatch(/\nall of it\n✔ exit 0 in/);
  // How much of its memory is resident is for V8 to say; what it holds is asserted in the host's own test.
  process.stdout.write(
    `  ${megabytes} MB: resident ${before} MiB at most before, ${server.extensionHostPeakMiB} MiB in all\n`,
  );
  await workbench.execute("echo next");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nnext\n✔/);
});
