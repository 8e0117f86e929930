import type { Span } from '../../0-terms/span.ts';
import type { Attribution } from './attribution.ts';
import type { ReportingWords } from './reporting-words.ts';
import type { SentenceTree } from './sentence-tree.ts';
import { below, dependent, hull, relation } from './sentence-tree.ts';
import { nounPhrase } from './speaker-phrase.ts';

/** Prepositions before an outlet that was spoken to or through. */
const TO_OUTLET = new Set(['to', 'with', 'by', 'on', 'in', 'through', 'via', 'for']);

/**
 * Sets who passes a quote on: the outlet that was told it ("told the BBC", "in an interview with CNN"), or whose report it stands in
 * ("she said she was well, the Times reported": the outer cue's speaker is the inner one's relayer).
 */
export function addRelayers(all: Attribution[], trees: readonly SentenceTree[], words: ReportingWords): void {
  for (const a of all) {
    const tree = trees[a.sentence];
    if (tree === undefined || a.via !== null) continue;
    a.via = hearer(tree, a.at, words);
  }
  const bySentence = new Map<number, Attribution[]>();
  for (const a of all) bySentence.set(a.sentence, [...(bySentence.get(a.sentence) ?? []), a]);
  for (const inner of all) {
    if (inner.via !== null || inner.manner !== 'speech') continue;
    for (const outer of bySentence.get(inner.sentence) ?? []) {
      if (outer === inner || outer.speaker === null || outer.manner !== 'speech') continue;
      const tree = trees[outer.sentence];
      const whole = hull(outer.pieces);
      if (tree === undefined || whole === null || inner.cue[0] < whole[0] || inner.cue[1] > whole[1]) continue;
      if (isOutlet(tree, outer.speaker, words)) inner.via = outer.speaker;
    }
  }
}

function hearer(tree: SentenceTree, verb: number, words: ReportingWords): Span | null {
  for (const c of tree.children[verb] ?? []) {
    const r = relation(tree.tokens[c]);
    const spokenTo = (r === 'obj' || r === 'iobj') && tree.tokens[verb]?.lemma === 'tell';
    const preposition = tree.tokens[dependent(tree, c, 'case')]?.lemma ?? '';
    if (!spokenTo && !(r === 'obl' && TO_OUTLET.has(preposition))) continue;
    for (const i of [c, ...below(tree, c).filter((x) => relation(tree.tokens[x]) === 'nmod' && dependent(tree, x, 'case') >= 0)]) {
      const span = nounPhrase(tree, i);
      if (span !== null && /^\p{Lu}/u.test(tree.tokens[i]?.form ?? '') && isOutlet(tree, span, words)) return span;
    }
  }
  return null;
}

/** Whether the words of a span name an outlet: a capitalised word of the list among them. */
function isOutlet(tree: SentenceTree, span: Span, words: ReportingWords): boolean {
  return tree.tokens.some(
    (t) => t.span[0] >= span[0] && t.span[1] <= span[1] && words.has('outlet', t.form.toLowerCase().replace(/^al-/, '')),
  );
}
