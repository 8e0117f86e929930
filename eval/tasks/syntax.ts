import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/2-reports/report.ts';
import { parse } from '../../src/3-sentences/parse.ts';
import { makeParseKit, type ParseKit } from '../../src/3-sentences/parse-kit.ts';
import { tagAndParse } from '../../src/3-sentences/tag-and-parse.ts';
import { conlluFiles, type GoldParagraph, readConllu } from '../conllu.ts';
import { AlignedTags, loadWink, type Wink } from '../peers.ts';
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
  async run({ data, upper }) {
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
    const wink = await loadWink();
    const tags = { saidso: new AlignedTags(), 'wink-nlp': new AlignedTags() };
    for (const paragraphs of documents) scoreRaw(paragraphs, { kit, wink }, { tokens, sentences, tags });
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
      /** From raw text, each engine on the words that it cuts itself. */
      peers: { saidso: tags.saidso.scores, 'wink-nlp': tags['wink-nlp'].scores },
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
      '',
      'from raw text    UPOS of words cut as the gold cuts them / share of words cut so / UPOS of all gold words',
      ...Object.entries(keys.peers).map(
        ([engine, own]) => `${engine.padEnd(17)}${percent(own.upos)} / ${percent(own.aligned)} / ${percent(own.uposOfAll)}`,
      ),
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

/** A document as raw text, paragraphs parted by a blank line; its words, sentences and tags against those that the engines find. */
function scoreRaw(
  paragraphs: readonly GoldParagraph[],
  { kit, wink }: { readonly kit: ParseKit; readonly wink: Wink },
  {
    tokens,
    sentences,
    tags,
  }: { readonly tokens: Overlap; readonly sentences: Overlap; readonly tags: Record<'saidso' | 'wink-nlp', AlignedTags> },
): void {
  let text = '';
  const gold: { start: number; end: number; upos: string }[] = [];
  const goldSentences = new Set<string>();
  for (const paragraph of paragraphs) {
    const offset = text.length;
    for (const { words } of paragraph.sentences) {
      for (const { start, end, upos } of words) gold.push({ start: offset + start, end: offset + end, upos });
      goldSentences.add(`${offset + (words[0]?.start ?? 0)}-${offset + (words[words.length - 1]?.end ?? 0)}`);
    }
    text += `${paragraph.text.trimEnd()}\n\n`;
  }
  const parsed = parse(reportOf(text), kit);
  const found = parsed.sentences.flatMap((sentence) => sentence.tokens);
  tokens.add(new Set(gold.map(({ start, end }) => `${start}-${end}`)), new Set(found.map(({ span }) => span.join('-'))));
  sentences.add(goldSentences, new Set(parsed.sentences.map(({ span }) => span.join('-'))));
  tags.saidso.add(gold, found);
  tags['wink-nlp'].add(gold, wink.words(text));
}
