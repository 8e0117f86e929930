import type { Span } from '../0-terms/span.ts';
import type { Sentence, Token } from './parsed-report.ts';

/** The dependents of every token, in order; index by token. */
export function children(sentence: Sentence): number[][] {
  const lists: number[][] = sentence.tokens.map(() => []);
  sentence.tokens.forEach((token, i) => {
    lists[token.head]?.push(i);
  });
  return lists;
}

/** A token and all below it, in order of the text. */
export function descendants(sentence: Sentence, index: number, kids: readonly (readonly number[])[] = children(sentence)): number[] {
  const found: number[] = [];
  const open = [index];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    found.push(at);
    open.push(...(kids[at] ?? []));
  }
  return found.sort((a, b) => a - b);
}

/** Index of the token that governs a span: the first of its tokens whose head lies outside it; -1 when it covers no token. */
export function headOf(sentence: Sentence, span: Span): number {
  let first = -1;
  for (let i = 0; i < sentence.tokens.length; i++) {
    const token = sentence.tokens[i] as Token;
    if (token.span[0] >= span[1] || token.span[1] <= span[0]) continue;
    if (first < 0) first = i;
    const head = sentence.tokens[token.head];
    if (token.deprel !== 'punct' && (!head || head.span[0] >= span[1] || head.span[1] <= span[0])) return i;
  }
  return first;
}

/** Relations that belong to a noun phrase wherever they stand. */
const INSIDE = /^(?:det|amod|nummod|compound|flat|fixed|goeswith|nmod:poss|nmod:desc|nmod:unmarked|advmod|case|mark)/;

/**
 * The noun phrase around its head, as a half-open range of token indices: determiners, modifiers, names, of-phrases and
 * appositive names next to it; no relative clauses, coordinated phrases, adverbial phrases or signs at the ends.
 * "the head of the provincial police, Gen. Raziq, who survived" → "the head of the provincial police, Gen. Raziq".
 */
export function nounPhrase(
  sentence: Sentence,
  head: number,
  kids: readonly (readonly number[])[] = children(sentence),
): readonly [from: number, to: number] {
  const { tokens } = sentence;
  const include = new Uint8Array(tokens.length);
  const take = (at: number, top: boolean): void => {
    include[at] = 1;
    for (const kid of kids[at] ?? []) {
      if (belongs(sentence, kid, at, top, kids)) take(kid, false);
    }
  };
  take(head, true);
  // The phrase is one piece: it ends where something that does not belong stands between.
  let from = head;
  while (from > 0 && reaches(tokens, include, from - 1, -1)) from--;
  let to = head + 1;
  while (to < tokens.length && reaches(tokens, include, to, 1)) to++;
  while (from < head && isSign(tokens[from] as Token)) from++;
  while (to > head + 1 && isSign(tokens[to - 1] as Token)) to--;
  return [from, to];
}

/** The span of a range of token indices. */
export const spanOf = (sentence: Sentence, [from, to]: readonly [number, number]): Span => [
  (sentence.tokens[from] as Token).span[0],
  (sentence.tokens[to - 1] as Token).span[1],
];

function belongs(sentence: Sentence, kid: number, parent: number, top: boolean, kids: readonly (readonly number[])[]): boolean {
  const { tokens } = sentence;
  const token = tokens[kid] as Token;
  const { deprel } = token;
  // The preposition before the whole phrase is not part of it.
  if (deprel === 'case' || deprel === 'mark') return !top || kid > parent || token.xpos === 'POS';
  if (deprel === 'advmod') return kid < parent && !['only', 'also', 'then', 'not', 'even', 'when', 'where'].includes(token.lemma);
  if (deprel === 'cop' || deprel.startsWith('nsubj') || deprel.startsWith('aux')) return false;
  if (INSIDE.test(deprel)) return true;
  if (deprel === 'nmod' || deprel === 'obl') {
    const preposition = (kids[kid] ?? []).map((at) => tokens[at] as Token).find((each) => each.deprel === 'case')?.lemma;
    return kid > parent && (preposition === 'of' || (!top && preposition === 'for'));
  }
  if (deprel === 'appos') return kid > parent && token.upos === 'PROPN' && kid - parent < 6;
  // "rebels and soldiers" are two; inside a modifier ("trade and industry minister") they are one.
  if (deprel.startsWith('conj') || deprel === 'cc') return !top;
  return false;
}

const isSign = (token: Token): boolean => token.upos === 'PUNCT' && !/^[\])%]$/.test(token.form);

/** Whether the phrase goes on at `at`: a part of it, or one sign with a part of it behind. */
function reaches(tokens: readonly Token[], include: Uint8Array, at: number, step: 1 | -1): boolean {
  if (include[at]) return true;
  return isSign(tokens[at] as Token) && include[at + step] === 1;
}
