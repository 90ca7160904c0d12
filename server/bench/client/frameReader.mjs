// Takes LSP frames out of a stream of chunks. Each byte is copied at most once: a frame that lies in one chunk is parsed
// where it is, one that spans several is put together in a buffer that is used again.

import { isAscii } from "node:buffer";

const HEADER_END = Buffer.from("\r\n\r\n");
const LENGTH = /content-length: *(\d+)/i;

export class FrameReader {
  #deliver;
  #header = null;
  #body = Buffer.allocUnsafe(256 * 1024);
  #wanted = 0;
  #filled = 0;

  /** Frames and their bytes so far. */
  frames = 0;
  bytes = 0;

  constructor(deliver) {
    this.#deliver = deliver;
  }

  accept(chunk) {
    this.bytes += chunk.length;
    let from = 0;
    while (from < chunk.length) {
      if (this.#wanted > 0) {
        from += this.#fill(chunk, from);
        continue;
      }
      let rest = from === 0 ? chunk : chunk.subarray(from);
      if (this.#header !== null) {
        rest = Buffer.concat([this.#header, rest]);
        from -= this.#header.length;
        this.#header = null;
      }
      const end = rest.indexOf(HEADER_END);
      if (end < 0) {
        this.#header = Buffer.from(rest);
        return;
      }
      const length = Number(LENGTH.exec(rest.latin1Slice(0, end))[1]);
      const start = end + HEADER_END.length;
      if (rest.length - start >= length) {
        this.#parse(rest, start, start + length);
        from += start + length;
      } else {
        this.#begin(length);
        from += start;
      }
    }
  }

  #begin(length) {
    if (this.#body.length < length) {
      this.#body = Buffer.allocUnsafe(2 * length);
    }
    this.#wanted = length;
    this.#filled = 0;
  }

  #fill(chunk, from) {
    const count = Math.min(this.#wanted - this.#filled, chunk.length - from);
    chunk.copy(this.#body, this.#filled, from, from + count);
    this.#filled += count;
    if (this.#filled === this.#wanted) {
      const length = this.#wanted;
      this.#wanted = 0;
      this.#parse(this.#body, 0, length);
    }
    return count;
  }

  #parse(buffer, start, end) {
    this.frames++;
    // Several times as fast as decoding UTF-8, which most of it does not need.
    const plain = isAscii(buffer.subarray(start, end));
    this.#deliver(JSON.parse(plain ? buffer.latin1Slice(start, end) : buffer.utf8Slice(start, end)));
  }
}
