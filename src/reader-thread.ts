// A thread that reads pages, started by `startReaders`: loads the models once, then one page in, one report or one line of why not out.
import { parentPort, workerData } from 'node:worker_threads';
import { loadKit } from './load-kit.ts';
import { read } from './read.ts';
import { readSafely } from './read-safely.ts';
import type { Answer, Task } from './readers.ts';

const { codebook } = workerData as { readonly codebook: string | null };
const kit = loadKit(codebook === null ? {} : { codebook });

parentPort?.on('message', ({ n, page }: Task) => {
  const found = readSafely(page, (one) => read(one, kit));
  // What only the reading needed stays here: it is ten times as large as the record.
  const answer: Answer =
    'error' in found ? { n, fault: found.error.message } : { n, coded: { ...found, sentences: [], times: [], counts: [] } };
  parentPort?.postMessage(answer);
});
