import type { NameType, TokenSpan } from './labels.ts';
import type { WrittenWord } from './written-words.ts';

/** Types whose members bear names of their own; dates and sums do not agree over a document. */
const NAMED: ReadonlySet<NameType> = new Set(['Person', 'Organization', 'Location', 'NORP', 'Facility', 'Product', 'Misc']);

interface Votes {
  readonly byType: Map<NameType, number>;
  total: number;
}

/**
 * One sense per report (after Gale, Church and Yarowsky 1992): a name that the tagger read in one way in most places is read so in the
 * others, a surname alone is the person of the full name, and a name that was missed is found again.
 */
export function agree(words: readonly (readonly WrittenWord[])[], found: readonly (readonly TokenSpan[])[]): TokenSpan[][] {
  const votes = new Map<string, Votes>();
  const surnames = new Set<string>();
  const firstWords = new Map<string, Set<number>>();
  found.forEach((spans, s) => {
    for (const span of spans) {
      if (!NAMED.has(span.type)) continue;
      const key = keyOf(words[s] as readonly WrittenWord[], span.first, span.end);
      const own = votes.get(key) ?? { byType: new Map<NameType, number>(), total: 0 };
      own.byType.set(span.type, (own.byType.get(span.type) ?? 0) + 1);
      own.total++;
      votes.set(key, own);
      const first = words[s]?.[span.first]?.low ?? '';
      const lengths = firstWords.get(first) ?? new Set<number>();
      lengths.add(span.end - span.first);
      firstWords.set(first, lengths);
      const last = words[s]?.[span.end - 1];
      if (span.type === 'Person' && span.end - span.first > 1 && last && last.low.length > 2) surnames.add(last.low);
    }
  });
  return found.map((spans, s) => {
    const own = words[s] as readonly WrittenWord[];
    const settled = spans.map((span) => {
      if (!NAMED.has(span.type)) return span;
      const key = keyOf(own, span.first, span.end);
      const type = span.end - span.first === 1 && surnames.has(key) && span.type !== 'NORP' ? 'Person' : mostOf(votes.get(key), span.type);
      return type === span.type ? span : { ...span, type };
    });
    return [...settled, ...missed(own, settled, votes, firstWords)].sort((a, b) => a.first - b.first);
  });
}

/** Capitalised words, outside every name found, that are a name elsewhere in the document. */
function missed(
  words: readonly WrittenWord[],
  spans: readonly TokenSpan[],
  votes: ReadonlyMap<string, Votes>,
  firstWords: ReadonlyMap<string, ReadonlySet<number>>,
): TokenSpan[] {
  const taken = new Uint8Array(words.length);
  for (const span of spans) taken.fill(1, span.first, span.end);
  const more: TokenSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    const lengths = firstWords.get((words[i] as WrittenWord).low);
    if (!lengths || taken[i] || (words[i] as WrittenWord).capital < 2) continue;
    for (const length of [...lengths].sort((a, b) => b - a)) {
      if (i + length > words.length || taken.subarray(i, i + length).some((t) => t === 1)) continue;
      const last = words[i + length - 1] as WrittenWord;
      if (last.capital < 2 || (length === 1 && last.low.length < 3)) continue;
      const own = votes.get(keyOf(words, i, i + length));
      // A single word must have been a name twice: one tagging may be the mistake.
      if (!own || (length === 1 && own.total < 2)) continue;
      // Inside a longer run of capitals it may be part of another name.
      if ((words[i - 1]?.capital ?? 0) >= 2 && i > 1 && !taken[i - 1]) continue;
      if ((words[i + length]?.capital ?? 0) >= 2 && !taken[i + length]) continue;
      more.push({ first: i, end: i + length, type: mostOf(own, 'Misc') });
      taken.fill(1, i, i + length);
      break;
    }
  }
  return more;
}

const keyOf = (words: readonly WrittenWord[], first: number, end: number): string => {
  let key = '';
  for (let i = first; i < end; i++) key += `${key ? ' ' : ''}${(words[i] as WrittenWord).low}`;
  return key;
};

/** The type that at least two thirds (and three) of the votes are for, else the tagger's own. */
function mostOf(votes: Votes | undefined, own: NameType): NameType {
  if (!votes || votes.total < 3) return own;
  for (const [type, count] of votes.byType) if (count * 3 >= votes.total * 2) return type;
  return own;
}
