import { expect, it } from "vitest";
import { runToEnd } from "../../src/server/commandLine.ts";

const node = (program: string) => runToEnd([process.execPath, "-e", program]);

it("answers what a program prints, however it ends", async () => {
  expect(await node(`console.log("fine")`)).toEqual({ text: "fine", exitCode: 0 });
  expect(await node(`console.log("runs: sleep"); console.error("why"); process.exit(3)`)).toEqual({
    text: "runs: sleep\nwhy",
    exitCode: 3,
  });
});

it("is rejected where there is none, or where it was killed", async () => {
  await expect(runToEnd(["/no/such/program"])).rejects.toThrow("ENOENT");
  await expect(node(`process.kill(process.pid, "SIGKILL")`)).rejects.toThrow("Command failed");
});
