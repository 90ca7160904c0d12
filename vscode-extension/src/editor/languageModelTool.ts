import { resolve } from "node:path";
import {
  type CancellationToken,
  type Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  type LanguageModelToolInvocationOptions,
  type LanguageModelToolInvocationPrepareOptions,
  LanguageModelToolResult,
  lm,
  MarkdownString,
  type PreparedToolInvocation,
} from "vscode";
import type { SandshellApi } from "../api.ts";
import { duration, shortCommand } from "../sessions/execView.ts";
import { report } from "../sessions/report.ts";
import { folder } from "./currentSession.ts";

/** As package.json describes it to the model. */
interface Input {
  command: string;
  cwd?: string;
  timeoutMs?: number;
  session?: string;
}

/** A model cannot see that a command waits for ever; package.json tells it this number. */
const defaultTimeoutMs = 120_000;

/** What a model is shown of the output: a few thousand tokens, whatever its budget. */
const mostCharacters = 16_000;

/** A token is about four characters of English, and fewer of what programs print. */
const charactersPerToken = 3;

/** Runs a language model's commands in the user's own session, where they see it. */
export class RunTool implements LanguageModelTool<Input> {
  readonly #api: SandshellApi;

  constructor(api: SandshellApi) {
    this.#api = api;
  }

  prepareInvocation({ input }: LanguageModelToolInvocationPrepareOptions<Input>): PreparedToolInvocation {
    const message = new MarkdownString();
    message.appendCodeblock(input.command, "shellscript");
    for (const condition of conditionsOf(input)) {
      message.appendText(`${condition}\n\n`);
    }
    return {
      invocationMessage: `Running ${shortCommand(input.command)}`,
      confirmationMessages: { title: "Run in Sandshell", message },
    };
  }

  async invoke(
    { input, tokenizationOptions }: LanguageModelToolInvocationOptions<Input>,
    token: CancellationToken,
  ): Promise<LanguageModelToolResult> {
    const timeoutMs = input.timeoutMs ?? defaultTimeoutMs;
    const outcome = await this.#api.exec(input.command, {
      ...(input.session === undefined ? {} : { session: input.session }),
      ...(input.cwd === undefined ? {} : { cwd: resolve(folder(), input.cwd) }),
      timeoutMs,
      token,
    });
    const budget = (tokenizationOptions?.tokenBudget ?? Number.POSITIVE_INFINITY) * charactersPerToken;
    return new LanguageModelToolResult([
      new LanguageModelTextPart(
        report(outcome, {
          timeoutMs,
          hasOwnFolder: input.cwd !== undefined,
          mostCharacters: Math.min(mostCharacters, budget),
        }),
      ),
    ]);
  }
}

/** Nothing where the editor has no language models. */
export function registerTool(api: SandshellApi): Disposable[] {
  return typeof lm?.registerTool === "function" ? [lm.registerTool("sandshell_run", new RunTool(api))] : [];
}

function conditionsOf({ cwd, session, timeoutMs }: Input): string[] {
  return [
    session === undefined ? "In this window's session" : `In session ${session}`,
    ...(cwd === undefined ? [] : [`Folder: ${resolve(folder(), cwd)}`]),
    ...(timeoutMs === undefined ? [] : [`At most ${duration(timeoutMs)}`]),
  ];
}
