import { execFile } from "node:child_process";

/** What a program has printed, and how it ended. */
export interface Printed {
  /** Standard output, and then standard error. */
  text: string;
  exitCode: number;
}

/** How much of it is taken; a program that prints more is ended. In bytes, of each stream. */
const most = 16 << 20;

/** Runs a program to its end. An exit code that is not 0 is an outcome; rejected where it cannot be run at all. */
export function runToEnd([program = "", ...args]: readonly string[]): Promise<Printed> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: most }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode === "number") {
        resolve({ text: `${stdout}${stderr}`.trim(), exitCode });
      } else {
        reject(error);
      }
    });
  });
}
