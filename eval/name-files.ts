import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeNameKit, type NameKit } from '../src/4-mentions/names/name-kit.ts';

/** The name tagger alone, without the rest of the kit: from data/, or another folder with trained files. */
export function readNameKit(folder = join(import.meta.dirname, '../data/models/en/names')): NameKit['names'] {
  const read = (name: string): Uint8Array => readFileSync(join(folder, `${name}.bin`));
  const kinds = readFileSync(join(import.meta.dirname, '../data/lexicon/en/name-kinds.txt'), 'utf8');
  return makeNameKit({ model: read('model'), phrases: read('phrases'), gleaned: read('gleaned'), words: read('words'), kinds }).names;
}
