import { covers } from '../0-terms/span.ts';
import type { Context } from './draft.ts';
import { governors, headIn, type Node } from './graph.ts';
import { type Slot, slotsOf, surfaceSubject } from './slots.ts';

/** All slots of a trigger: its dependents, its auxiliaries, and who is quoted with it. */
export function frameOf(node: Node, context: Context): Slot[] {
  const slots = slotsOf(node, context.kit.matcher.slotWords);
  for (const child of node.children) {
    if (child.base === 'aux') slots.push({ name: 'aux', node: child });
    // "they did not do it", "not responsible", "no involvement"
    if (child.lemma === 'no' || NOT.has(child.token.form.toLowerCase())) slots.push({ name: 'negation', node: child });
  }
  for (const speaker of speakersOf(node, context)) slots.push({ name: 'speaker', node: speaker });
  return slots;
}

const NOT = new Set(['not', "n't", 'n’t', 'never']);

/** "The ministry said that the militia was responsible": whose words the trigger stands in, by the nearest quote or the verb of saying above it. */
function speakersOf(node: Node, context: Context): Node[] {
  const { report } = context.graph;
  const quotes = report.quotes
    .filter((quote) => quote.speakerSpan && covers(quote.content, node.token.span))
    .sort((a, b) => a.content[1] - a.content[0] - (b.content[1] - b.content[0]));
  const span = quotes[0]?.speakerSpan;
  if (span) {
    const head = headIn(context.graph.sentences, report.sentences, span);
    if (head) return [head];
  }
  const say = context.kit.matcher.words('say');
  let at = node;
  for (const up of governors(node)) {
    if (!INNER.has(at.base)) break;
    if ((at.base === 'ccomp' || at.base === 'parataxis') && say.has(up.lemma))
      return surfaceSubject(up, context.kit.matcher.slotWords, 0).filter((speaker) => !speaker.time);
    at = up;
  }
  return [];
}

/** Links by which a word belongs to what is said. */
const INNER = new Set(['ccomp', 'parataxis', 'conj', 'xcomp', 'obj', 'obl', 'nmod', 'advcl']);
