import { type Alignment, align, type Passage } from './align.ts';
import { CopyIndex } from './copy-index.ts';
import { type TextWords, textWords } from './text-words.ts';

/** A report as far as copying is concerned. */
export interface CopyText {
  readonly id: string;
  readonly text: string;
}

/** exact: word for word; near: nearly all of both; partial: a good part of one of them stands in the other. */
export type CopyKind = 'exact' | 'near' | 'partial';

/** Two reports of which one holds the other's words. */
export interface CopyPair {
  readonly a: string;
  readonly b: string;
  readonly kind: CopyKind;
  /** Share of each one's words that stands in the other. */
  readonly shareA: number;
  readonly shareB: number;
  /** Words that both have. */
  readonly words: number;
  readonly passages: readonly Passage[];
}

/** The share of either text from which two reports are copies; below it they share passages only. */
export const COPY_SHARE = 0.42;
/** Fewer words in common make no copy, unless they are all there is. */
const FEWEST_WORDS = 25;

/** Which of these reports hold each other's words, by MinHash over windows of shingles and then by alignment. Pairs in the order of the texts; each pair once, the earlier text first. */
export function findCopies(texts: readonly CopyText[]): CopyPair[] {
  const index = new CopyIndex();
  const words: TextWords[] = [];
  const pairs: CopyPair[] = [];
  texts.forEach((text, number) => {
    const own = textWords(text.text);
    words.push(own);
    for (const other of index.meet(number, own)) {
      const first = texts[other];
      const firstWords = words[other];
      if (first === undefined || firstWords === undefined) continue;
      const pair = copyOf(first.id, firstWords, text.id, own);
      if (pair !== null) pairs.push(pair);
    }
  });
  return pairs;
}

/** Two texts compared, without an index; null when neither copies the other. */
export const compareTexts = (a: CopyText, b: CopyText): CopyPair | null => copyOf(a.id, textWords(a.text), b.id, textWords(b.text));

/** The same of texts whose words are at hand: report, words, report, words. */
export function copyOf(a: string, wordsA: TextWords, b: string, wordsB: TextWords): CopyPair | null {
  const { shareA, shareB, words, passages }: Alignment = align(wordsA, wordsB);
  const most = Math.max(shareA, shareB);
  const least = Math.min(shareA, shareB);
  if (most < COPY_SHARE || (words < FEWEST_WORDS && least < 0.8)) return null;
  const kind = least >= 0.98 ? 'exact' : least >= 0.75 ? 'near' : 'partial';
  return { a, b, kind, shareA, shareB, words, passages };
}
