import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/2-reports/report.ts';
import { parse } from '../../src/3-sentences/parse.ts';
import { makeParseKit, type ParseKit } from '../../src/3-sentences/parse-kit.ts';
import { tagAndParse } from '../../src/3-sentences/tag-and-parse.ts';
import { conlluFiles, type GoldParagraph, readConllu } from '../conllu.ts';
import type { Task } from '../task.ts';

/** The kit of floor 3 alone, from the repository's own files. */
export function parseKit(root = join(import.meta.dirname, '../..')): ParseKit {
  const bytes = (name: string): Uint8Array => readFileSync(join(root, 'data', name));
  return makeParseKit({
    tagger: bytes('models/en/tagger/weights.bin'),
    parser: bytes('models/en/parser/weights.bin'),
    clusters: bytes('models/en/clusters/weights.bin'),
    lemmas: readFileSync(join(root, 'data/lexicon/en/lemmas.txt'), 'utf8'),
    abbreviations: readFileSync(join(root, 'data/lexicon/en/abbreviations.txt'), 'utf8'),
  });
}

/** A report that is nothing but its text. */
const reportOf = (text: string): Report => ({
  id: 'r_0',
  source: '-',
  url: null,
  title: null,
  publisher: null,
  byline: null,
  language: 'en',
  published: { date: null, basis: 'unknown' },
  dateline: null,
  text,
  origins: [],
  notes: [],
});

const plain = (label: string): string => label.split(':')[0] as string;

const inCapitals = (paragraphs: readonly GoldParagraph[]): GoldParagraph[] =>
  // A few letters grow in capitals (ß → SS) and would shift every offset; those stay as they are.
  paragraphs.map((paragraph) => ({
    text: shout(paragraph.text),
    sentences: paragraph.sentences.map((sentence) => ({
      ...sentence,
      words: sentence.words.map((word) => ({ ...word, form: shout(word.form) })),
    })),
  }));
const shout = (text: string): string =>
  text.replace(/\p{Ll}/gu, (letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter));

export const task: Task = {
  name: 'syntax',
  about: 'Tags and trees on gold words; words and sentences found in raw text (Universal Dependencies).',
  open: 'corpora/ud-english-ewt/en_ewt-ud-dev.conllu',
  run({ data, upper }) {
    const read = conlluFiles(data).map((file) => readConllu(readFileSync(file, 'utf8')));
    const documents = upper ? read.map(inCapitals) : read;
    const kit = parseKit();
    const n = { words: 0, upos: 0, xpos: 0, lemmas: 0, heads: 0, labelled: 0 };
    let milliseconds = 0;
    for (const { words } of documents.flatMap((paragraphs) => paragraphs.flatMap((paragraph) => paragraph.sentences))) {
      const started = performance.now();
      const guesses = tagAndParse(
        words.map((word) => word.form),
        kit,
      );
      milliseconds += performance.now() - started;
      words.forEach((gold, i) => {
        const guess = guesses[i] as (typeof guesses)[number];
        n.words++;
        if (guess.upos === gold.upos) n.upos++;
        if (guess.xpos === gold.xpos) n.xpos++;
        if (guess.lemma.toLowerCase() === gold.lemma.toLowerCase()) n.lemmas++;
        if (guess.head !== gold.head) return;
        n.heads++;
        if (plain(guess.deprel) === plain(gold.deprel)) n.labelled++;
      });
    }
    const tokens = new Overlap();
    const sentences = new Overlap();
    for (const paragraphs of documents) scoreRaw(paragraphs, kit, tokens, sentences);
    const keys = {
      upos: n.upos / n.words,
      uas: n.heads / n.words,
      las: n.labelled / n.words,
      tokens: tokens.f1,
      sentences: sentences.f1,
      xpos: n.xpos / n.words,
      lemmas: n.lemmas / n.words,
      words: n.words,
      wordsPerSecond: Math.round((1000 * n.words) / milliseconds),
    };
    const percent = (share: number): string => (100 * share).toFixed(2);
    const table = [
      `words            ${n.words}`,
      `UPOS / XPOS      ${percent(keys.upos)} / ${percent(keys.xpos)}`,
      `lemmas           ${percent(keys.lemmas)}`,
      `UAS / LAS        ${percent(keys.uas)} / ${percent(keys.las)}   (gold words, own tags)`,
      `raw: words       ${percent(keys.tokens)} F1`,
      `raw: sentences   ${percent(keys.sentences)} F1`,
      `words a second   ${keys.wordsPerSecond}   (tags and trees, gold words)`,
    ].join('\n');
    return { keys, table };
  },
};

/** Counts of gold, found and shared spans. */
class Overlap {
  private gold = 0;
  private found = 0;
  private shared = 0;

  add(gold: ReadonlySet<string>, found: ReadonlySet<string>): void {
    this.gold += gold.size;
    this.found += found.size;
    for (const span of found) if (gold.has(span)) this.shared++;
  }

  get f1(): number {
    return this.gold + this.found === 0 ? 0 : (2 * this.shared) / (this.gold + this.found);
  }
}

/** A document as raw text, paragraphs parted by a blank line; its words and sentences against those that `parse` finds. */
function scoreRaw(paragraphs: readonly GoldParagraph[], kit: ParseKit, tokens: Overlap, sentences: Overlap): void {
  let text = '';
  const goldTokens = new Set<string>();
  const goldSentences = new Set<string>();
  for (const paragraph of paragraphs) {
    const offset = text.length;
    for (const { words } of paragraph.sentences) {
      for (const word of words) goldTokens.add(`${offset + word.start}-${offset + word.end}`);
      goldSentences.add(`${offset + (words[0]?.start ?? 0)}-${offset + (words[words.length - 1]?.end ?? 0)}`);
    }
    text += `${paragraph.text.trimEnd()}\n\n`;
  }
  const parsed = parse(reportOf(text), kit);
  const foundTokens = new Set<string>();
  const foundSentences = new Set<string>();
  for (const sentence of parsed.sentences) {
    foundSentences.add(sentence.span.join('-'));
    for (const token of sentence.tokens) foundTokens.add(token.span.join('-'));
  }
  tokens.add(goldTokens, foundTokens);
  sentences.add(goldSentences, foundSentences);
}
