import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Abbreviations } from '../../src/3-sentences/abbreviations.ts';
import { hashText } from '../../src/3-sentences/hash.ts';
import { sentenceEnds } from '../../src/3-sentences/sentence-ends.ts';
import { tokensOf } from '../../src/3-sentences/tokens.ts';
import { LABELS, NAME_TYPES, spansOf } from '../../src/4-mentions/names/labels.ts';
import { type NameLexicon, nameFeatures, writtenIn } from '../../src/4-mentions/names/name-features.ts';
import { bestLabels, type NameModel } from '../../src/4-mentions/names/name-model.ts';
import { type WrittenWord, writtenWords } from '../../src/4-mentions/names/written-words.ts';

/** How many words of each open raw text are tagged: news first. */
const SHARES: Readonly<Record<string, number>> = {
  wikinews: 300_000,
  'wikipedia-current-events': 3_000_000,
  'wikipedia-conflict-politics': 5_000_000,
  'un-general-debate': 700_000,
  'us-white-house': 1_000_000,
  'us-congressional-record-foreign-policy': 700_000,
};

/** Clusters by word hash, out of the packed clusters file of floor 3 (see `readClusters`). */
export function clusterEntries(bytes: Uint8Array): Map<number, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const slots = view.getUint32(0, true);
  const found = new Map<number, number>();
  for (let s = 0; s < slots; s++) {
    const key = view.getInt32(4 + 4 * s, true);
    if (key !== 0) found.set(key, view.getUint16(4 + 4 * slots + 2 * s, true));
  }
  return found;
}

/** What a first tagger makes of the raw text: kinds of words (see WordClasses) by hash, and names of two words or more with a bit for each type. */
export interface Gleaned {
  readonly kinds: ReadonlyMap<number, number>;
  readonly phrases: ReadonlyMap<string, number>;
}

/**
 * Tags the raw text with a first model and counts what every word and every name was taken for (self-training of lexicons).
 * A word's kind: 1 + 3 × type + step of its share (over 90, 60, 25 %), of those seen five times.
 */
export function glean(
  corpora: string,
  model: NameModel,
  lexicon: NameLexicon,
  abbreviations: Abbreviations,
  report: (line: string) => void,
): Gleaned {
  const words = new Map<string, Int32Array>();
  const names = new Map<string, Int32Array>();
  for (const [source, share] of Object.entries(SHARES)) {
    const { stdout } = spawnSync('xz', ['-dc', join(corpora, 'rawtext', `${source}.txt.xz`)], { maxBuffer: 1 << 30 });
    let tokens = 0;
    for (const document of stdout.toString('utf8').split(/\n\n+/)) {
      if (tokens > share) break;
      const sentences: string[][] = [];
      for (const paragraph of document.split('\n')) {
        const spans = tokensOf(paragraph, [0, paragraph.length], abbreviations);
        let start = 0;
        for (const end of sentenceEnds(paragraph, spans, abbreviations)) {
          if (end - start > 3 && end - start < 120) sentences.push(spans.slice(start, end).map(([a, b]) => paragraph.slice(a, b)));
          start = end;
        }
      }
      const seen = new Map<string, WrittenWord>();
      const written = sentences.map((s) => writtenWords(s, seen));
      const cases = writtenIn(written);
      for (const own of written) {
        tokens += own.length;
        const scores = new Float64Array(own.length * LABELS);
        nameFeatures(own, cases, lexicon, (token, keys, count) => model.addTo(scores, token * LABELS, keys, count));
        const labels = bestLabels(scores, own.length, model.transitions, model.starts);
        own.forEach((word, i) => {
          if (word.capital === 0) return;
          const counts = words.get(word.low) ?? new Int32Array(NAME_TYPES.length + 1);
          const label = labels[i] as number;
          const type = label === 0 ? NAME_TYPES.length : (label - 1) >> 1;
          counts[type] = (counts[type] as number) + 1;
          if (counts.length && !words.has(word.low)) words.set(word.low, counts);
        });
        for (const span of spansOf(labels)) {
          if (span.end - span.first < 2 || span.end - span.first > 5) continue;
          const phrase = own
            .slice(span.first, span.end)
            .map((w) => w.low)
            .join(' ');
          const counts = names.get(phrase) ?? new Int32Array(NAME_TYPES.length);
          const type = NAME_TYPES.indexOf(span.type);
          counts[type] = (counts[type] as number) + 1;
          if (!names.has(phrase)) names.set(phrase, counts);
        }
      }
    }
    report(`${source}: ${tokens} tokens, ${words.size} words, ${names.size} names`);
  }
  const kinds = new Map<number, number>();
  for (const [word, counts] of words) {
    const total = counts.reduce((a, b) => a + b, 0);
    if (total < 5) continue;
    let type = 0;
    for (let t = 1; t < NAME_TYPES.length; t++) if ((counts[t] as number) > (counts[type] as number)) type = t;
    const share = (counts[type] as number) / total;
    if (share > 0.25) kinds.set(hashText(word), 1 + 3 * type + (share > 0.9 ? 0 : share > 0.6 ? 1 : 2));
  }
  const phrases = new Map<string, number>();
  for (const [phrase, counts] of names) {
    const total = counts.reduce((a, b) => a + b, 0);
    if (total < 4) continue;
    // Types 0 to 6 have a bit each; dates and sums are no phrases to know.
    for (let t = 0; t < 7; t++) if ((counts[t] as number) > 0.7 * total) phrases.set(phrase, 1 << t);
  }
  report(`${kinds.size} words with a kind, ${phrases.size} names of several words`);
  return { kinds, phrases };
}
