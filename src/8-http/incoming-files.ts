import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InputError } from '../0-terms/errors.ts';
import { budgetFor, incomingFile, labelsOfFile } from '../1-pages/incoming.ts';
import type { Page } from '../1-pages/page.ts';
import { pagesOf } from '../1-pages/pages-of.ts';
import type { Unreadable } from '../ingest.ts';

export interface KeptFile {
  /** What the person who sent it calls it; never a path here. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** Uploaded files on disk, in a folder of their own that goes when they are read. */
export interface KeptFiles {
  readonly files: readonly KeptFile[];
  readonly end: () => Promise<void>;
}

/** Writes files to a folder that nobody else can read. The names on disk are numbers: what a sender calls a file is never a path. */
export async function keepFiles(files: readonly File[]): Promise<KeptFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'saidso-upload-'));
  const end = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const kept: KeptFile[] = [];
    for (const [n, file] of files.entries()) {
      const path = join(folder, String(n + 1));
      await pipeline(Readable.fromWeb(file.stream() as never), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      kept.push({ name: harmlessName(file.name, n), path, size: file.size });
    }
    return { files: kept, end };
  } catch (cause) {
    await end();
    throw cause;
  }
}

/** A name as it may be shown: without control characters and marks that turn the direction of writing, and not endless. */
function harmlessName(name: string, n: number): string {
  const shown = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return shown === '' ? `file ${n + 1}` : shown.slice(0, 200);
}

/** The pages of the files, by their bytes, in their order. Addresses that they name are not fetched. */
export async function* pagesOfFiles(
  files: readonly KeptFile[],
  published: string | undefined,
  now: () => Date,
  signal: AbortSignal,
): AsyncGenerator<Page | Unreadable> {
  for (const { name, path, size } of files) {
    if (signal.aborted) return;
    try {
      const incoming = await incomingFile(path, labelsOfFile(name, now()));
      yield* pagesOf(incoming, { published, columns: {}, now, follow: null, budget: budgetFor(size), depth: 0, among: false });
    } catch (cause) {
      const error = cause instanceof InputError ? cause : new InputError(`${name}: cannot be read; send it again`, { cause });
      yield { source: name, error };
    }
  }
}
