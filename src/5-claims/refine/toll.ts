import { cut } from '../../0-terms/span.ts';
import type { Effect, Toll } from '../coded-report.ts';
import type { Context, Draft, Part, Refiner } from '../draft.ts';
import { countedBy, isAged, kindsOf } from '../filler-kind.ts';
import type { Node } from '../graph.ts';

/** "Gunmen shot dead three farmers": a rule with an effect turns the number of its targets into a toll. */
export const tollOfTargets: Refiner = (drafts, context) =>
  drafts.map((draft) => {
    const effect = draft.rule.toll;
    const roles = { ...draft.roles, target: draft.roles.target.map((part) => counted(part, context)) };
    if (!effect) return { ...draft, roles, toll: tollOfMultiple(draft) };
    return {
      ...draft,
      roles,
      toll: draft.roles.target.flatMap((part) => tollFor(part, effect, `${draft.type.id}.${draft.rule.id}`, context)),
    };
  });

/** "A triple murder": how many were killed stands before the deed. */
function tollOfMultiple({ type, node }: Draft): Toll[] {
  if (type.id !== 'killing' || node.token.upos !== 'NOUN') return [];
  return node.children.flatMap((child): Toll[] => {
    const low = MULTIPLES.get(child.lemma);
    return low === undefined ? [] : [{ effect: 'killed', low, high: low, span: child.token.span, rule: 'casualties.multiple' }];
  });
}
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['quadruple', 4],
  ['quintuple', 5],
]);

/** The toll that a filler gives, when its number can be told: a count, a named or single person. */
export function tollFor(part: Part, effect: Effect, rule: string, context: Context): Toll[] {
  const number = numberOf(part.node, context);
  // "No one was hurt" is no toll.
  if (!number || number.high === 0) return [];
  // One person arrested or driven out is a target; a figure counts from what is written.
  if (!number.span && !SINGLE_COUNTS.has(effect)) return [];
  const whom = cut(context.graph.report.text, part.span);
  return [
    {
      effect,
      low: number.low,
      high: number.high,
      ...(number.approximate ? { approximate: true as const } : {}),
      whom,
      span: number.span ?? part.span,
      rule,
    },
  ];
}

/** A filler with its number, where a number is written. */
export function counted(part: Part, context: Context): Part {
  const count = writtenCount(part.node, context);
  return count ? { ...part, count: { low: count.low, high: count.high } } : part;
}

const SINGLE_COUNTS: ReadonlySet<Effect> = new Set(['killed', 'injured', 'abducted', 'missing']);

interface HowMany {
  readonly low: number;
  readonly high: number | null;
  readonly approximate?: boolean | undefined;
  readonly span?: readonly [number, number];
}

/** How many a noun stands for: what is counted in words, else one for a name or a singular. */
export function numberOf(node: Node, context: Context): HowMany | null {
  const written = writtenCount(node, context);
  if (written) return written;
  // "an unknown number of rebels", "a group of men": one group is not one person.
  if (countedBy(node) !== node) return null;
  const kinds = kindsOf(node, context.graph, context.kit);
  if (!kinds.includes('person')) return null;
  if (node.mention?.form === 'name') return { low: 1, high: 1 };
  const { xpos, upos } = node.token;
  if (upos === 'PRON')
    return ['he', 'she', 'him', 'her', 'i', 'me', 'himself', 'herself'].includes(node.lemma) || /^(he|she|him|her)$/i.test(node.token.form)
      ? { low: 1, high: 1 }
      : null;
  if (xpos === 'NNP') return { low: 1, high: 1 };
  if (isAged(node) && !/s$/i.test(node.token.form)) return { low: 1, high: 1 };
  if (xpos === 'NN' && node.token.form.toLowerCase() === node.lemma) return { low: 1, high: 1 };
  return null;
}

/** The count mention that belongs to a noun, or that is the filler itself ("killed six"). */
function writtenCount(node: Node, context: Context): HowMany | null {
  const [start, end] = node.token.span;
  for (const count of context.graph.report.counts) {
    const own = count.sentence === node.sentence && count.noun === node.index;
    const alone = count.span[0] <= start && end <= count.span[1];
    const inside = count.sentence === node.sentence && count.noun >= 0 && isMeasure(node, count.noun);
    if (own || alone || inside) return { low: count.low, high: count.high, approximate: count.approximate, span: count.span };
  }
  return null;
}

/** "six of the soldiers", "four customs officers": the counted noun hangs under the head by "of", or the parser gave the number to the first of two nouns. */
const isMeasure = (node: Node, noun: number): boolean =>
  node.children.some(
    (child) =>
      child.index === noun && (child.base === 'compound' || (child.base === 'nmod' && child.children.some((mark) => mark.lemma === 'of'))),
  );

/** Joins the tolls of two tellings, dropping a figure that the first gave already; "a girl and a man were hurt" is one telling with two. */
export const joinTolls = (a: readonly Toll[], b: readonly Toll[]): readonly Toll[] => [
  ...a,
  ...b.filter((toll) => !a.some((own) => own.effect === toll.effect && own.low === toll.low && own.high === toll.high)),
];
