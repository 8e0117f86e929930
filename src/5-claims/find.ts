import type { Span } from '../0-terms/span.ts';
import type { TypedRule } from './code-kit.ts';
import type { RoleName, Rule, SlotTest } from './codebook/codebook.ts';
import type { Context, Draft, Part } from './draft.ts';
import { accepted, countedBy, kindsOf, namedBy, THING, UNKNOWN_NAME } from './filler-kind.ts';
import { frameOf } from './frame.ts';
import { type Node, phraseOf } from './graph.ts';
import type { Slot } from './slots.ts';

/** Every trigger of the report with the one rule that fits it best. */
export function findTriggers(context: Context): Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of context.graph.sentences) {
    for (const node of sentence) {
      const rules = context.kit.matcher.byLemma.get(node.lemma);
      if (!rules || node.time || insideName(node, context)) continue;
      const best = bestRule(node, rules, context);
      if (best) drafts.push(best);
    }
  }
  return drafts;
}

/** "United", "Defeat-ISIS": a word of a name of somebody or somewhere tells of no event; a named event may. */
function insideName(node: Node, context: Context): boolean {
  if (node.token.upos !== 'PROPN') return false;
  const [start, end] = node.token.span;
  return context.graph.report.mentions.some(
    (mention) =>
      mention.form === 'name' && mention.kind !== 'event' && mention.kind !== 'other' && mention.span[0] <= start && end <= mention.span[1],
  );
}

/** The first thing that keeps a rule from firing at a word; `test` for a slot that is wrong. */
export interface Lack {
  readonly part: 'word' | 'pos' | 'phrase' | 'has' | 'unless' | 'needs';
  readonly test?: SlotTest;
}

/** All rules that a word could fire, with what each lacks: what `explain` shows for a sentence without a claim. */
export function nearRules(node: Node, context: Context): { typed: TypedRule; lack: Lack | null }[] {
  const rules = context.kit.matcher.byLemma.get(node.lemma) ?? [];
  const slots = frameOf(node, context);
  const passedOver = node.time !== null || insideName(node, context);
  return rules.map((typed) => {
    if (passedOver) return { typed, lack: { part: 'word' } };
    const lack = whatLacks(node, typed, slots, context);
    return { typed, lack: lack ?? (draftOf(node, typed, slots, context) ? null : { part: 'needs' }) };
  });
}

function bestRule(node: Node, rules: readonly TypedRule[], context: Context): Draft | null {
  let slots: Slot[] | null = null;
  let best: Draft | null = null;
  for (const typed of rules) {
    if (!rightPos(node, typed.rule)) continue;
    slots ??= frameOf(node, context);
    if (whatLacks(node, typed, slots, context) !== null) continue;
    const draft = draftOf(node, typed, slots, context);
    if (draft && (best === null || draft.fit > best.fit)) best = draft;
  }
  return best;
}

function rightPos(node: Node, rule: Rule): boolean {
  const { upos, xpos } = node.token;
  switch (rule.pos) {
    case 'verb':
      return upos === 'VERB';
    case 'noun':
      return (
        upos === 'NOUN' ||
        upos === 'PROPN' ||
        (xpos === 'VBG' && node.children.some((child) => child.base === 'det' || child.rel === 'nmod:poss'))
      );
    case 'adj':
      return upos === 'ADJ' || upos === 'NOUN' || upos === 'ADV' || (upos === 'VERB' && xpos === 'VBN');
  }
}

/** The first thing a rule misses at this word; null when nothing is missing. */
function whatLacks(node: Node, { rule }: TypedRule, slots: readonly Slot[], context: Context): Lack | null {
  if (!rightPos(node, rule)) return { part: 'pos' };
  if (rule.phrase && !phraseAt(node, rule.phrase, context)) return { part: 'phrase' };
  for (const test of rule.has) if (!slots.some((slot) => passes(slot, test, context))) return { part: 'has', test };
  for (const test of rule.unless) if (slots.some((slot) => passes(slot, test, context))) return { part: 'unless', test };
  return null;
}

function passes(slot: Slot, test: SlotTest, context: Context): boolean {
  if (slot.name !== test.slot) return false;
  if (test.any) return true;
  const node = countedBy(slot.node);
  if (namedBy(slot.node).some((each) => test.lemmas.has(each.lemma) || test.lemmas.has(each.token.form.toLowerCase()))) return true;
  if (test.kinds.length === 0) return false;
  const kinds = kindsOf(node, context.graph, context.kit);
  // A capital word that nobody knows could be of any kind: enough to fill a role, not to prove one.
  return kinds !== UNKNOWN_NAME && accepted(kinds, test.kinds);
}

/** Whether the words of a phrase stand around the node in order; `*` is one to three words. */
function phraseAt(node: Node, phrase: readonly string[], context: Context): Span | null {
  const tokens = context.graph.sentences[node.sentence] ?? [];
  for (let at = Math.max(0, node.index - phrase.length * 3); at <= node.index; at++) {
    const end = follows(tokens, at, phrase, 0);
    if (end > node.index) return [tokens[at]?.token.span[0] ?? 0, tokens[end - 1]?.token.span[1] ?? 0];
  }
  return null;
}

function follows(tokens: readonly Node[], at: number, phrase: readonly string[], word: number): number {
  if (word === phrase.length) return at;
  const wanted = phrase[word] ?? '';
  if (wanted === '*') {
    for (let skip = 1; skip <= 3; skip++) {
      const end = follows(tokens, at + skip, phrase, word + 1);
      if (end > 0) return end;
    }
    return 0;
  }
  const token = tokens[at];
  if (!token || (token.lemma !== wanted && token.token.form.toLowerCase() !== wanted)) return 0;
  return follows(tokens, at + 1, phrase, word + 1);
}

