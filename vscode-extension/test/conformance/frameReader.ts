import { isObject, type JsonObject, visible } from "./json.ts";

const headerEnd = Buffer.from("\r\n\r\n");

/** Takes messages out of a stream of chunks, and throws at what is no protocol. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  /** The length of the body that is awaited; null before its header. */
  #length: number | null = null;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });

  /** Whether a message has begun and not ended. */
  get isWithin(): boolean {
    return this.#rest.length > 0 || this.#length !== null;
  }

  *accept(chunk: Buffer): Generator<JsonObject> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (true) {
      if (this.#length === null) {
        const end = this.#rest.indexOf(headerEnd);
        if (end < 0) {
          return;
        }
        this.#length = lengthOf(this.#rest.toString("latin1", 0, end));
        this.#rest = this.#rest.subarray(end + headerEnd.length);
      }
      if (this.#rest.length < this.#length) {
        return;
      }
      const message = JSON.parse(this.#decoder.decode(this.#rest.subarray(0, this.#length)));
      this.#rest = this.#rest.subarray(this.#length);
      this.#length = null;
      if (!isObject(message)) {
        throw new Error(`an object was expected, got ${visible(JSON.stringify(message))}`);
      }
      yield message;
    }
  }
}

function lengthOf(header: string): number {
  let length: number | undefined;
  for (const line of header.split("\r\n")) {
    if (!/^content-/i.test(line)) {
      throw new Error(`a header was expected, got ${visible(line)}`);
    }
    const digits = /^content-length: *(\d+)$/i.exec(line)?.[1];
    length = digits === undefined ? length : Number(digits);
  }
  if (length === undefined) {
    throw new Error(`no Content-Length in ${visible(header)}`);
  }
  return length;
}
