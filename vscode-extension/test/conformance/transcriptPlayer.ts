import { isDeepStrictEqual } from "node:util";
import { isObject, type Json, type JsonObject, visible } from "./json.ts";
import { fill, mismatch } from "./jsonPattern.ts";
import type { Step, Transcript } from "./transcript.ts";
import type { WireClient } from "./wireClient.ts";

/** Plays a transcript's client side and holds the server to the other. For one transcript, once. */
export class TranscriptPlayer {
  readonly #transcript: Transcript;
  readonly #client: WireClient;
  readonly #bindings: Map<string, Json>;
  readonly #history: JsonObject[] = [];

  constructor(transcript: Transcript, client: WireClient, given: Record<string, string>) {
    this.#transcript = transcript;
    this.#client = client;
    this.#bindings = new Map(Object.entries(given));
  }

  async play(): Promise<void> {
    const { isBare, capabilities, steps } = this.#transcript;
    if (!isBare) {
      await this.#ask("initialize", { processId: null, capabilities });
      this.#client.send({ method: "initialized", params: {} });
    }
    for (let i = 0; i < steps.length; i++) {
      const together = [steps[i] as Step];
      while (together[0]?.sign === "<&" && steps[i + 1]?.sign === "<&") {
        i++;
        together.push(steps[i] as Step);
      }
      await this.#perform(together);
    }
    if (!isBare) {
      await this.#ask("shutdown", null);
      this.#client.send({ method: "exit" });
      await this.#expectExit(0);
    }
  }

  async #ask(method: string, params: JsonObject | null): Promise<void> {
    const id = `player-${method}`;
    this.#client.send(params === null ? { id, method } : { id, method, params });
    let message: JsonObject;
    do {
      message = await this.#take(`the answer to ${id}`);
    } while (message.id !== id);
    if (message.error !== undefined) {
      throw this.#client.failure(`no error was expected: ${JSON.stringify(message)}`);
    }
  }

  async #perform(together: Step[]): Promise<void> {
    const step = together[0] as Step;
    switch (step.sign) {
      case ">":
        return this.#client.send(fill(step.value, this.#bindings) as JsonObject);
      case ">frame":
        return this.#client.sendBody(String(step.value));
      case ">raw":
        return this.#client.sendBytes(String(step.value).repeat(step.count));
      case ">eof":
        return this.#client.closeInput();
      case "<":
      case "<!":
        return this.#expectNext(step, step.sign === "<");
      case "<*":
      case "<&":
        return this.#expectAll(together);
      case "<-":
        return this.#expectNever(step);
      case "<=":
        return this.#expectOutput(step);
      case "<eof":
        return this.#expectEnd(step);
      case "<exit":
        return this.#expectExit(Number(step.value));
    }
  }

  async #expectNext(step: Step, skipsNotifications: boolean): Promise<void> {
    const wanted = (step.value as JsonObject).method;
    let message = await this.#take(this.#at(step));
    while (skipsNotifications && isNotification(message) && message.method !== wanted) {
      message = await this.#take(this.#at(step));
    }
    this.#demand(step, message);
  }

  /** Reads until each has been met by a message of its own; the others are passed over. */
  async #expectAll(steps: Step[]): Promise<void> {
    const open = [...steps];
    let lastDifference = "";
    while (open.length > 0) {
      const message = await this.#take(`${this.#at(open[0] as Step)}${lastDifference}`);
      const met = open.findIndex((step) => {
        const difference = mismatch(step.value, message, this.#bindings);
        lastDifference = difference === null ? "" : `\nthe last that came did not match: ${difference}`;
        return difference === null;
      });
      if (met >= 0) {
        open.splice(met, 1);
      }
    }
  }

  #expectNever(step: Step): void {
    for (const message of this.#history) {
      if (mismatch(step.value, message, new Map(this.#bindings)) === null) {
        throw this.#client.failure(`${this.#at(step)}\nbut it came: ${visible(JSON.stringify(message))}`);
      }
    }
  }

  #expectOutput(step: Step): void {
    const execId = fill((step.value as JsonObject).execId as Json, this.#bindings);
    const actual: JsonObject = { execId, stdout: "", stderr: "", terminal: "" };
    for (const message of this.#history) {
      const { execId: from, stream, text } = chunkOf(message);
      if (isDeepStrictEqual(from, execId) && typeof text === "string") {
        actual[String(stream)] += text;
      }
    }
    this.#demand(step, actual);
  }

  async #expectEnd(step: Step): Promise<void> {
    let message: JsonObject | null;
    do {
      message = await this.#client.take();
    } while (message !== null && message.id === undefined);
    if (message !== null) {
      throw this.#client.failure(`${this.#at(step)}\nbut a message came: ${visible(JSON.stringify(message))}`);
    }
  }

  async #expectExit(code: number): Promise<void> {
    const actual = await this.#client.exitCode();
    if (actual !== code) {
      throw this.#client.failure(`exit code ${code} was expected, got ${actual}`);
    }
  }

  #demand(step: Step, actual: JsonObject): void {
    const difference = mismatch(step.value, actual, this.#bindings);
    if (difference !== null) {
      throw this.#client.failure(`${this.#at(step)}\n${difference}`);
    }
  }

  async #take(wanted: string): Promise<JsonObject> {
    let message: JsonObject | null;
    try {
      message = await this.#client.take();
    } catch (error) {
      throw new Error(`waiting for ${wanted}\n${(error as Error).message}`);
    }
    if (message === null) {
      throw this.#client.failure(`the stream ended before ${wanted}`);
    }
    this.#history.push(message);
    return message;
  }

  #at(step: Step): string {
    return `${this.#transcript.name}.txt:${step.line}: ${step.source}`;
  }
}

function isNotification(message: JsonObject): boolean {
  return message.id === undefined && message.method !== undefined;
}

/** What an output notification or a partial result says; something without text where it is neither. */
function chunkOf(message: JsonObject): JsonObject {
  const params = isObject(message.params) ? message.params : {};
  return isObject(params.value) ? params.value : params;
}
