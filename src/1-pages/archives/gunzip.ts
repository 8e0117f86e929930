import { createGunzip } from 'node:zlib';
import { InputError } from '../../0-terms/errors.ts';
import { charge, type Incoming, incomingStream, type Ways } from '../incoming.ts';

/** Packed bytes that are unpacked in one go: at the utmost ratio of gzip they become 16 MB. */
const STEP = 16 * 1024;

/** What a gzip file holds, unpacked as it is read; all members of it, as in web archives. */
export async function gunzipped(incoming: Incoming, ways: Ways): Promise<Incoming> {
  const { head: _, stream, file: __, ...labels } = incoming;
  return incomingStream(unpack(stream(), incoming.source, ways), labels);
}

/** Step by step instead of by a pipe: a pipe forgets what was unpacked already when the end turns out to be missing. */
async function* unpack(packed: AsyncIterable<Uint8Array>, source: string, ways: Ways): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 1 << 16 });
  let ready: Buffer[] = [];
  let fault: Error | null = null;
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk));
  gunzip.on('error', (error) => {
    fault = error;
  });
  const closed = new Promise<void>((resolve) => gunzip.once('close', resolve));
  const ended = new Promise<void>((resolve) => gunzip.once('end', resolve));
  const taken = (): Buffer[] => {
    const chunks = ready;
    ready = [];
    for (const { length } of chunks) charge(ways.budget, length, source);
    return chunks;
  };
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length && fault === null; at += STEP) {
        await Promise.race([new Promise((resolve) => gunzip.write(chunk.subarray(at, at + STEP), resolve)), closed]);
        yield* taken();
      }
      if (fault !== null) break;
    }
    if (fault === null) {
      gunzip.end();
      await Promise.race([ended, closed]);
    }
    yield* taken();
    if (fault !== null) throw faultOf(fault, source);
  } finally {
    gunzip.destroy();
  }
}

function faultOf(cause: Error, source: string): InputError {
  const cut = (cause as { code?: string }).code === 'Z_BUF_ERROR';
  return new InputError(
    `${source}: ${cut ? 'the gzip file ends too early: it was cut off' : 'the gzip file is damaged'}; copy or fetch it again${cut ? ', what stood before the end was read' : ''}`,
    { cause },
  );
}
