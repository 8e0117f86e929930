import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { InputError } from '../../0-terms/errors.ts';
import { draftOf } from '../draft.ts';

/** Pieces are gathered up to so many characters before they are written. */
const GATHERED = 1 << 18;

/**
 * Writes a file piece by piece under another name and gives it its own at the end: whoever opens it finds the old one or the whole new one, whatever
 * happens in between. Gives the size in bytes. Throws InputError when it cannot be written there.
 */
export function writeWhole(file: string, pieces: Iterable<string>): number {
  if (existsSync(file) && statSync(file).isDirectory()) throw new InputError(`${file}: is a folder; give a file name`);
  const draft = draftOf(file);
  let handle: number;
  try {
    handle = openSync(draft, 'w');
  } catch (cause) {
    throw refused(file, cause);
  }
  try {
    let bytes = 0;
    let waiting = '';
    const flush = (): void => {
      const buffer = Buffer.from(waiting, 'utf8');
      for (let at = 0; at < buffer.length; ) at += writing(file, () => writeSync(handle, buffer, at));
      bytes += buffer.length;
      waiting = '';
    };
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length >= GATHERED) flush();
    }
    flush();
    writing(file, () => fsyncSync(handle));
    closeSync(handle);
    renameSync(draft, file);
    return bytes;
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
}

function writing<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw refused(file, cause);
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'the folder is not there; make it, or give another name',
  EACCES: 'may not be written to; give another name',
  EPERM: 'may not be written to; give another name',
  EROFS: 'is on a read-only disk; give another name',
  ENOSPC: 'the disk is full; free some space and try again, nothing was half written',
  ENOTDIR: 'a part of the way there is a file; give another name',
};

function refused(file: string, cause: unknown): InputError {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  return new InputError(`${file}: ${REFUSALS[code] ?? `cannot be written (${message.split('\n')[0]})`}`, { cause });
}
