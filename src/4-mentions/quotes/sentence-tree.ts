import type { Span } from '../../0-terms/span.ts';
import type { Sentence, Token } from '../../3-sentences/parsed-report.ts';

/** A sentence with its dependents at hand. Token numbers are those of the sentence. */
export interface SentenceTree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly children: readonly (readonly number[])[];
}

export function treeOf(sentence: Sentence): SentenceTree {
  const children: number[][] = sentence.tokens.map(() => []);
  sentence.tokens.forEach((t, i) => {
    if (t.head >= 0 && t.head !== i) children[t.head]?.push(i);
  });
  return { sentence, tokens: sentence.tokens, children };
}

/** The relation without its subtype. */
export const relation = (t: Token | undefined): string => t?.deprel.split(':')[0] ?? '';

/** First dependent of `i` with one of the relations (full name or name without subtype); -1 for none. */
export function dependent(tree: SentenceTree, i: number, ...relations: readonly string[]): number {
  return (
    tree.children[i]?.find((c) => relations.includes(tree.tokens[c]?.deprel ?? '') || relations.includes(relation(tree.tokens[c]))) ?? -1
  );
}

/** The tokens under `i`, itself included, in order; branches for which `skip` is true are left out. Stops at rings of a broken tree. */
export function below(tree: SentenceTree, i: number, skip: (child: number) => boolean = () => false): number[] {
  const found = new Set<number>([i]);
  const stack = [i];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const c of tree.children[at] ?? []) {
      if (found.has(c) || skip(c)) continue;
      found.add(c);
      stack.push(c);
    }
  }
  return [...found].sort((a, b) => a - b);
}

const isSign = (t: Token | undefined): boolean => t === undefined || !/[\p{L}\p{N}$%£€@#]/u.test(t.form);

/** Token numbers as spans of text, one for each unbroken run, with signs at the ends of runs left out. */
export function runs(tree: SentenceTree, tokens: readonly number[]): Span[] {
  const spans: Span[] = [];
  let start = 0;
  while (start < tokens.length) {
    let end = start;
    while (end + 1 < tokens.length && onlySigns(tree, tokens[end] ?? 0, tokens[end + 1] ?? 0)) end++;
    let a = start;
    let b = end;
    while (a <= b && isSign(tree.tokens[tokens[a] ?? 0])) a++;
    while (b >= a && isSign(tree.tokens[tokens[b] ?? 0])) b--;
    const first = tree.tokens[tokens[a] ?? 0];
    const last = tree.tokens[tokens[b] ?? 0];
    if (a <= b && first !== undefined && last !== undefined) spans.push([first.span[0], last.span[1]]);
    start = end + 1;
  }
  return spans;
}

/** Whether nothing but signs stands between two tokens. */
function onlySigns(tree: SentenceTree, a: number, b: number): boolean {
  for (let i = a + 1; i < b; i++) if (!isSign(tree.tokens[i])) return false;
  return true;
}

/** First to last of some spans; null for none. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))];
}
