import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Abbreviations } from '../src/3-sentences/abbreviations.ts';
import { sentenceEnds } from '../src/3-sentences/sentence-ends.ts';
import { tokensOf } from '../src/3-sentences/tokens.ts';
import { shuffled } from './shuffled.ts';

/** How many words of each source the teacher labels: news first, then encyclopaedic and spoken English for breadth. */
const SHARES: Readonly<Record<string, number>> = {
  wikinews: 250_000,
  'wikipedia-current-events': 1_000_000,
  'globalvoices-sample': 10_000,
  'wikipedia-conflict-politics': 600_000,
  'us-white-house': 350_000,
  'un-general-debate': 100_000,
  'us-congressional-record-foreign-policy': 150_000,
};

/** Tokenized sentences of the raw corpora, in an order fixed by the seed. */
export function rawSentences(folder: string, abbreviations: Abbreviations): string[][] {
  const found: string[][] = [];
  for (const [source, share] of Object.entries(SHARES)) {
    const { stdout } = spawnSync('xz', ['-dc', join(folder, `${source}.txt.xz`)], { maxBuffer: 1 << 30 });
    let words = 0;
    for (const paragraph of shuffled(stdout.toString('utf8').split('\n'), 3)) {
      if (words >= share) break;
      const tokens = tokensOf(paragraph, [0, paragraph.length], abbreviations);
      let start = 0;
      for (const end of sentenceEnds(paragraph, tokens, abbreviations)) {
        if (end - start >= 5 && end - start <= 50) {
          found.push(tokens.slice(start, end).map(([from, to]) => paragraph.slice(from, to)));
          words += end - start;
        }
        start = end;
      }
    }
  }
  return shuffled(found, 5);
}
