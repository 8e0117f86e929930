/** Reads lines and counted runs of bytes from a stream, holding no more than is asked for. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#source = stream[Symbol.asyncIterator]();
  }

  /** Whether another byte can be had; fetches it if need be. */
  async more(): Promise<boolean> {
    while (this.#chunk.length === 0 && !this.#ended) await this.#fetch();
    return this.#chunk.length > 0;
  }

  /** The next line without its end, as Latin-1; null at the end of the stream. Longer lines than `most` are cut there. */
  async line(most: number): Promise<string | null> {
    if (!(await this.more())) return null;
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const end = this.#chunk.indexOf(10);
      const piece = end < 0 ? this.#chunk : this.#chunk.subarray(0, end);
      if (size < most) parts.push(piece);
      size += piece.length;
      this.#chunk = this.#chunk.subarray(end < 0 ? this.#chunk.length : end + 1);
      if (end >= 0 || !(await this.more())) break;
    }
    const text = Buffer.concat(parts).toString('latin1').slice(0, most);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  /** The next `count` bytes, fewer where the stream ends before. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = count; left > 0 && (await this.more()); ) {
      const piece = this.#chunk.subarray(0, left);
      parts.push(piece);
      left -= piece.length;
      this.#chunk = this.#chunk.subarray(piece.length);
    }
    return Buffer.concat(parts);
  }

  /** Passes over `count` bytes; how many there were. */
  async skip(count: number): Promise<number> {
    let left = count;
    while (left > 0 && (await this.more())) {
      const step = Math.min(left, this.#chunk.length);
      this.#chunk = this.#chunk.subarray(step);
      left -= step;
    }
    return count - left;
  }

  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }

  async #fetch(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done === true) this.#ended = true;
    else this.#chunk = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}
