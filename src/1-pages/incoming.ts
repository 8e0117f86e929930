import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { InputError } from '../0-terms/errors.ts';
import { type Arrival, fromDisk } from './capture.ts';
import type { Known } from './page.ts';
import { MAX_PAGE_BYTES, tooLarge } from './page-from-bytes.ts';

/** Bytes that are coming in, before anybody knows what they are. */
export interface Incoming {
  readonly source: string;
  readonly url: string | null;
  /** What a server or a container said, without parameters; null when nobody did. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  readonly arrival: Arrival;
  readonly known?: Known;
  /** The first bytes, 8 KB where there are as many. */
  readonly head: Uint8Array;
  /** All bytes, the first ones included. May be asked for once. */
  readonly stream: () => AsyncIterable<Uint8Array>;
  /** The file on disk that holds exactly these bytes, where there is one. */
  readonly file?: string;
}

/** What an {@link Incoming} is told besides its bytes. */
export type Labels = Omit<Incoming, 'head' | 'stream' | 'file'>;

/** Options of one run that every kind of input obeys. */
export interface Ways {
  readonly published: string | undefined;
  /** Which column of a table is what: `{text: 'body'}`. */
  readonly columns: Readonly<Record<string, string>>;
  readonly now: () => Date;
  /** Whether addresses in feeds and lists are fetched; those inside folders and archives are not. */
  readonly follow: Follow | null;
  /** What may still be unpacked. */
  readonly budget: Budget;
  /** How many containers are around it. */
  readonly depth: number;
  /** In a folder or archive things that are no reports stand beside reports and are passed over. */
  readonly among: boolean;
}

/** Bytes that one input may become when it is unpacked, through all its layers. */
export interface Budget {
  left: number;
}

/** An input may grow to 200 times its size, and any input to 500 MB: texts pack to a tenth, bombs to a thousandth. */
export const budgetFor = (size: number): Budget => ({ left: Math.max(500 * 1024 * 1024, size * 200) });

/** Charges unpacked bytes; InputError when the budget is spent. */
export function charge(budget: Budget, bytes: number, source: string): void {
  budget.left -= bytes;
  if (budget.left < 0)
    throw new InputError(`${source}: grows to more than 200 times its size when unpacked, as no archive of reports does; it was given up`);
}

/** An address that a feed, list or sitemap names. */
export interface Link {
  readonly url: string;
  readonly known?: Known;
}
export type Follow = (links: readonly Link[]) => AsyncGenerator<Incoming | { readonly source: string; readonly error: Error }>;

/** How much of the beginning tells the kind. */
export const HEAD_BYTES = 8192;

export const labelsOfFile = (source: string, now: Date): Labels => ({
  source,
  url: null,
  mediaType: null,
  charset: null,
  arrival: fromDisk(now),
});

export const incomingBytes = (bytes: Uint8Array, labels: Labels): Incoming => ({
  ...labels,
  head: bytes.subarray(0, HEAD_BYTES),
  stream: async function* () {
    yield bytes;
  },
});

/** Reads the first bytes of a stream and gives them back before the rest. The stream is closed when its reader stops. */
export async function incomingStream(stream: AsyncIterable<Uint8Array>, labels: Labels): Promise<Incoming> {
  const reader = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  let fault: unknown = null;
  try {
    while (size < HEAD_BYTES && !ended) {
      const { value, done } = await reader.next();
      if (done === true) ended = true;
      else {
        first.push(value);
        size += value.length;
      }
    }
  } catch (cause) {
    // What came before the fault is given first.
    fault = cause;
  }
  const start = Buffer.concat(first);
  return {
    ...labels,
    head: start.subarray(0, HEAD_BYTES),
    stream: async function* () {
      try {
        if (start.length > 0) yield start;
        if (fault !== null) throw fault;
        while (!ended) {
          const { value, done } = await reader.next();
          if (done === true) return;
          yield value;
        }
      } finally {
        await reader.return?.();
      }
    },
  };
}

/** A file on disk. It is open only while its head is read and while its stream is. */
export async function incomingFile(path: string, labels: Labels): Promise<Incoming> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { ...labels, head: buffer.subarray(0, bytesRead), stream: () => createReadStream(path, { highWaterMark: 1 << 18 }), file: path };
  } finally {
    await handle.close();
  }
}

/** All bytes up to a limit; beyond it an InputError, and the stream is given up. */
export async function whole(incoming: Incoming, limit = MAX_PAGE_BYTES): Promise<Uint8Array> {
  return bounded(incoming.stream(), incoming.source, limit);
}

/** All bytes of a stream up to the limit for a page; beyond it the stream is given up. */
export async function bounded(stream: AsyncIterable<Uint8Array>, source: string, limit = MAX_PAGE_BYTES): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw tooLarge(source, limit);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
