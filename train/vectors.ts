import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Abbreviations } from '../src/3-sentences/abbreviations.ts';
import { tokensOf } from '../src/3-sentences/tokens.ts';
import { randomFrom } from './shuffled.ts';

/** Words of raw text with their counts and vectors, most frequent first. */
export interface Vectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** How a form is written in the vocabulary: as `lookOf` does, lower case and every digit 0. */
const normal = (form: string): string =>
  form
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\d/g, '0');

/** The paragraphs of every `.txt.xz` file of a folder; the news files, of which there is least, come three times. */
export function* rawParagraphs(folder: string, wanted = /./): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt.xz') || !wanted.test(name)) continue;
    const { stdout } = spawnSync('xz', ['-dc', join(folder, name)], { maxBuffer: 1 << 30 });
    const lines = stdout.toString('utf8').split('\n');
    for (let time = 0; time < (/news|current-events/.test(name) ? 3 : 1); time++) yield* lines;
  }
}

/** The running text as word numbers, -1 between sentences and paragraphs, -2 for words outside the vocabulary. */
export function readCorpus(
  folder: string,
  abbreviations: Abbreviations,
  size: number,
): { words: string[]; counts: number[]; text: Int32Array } {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const counts: number[] = [];
  let text = new Int32Array(1 << 26);
  let length = 0;
  for (const paragraph of rawParagraphs(folder)) {
    for (const [from, to] of tokensOf(paragraph, [0, paragraph.length], abbreviations)) {
      if (to - from > 40) continue;
      const word = normal(paragraph.slice(from, to));
      let number = numbers.get(word);
      if (number === undefined) {
        number = names.length;
        numbers.set(word, number);
        names.push(word);
        counts.push(0);
      }
      counts[number] = (counts[number] as number) + 1;
      if (length + 2 > text.length) {
        const larger = new Int32Array(text.length * 2);
        larger.set(text);
        text = larger;
      }
      text[length++] = number;
    }
    text[length++] = -1;
  }
  const order = names.map((_, i) => i).filter((i) => (counts[i] as number) >= 12);
  order.sort((a, b) => (counts[b] as number) - (counts[a] as number));
  order.length = Math.min(order.length, size);
  const rank = new Int32Array(names.length).fill(-2);
  order.forEach((old, fresh) => {
    rank[old] = fresh;
  });
  for (let i = 0; i < length; i++) if ((text[i] as number) >= 0) text[i] = rank[text[i] as number] as number;
  return { words: order.map((i) => names[i] as string), counts: order.map((i) => counts[i] as number), text: text.subarray(0, length) };
}

/**
 * Structured skip-gram with negative sampling (Ling et al. 2015): each of the four places around a word has its own
 * output vectors, so that words that stand in the same places, not just in the same texts, come out alike.
 */
export function trainVectors(
  corpus: ReturnType<typeof readCorpus>,
  dimensions: number,
  passes: number,
  report: (line: string) => void,
): Vectors {
  const { words, counts, text } = corpus;
  const random = randomFrom(7);
  const inner = Float32Array.from({ length: words.length * dimensions }, () => (random() - 0.5) / dimensions);
  const outer = [-2, -1, 1, 2].map(() => new Float32Array(words.length * dimensions));
  const noise = new Int32Array(1 << 20);
  const powered = counts.map((count) => count ** 0.75);
  const sum = powered.reduce((a, b) => a + b, 0);
  for (let word = 0, at = 0, reached = 0; word < words.length; word++) {
    reached += ((powered[word] as number) / sum) * noise.length;
    while (at < reached && at < noise.length) noise[at++] = word;
  }
  const total = counts.reduce((a, b) => a + b, 0);
  const keep = Float64Array.from(counts, (count) => Math.min(1, Math.sqrt(1e-4 / (count / total)) + 1e-4 / (count / total)));
  const change = new Float32Array(dimensions);
  let state = 12345;
  const draw = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state >>> 0;
  };
  const places = [-2, -1, 1, 2];
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 2; i < text.length - 2; i++) {
      const word = text[i] as number;
      if ((i & 0x7fffff) === 0) report(`vectors: pass ${pass + 1}, ${((100 * i) / text.length).toFixed(0)} %`);
      if (word < 0 || draw() / 4294967296 > (keep[word] as number)) continue;
      const rate = 0.04 * Math.max(0.02, 1 - (pass + i / text.length) / passes);
      const base = word * dimensions;
      for (let place = 0; place < 4; place++) {
        const context = text[i + (places[place] as number)] as number;
        if (context < 0 || (Math.abs(places[place] as number) === 2 && text[i + (places[place] as number) / 2] === -1)) continue;
        const out = outer[place] as Float32Array;
        change.fill(0);
        for (let k = 0; k < 5; k++) {
          const target = k === 0 ? context : (noise[draw() >>> 12] as number);
          if (k > 0 && target === context) continue;
          const at = target * dimensions;
          let dot = 0;
          for (let d = 0; d < dimensions; d++) dot += (inner[base + d] as number) * (out[at + d] as number);
          const step = ((k === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot))) * rate;
          for (let d = 0; d < dimensions; d++) {
            change[d] = (change[d] as number) + step * (out[at + d] as number);
            out[at + d] = (out[at + d] as number) + step * (inner[base + d] as number);
          }
        }
        for (let d = 0; d < dimensions; d++) inner[base + d] = (inner[base + d] as number) + (change[d] as number);
      }
    }
  }
  return { words, dimensions, values: inner };
}