const EVENTLESS = new Set(['violence', 'control']);
const ROLES = ['actor', 'target', 'object', 'instrument'] as const;

function draftOf(node: Node, typed: TypedRule, slots: readonly Slot[], context: Context): Draft | null {
  const { type, rule } = typed;
  const roles: Record<(typeof ROLES)[number], Part[]> = { actor: [], target: [], object: [], instrument: [] };
  let refused = 0;
  const seen = new Set<Node>();
  for (const { name, node: filler } of slots) {
    const slot = { name, node: ruled(filler) };
    const wanted = rule.roles.get(slot.name);
    // "Who had himself been shot": a word for emphasis is nobody else.
    if (/sel(?:f|ves)$/.test(filler.lemma) && filler.base === 'nsubj') continue;
    if (!wanted || seen.has(slot.node) || slot.node === node || slot.node.time) continue;
    const role = roleFor(slot, wanted, typed, context);
    // "car bombing", "rocket attacks": the kind of act, not a weapon that was seen.
    if (role === 'where' || (role === 'instrument' && slot.name === 'compound')) continue;
    // "twin bombings", "gun attack", "terror attack": a plain noun before the act says what kind, a building says what it hit.
    if (role === 'object' && slot.name === 'compound' && saysWhatKind(kindsOf(slot.node, context.graph, context.kit))) continue;
    // "Took the town after days of battles": what happens is not what is taken.
    if (role === 'object' && EVENTLESS.has(type.family) && kindsOf(slot.node, context.graph, context.kit).includes('event')) continue;
    if (role === null) {
      if (slot.name === 'subj' || slot.name === 'obj') refused += 1;
      continue;
    }
    seen.add(slot.node);
    // "Islamic State of Iraq and the Levant": a part of a name that is in the role already.
    const [start, end] = slot.node.token.span;
    if (roles[role].some((part) => part.node.mention?.form === 'name' && part.span[0] <= start && end <= part.span[1])) continue;
    roles[role].push(partOf(slot.node, `${type.id}.${rule.id}/${slot.name}`));
  }
  for (const need of rule.needs) {
    if (need !== 'where' && roles[need].length === 0) return null;
  }
  const filled = ROLES.filter((role) => roles[role].length > 0).length;
  const phrase = rule.phrase ? phraseAt(node, rule.phrase, context) : null;
  return {
    type,
    rule,
    node,
    trigger: phrase ?? triggerSpan(node, rule, slots),
    slots,
    roles,
    stage: rule.stage ?? 'occurred',
    polarity: rule.polarity ?? 'affirmed',
    when: null,
    where: null,
    toll: [],
    saidBy: [],
    reasons: rule.stage ? [{ field: 'stage', rule: `${type.id}.${rule.id}` }] : [],
    tellings: [],
    fit:
      2 * rule.has.length +
      (rule.phrase ? 1.5 + rule.phrase.length / 4 : 0) +
      filled -
      1.5 * refused -
      (rule.weak ? 1 : 0) -
      typed.order / 1e5,
  };
}

/** "Seized full control of the port": the port. */
function ruled(node: Node): Node {
  if (node.lemma !== 'control' && node.lemma !== 'possession') return node;
  return node.children.find((child) => child.base === 'nmod' && child.children.some((mark) => mark.lemma === 'of')) ?? node;
}

const saysWhatKind = (kinds: ReturnType<typeof kindsOf>): boolean =>
  kinds === THING || kinds.includes('abstract') || kinds.includes('event');

function roleFor({ name, node }: Slot, wanted: readonly RoleName[], { type }: TypedRule, context: Context): RoleName | null {
  const kinds = kindsOf(node, context.graph, context.kit);
  // "Police raid", "the U.S. strike": people and states before an act did it; they are not what it was done to nor with.
  if (
    name === 'compound' &&
    wanted.includes('actor') &&
    !kinds.includes('facility') &&
    kinds.some((kind) => DOERS.has(kind)) &&
    accepted(kinds, type.roles.actor ?? [])
  )
    return 'actor';
  // States act, but what is attacked in them is a place.
  const acts = kinds.includes('place') && type.family === 'violence' ? (['place'] as const) : kinds;
  const order = kinds.includes('facility') && wanted.includes('object') ? (['object', ...wanted] as const) : wanted;
  for (const role of order) {
    const accepts = type.roles[role];
    if (role === 'target' && accepts && !accepted(acts, accepts)) continue;
    if (accepts && accepted(kinds, accepts)) return role;
  }
  return null;
}

const DOERS: ReadonlySet<string> = new Set(['person', 'group', 'government', 'organisation']);

/** A filler with its words and, where they stand for somebody known, the entity. */
export function partOf(node: Node, rule: string): Part {
  return { node, span: phraseOf(node), entity: node.mention?.entity ?? null, rule };
}

/** The trigger's head with its particle: "blow … up" keeps what stands between only when it is short. */
function triggerSpan(node: Node, rule: Rule, slots: readonly Slot[]): Span {
  const wanted = new Set(rule.has.filter((test) => test.slot === 'prt').map((test) => test.slot));
  const particle = wanted.size > 0 ? slots.find((slot) => slot.name === 'prt') : undefined;
  const [start, end] = node.token.span;
  if (particle && particle.node.token.span[1] > end && particle.node.token.span[0] - end < 25) return [start, particle.node.token.span[1]];
  return [start, end];
}
