import { cut } from '../src/0-terms/span.ts';
import type { CodedReport } from '../src/5-claims/coded-report.ts';

/** A quote of a gold file: `content` is the first words, an ellipsis, the last words (or all of it). */
export interface GoldQuote {
  readonly speaker: string | null;
  readonly via: string | null;
  readonly content: string;
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Dice overlap of two bags of words, 0 to 1. */
export function wordOverlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const w of a) left.set(w, (left.get(w) ?? 0) + 1);
  let both = 0;
  for (const w of b) {
    const n = left.get(w) ?? 0;
    if (n > 0) {
      both += 1;
      left.set(w, n - 1);
    }
  }
  return a.length + b.length ? (2 * both) / (a.length + b.length) : 0;
}

/** The whole words that a shortened gold content stands for; the shortened words themselves when they cannot be found in the text. */
function spelledOut(text: string, content: string): string {
  const parts = content.split('…').map((p) => p.trim());
  const [first, last] = [parts[0] ?? '', parts.at(-1) ?? ''];
  const from = text.indexOf(first);
  const to = from < 0 ? -1 : text.indexOf(last, from);
  return from < 0 || to < 0 ? content : text.slice(from, to + last.length);
}

/** How many gold quotes were found, and how many of them with the right speaker. */
export function quoteRecall(
  gold: readonly GoldQuote[],
  report: CodedReport,
): { readonly gold: number; readonly found: number; readonly right: number; readonly missed: readonly string[] } {
  const names = new Map(report.entities.map((e) => [e.id, [e.name, ...e.aliases]]));
  const missed: string[] = [];
  let found = 0;
  let right = 0;
  for (const quote of gold) {
    const wanted = words(spelledOut(report.text, quote.content));
    // Neighbouring pieces of one speech may be one quote in the gold file and two in the record, so half of the words is enough.
    const near = report.quotes.filter((q) => wordOverlap(wanted, words(cut(report.text, q.content))) >= 0.5);
    if (near.length > 0) found += 1;
    const speakers = near.flatMap((q) => [
      ...(q.speakerSpan ? [cut(report.text, q.speakerSpan)] : []),
      ...(names.get(q.speaker ?? '') ?? []),
    ]);
    if (quote.speaker === null ? near.length > 0 : speakers.some((s) => sameSpeaker(quote.speaker ?? '', s))) right += 1;
    else
      missed.push(`quote ${near.length ? `with another speaker (${speakers.join(' / ')})` : 'missed'}: ${quote.speaker}: ${quote.content}`);
  }
  return { gold: gold.length, found, right, missed };
}

/** Half of the words in common, or the shorter name inside the longer: "Haqqani" and "Husain Haqqani". */
function sameSpeaker(a: string, b: string): boolean {
  const [x, y] = [words(a), words(b)];
  if (x.length === 0 || y.length === 0) return false;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return wordOverlap(x, y) >= 0.5 || short.every((w) => long.includes(w));
}
