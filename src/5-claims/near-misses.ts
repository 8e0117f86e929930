import type { Span } from '../0-terms/span.ts';
import { REFINERS } from './code.ts';
import type { CodeKit, TypedRule } from './code-kit.ts';
import type { SlotTest } from './codebook/codebook.ts';
import type { CodedReport } from './coded-report.ts';
import type { Context, Draft } from './draft.ts';
import { findTriggers, type Lack, nearRules } from './find.ts';
import { frameOf } from './frame.ts';
import { graphOf, type Node } from './graph.ts';
import { confidenceOf } from './refine/confidence.ts';
import type { Slot } from './slots.ts';

/** A rule of the codebook that is about a word, and what became of it there. */
export interface NearRule {
  /** `type.rule`, with file and line in the codebook. */
  readonly rule: string;
  readonly at: { readonly file: string; readonly line: number };
  /** `claim`: it made one. `dropped`: it fitted best, but no claim is left of it. `outdone`: it fits, another fits better. `near`: it does not fit. */
  readonly outcome: 'claim' | 'dropped' | 'outdone' | 'near';
  /** What it lacks, or why there is no claim of it, in words; '' for `claim`. */
  readonly lacks: string;
}

/** A word that is the head word of some rule. */
export interface TriggerWord {
  readonly span: Span;
  readonly lemma: string;
  /** Its dependents as rules see them, with the head of each filler. */
  readonly slots: readonly { readonly slot: string; readonly span: Span }[];
  /** Every rule about the word, the nearest first. */
  readonly rules: readonly NearRule[];
}

/**
 * What the codebook's rules made of a sentence: for every word that a rule is about, the rules that fired and those that came near.
 * @param report as `code` gave it by the same kit
 * @param sentence index into `report.sentences`; out of range gives an empty list
 */
export function nearMisses(report: CodedReport, sentence: number, kit: CodeKit): readonly TriggerWord[] {
  const context: Context = { graph: graphOf(report, { lemmas: kit.lemmas, isVerb: kit.matcher.isVerb }), kit };
  const fates = fatesOf(context);
  return (context.graph.sentences[sentence] ?? []).flatMap((node) => {
    if (!kit.matcher.byLemma.has(node.lemma)) return [];
    const fate = fates.get(node);
    const slots = frameOf(node, context);
    const rules = nearRules(node, context)
      .map(({ typed, lack }) => ({
        ...judged(typed, lack && inWords(lack, typed, slots), node, fate, report),
        nearness: nearness(lack, typed === fate?.typed),
      }))
      .sort((a, b) => a.nearness - b.nearness)
      .map(({ nearness: _, ...rule }): NearRule => rule);
    const fillers = slots.map((slot) => ({ slot: slot.name, span: slot.node.token.span }));
    return [{ span: node.token.span, lemma: node.lemma, slots: fillers, rules }];
  });
}

/** The rule that fitted a word best, and the step that left its draft without a claim. */
interface Fate {
  readonly typed: TypedRule;
  readonly end: string;
}

/** Goes through the refiners one by one, to see at which step each draft goes. */
function fatesOf(context: Context): ReadonlyMap<Node, Fate> {
  const found = findTriggers(context);
  const ends = new Map<Node, string>();
  let drafts: readonly Draft[] = found;
  for (const refine of REFINERS) {
    const after = refine(drafts, context);
    for (const { node } of drafts) {
      if (after.some((draft) => draft.node === node)) continue;
      const teller = after.find((draft) => draft.tellings.includes(node));
      ends.set(node, teller ? `is told as part of ${nameOf(teller)}` : `is left out by the step ${refine.name}`);
    }
    drafts = after;
  }
  const least = context.kit.confidence.get('threshold') ?? 0;
  for (const draft of drafts) {
    const confidence = confidenceOf(draft, drafts, context);
    if (confidence < least)
      ends.set(draft.node, `is too unsure: confidence ${confidence.toFixed(2)}, at least ${least.toFixed(2)} is asked for`);
  }
  const order = (draft: Draft): TypedRule | undefined =>
    context.kit.matcher.byLemma.get(draft.node.lemma)?.find(({ rule, type }) => rule === draft.rule && type === draft.type);
  return new Map(
    found.flatMap((draft) => {
      const typed = order(draft);
      return typed ? [[draft.node, { typed, end: ends.get(draft.node) ?? '' }] as const] : [];
    }),
  );
}

const nameOf = ({ type, rule }: Pick<Draft, 'type' | 'rule'>): string => `${type.id}.${rule.id}`;

function judged(typed: TypedRule, lack: string | null, node: Node, fate: Fate | undefined, report: CodedReport): NearRule {
  const rule = nameOf(typed);
  const [start, end] = node.token.span;
  const base = { rule, at: typed.rule.at };
  if (report.claims.some((claim) => claim.rule === rule && claim.trigger[0] <= start && end <= claim.trigger[1]))
    return { ...base, outcome: 'claim', lacks: '' };
  if (lack !== null) return { ...base, outcome: 'near', lacks: lack };
  if (typed === fate?.typed) return { ...base, outcome: 'dropped', lacks: `fits, but ${fate.end || 'another step changed it'}` };
  return { ...base, outcome: 'outdone', lacks: fate ? `fits, but ${nameOf(fate.typed)} fits better` : 'fits, but the word is passed over' };
}

/** The part of a rule that fails, by how little is missing: a rule that only an exception stops has all that it asks for. */
const PARTS: readonly Lack['part'][] = ['unless', 'needs', 'has', 'phrase', 'word', 'pos'];
const nearness = (lack: Lack | null, best: boolean): number => (best ? 0 : lack === null ? 1 : 2 + PARTS.indexOf(lack.part));

const POS_WORDS = { verb: 'verb', noun: 'noun', adj: 'adjective' } as const;

/** What a rule lacks at a word, e.g. `prt is empty, not up`. */
function inWords({ part, test }: Lack, { rule }: TypedRule, slots: readonly Slot[]): string {
  const filled = slots.filter((slot) => slot.name === test?.slot).map((slot) => `“${slot.node.token.form}”`);
  const is = filled.length > 0 ? `${test?.slot} is ${filled.join(', ')}` : `${test?.slot} is empty`;
  switch (part) {
    case 'word':
      return 'the word is part of a name or a time here';
    case 'pos':
      return `the word is no ${POS_WORDS[rule.pos]} here`;
    case 'phrase':
      return `the words “${rule.phrase?.join(' ')}” do not stand here`;
    case 'has':
      return `${is}, not ${wanted(test)}`;
    case 'unless':
      return `${is}, which speaks against it`;
    case 'needs':
      return `nothing fills a role that it needs: ${rule.needs.join(', ')}`;
  }
}

const MOST_WANTED = 6;

/** What a slot must hold, in words: `up`, `bomb, mine or any weapon`. */
function wanted(test: SlotTest | undefined): string {
  if (test === undefined || test.any) return 'anything';
  const all = [...test.lemmas, ...test.kinds.map((kind) => `any ${kind}`)];
  const named = all.length > MOST_WANTED ? [...all.slice(0, MOST_WANTED - 1), `${all.length - MOST_WANTED + 1} more`] : all;
  return named.length > 1 ? `${named.slice(0, -1).join(', ')} or ${named.at(-1)}` : (named[0] ?? 'anything');
}
