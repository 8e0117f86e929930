import type { Effect } from '../coded-report.ts';
import { conjoined } from '../conjoined.ts';
import type { Context, Draft, Part, Refiner } from '../draft.ts';
import { accepted, kindsOf } from '../filler-kind.ts';
import { partOf } from '../find.ts';
import { governors, type Node, prepositionOf } from '../graph.ts';
import { type Slot, slotsOf } from '../slots.ts';
import { counted, joinTolls, tollFor } from './toll.ts';

/** Types whose claims take up the dead and injured that other words of the report speak of. */
const ACTS = new Set([
  'armed-attack',
  'bombing',
  'suicide-bombing',
  'air-strike',
  'shelling',
  'clash',
  'offensive',
  'stabbing',
  'vehicle-ramming',
  'hijacking',
  'raid',
  'crackdown',
  'riot',
  'assassination',
]);
export const isAct = (draft: Draft): boolean => ACTS.has(draft.type.id);

/** "Killed nine Palestinians": people by their nation too. */
const VICTIMS = ['person', 'group', 'government', 'organisation', 'nationality'] as const;

const CASUALTY_TAGS: ReadonlySet<string> = new Set(['VERB', 'ADJ', 'NOUN', 'PROPN']);

interface Casualty {
  readonly node: Node;
  readonly effect: Effect;
  readonly rule: string;
  readonly slots: readonly Slot[];
  readonly targets: readonly Part[];
}

/**
 * "The bombing killed six", "six were killed in the attack", "a bomb exploded, wounding ten": the dead and injured belong
 * to the act, not to a claim of their own. A word for death or injury is tied to an act of its own sentence by the tree,
 * else the act that the report last spoke of takes it.
 */
export const casualties: Refiner = (drafts, context) => {
  const list = [...drafts];
  const byNode = new Map<Node, number>();
  for (const [at, draft] of list.entries()) byNode.set(draft.node, at);
  const gone = new Set<number>();
  for (const sentence of context.graph.sentences) {
    for (const node of sentence) {
      const casualty = casualtyAt(node, context);
      if (!casualty) continue;
      const own = byNode.get(node);
      const act = linkedAct(casualty, list, byNode, gone) ?? (own === undefined ? lastAct(casualty, list, gone) : null);
      if (act === null || gone.has(act) || (act === own && (list[act] as Draft).toll.length > 0)) continue;
      if (own !== undefined && own !== act && standsAlone(list[own] as Draft, list[act] as Draft)) continue;
      list[act] = take(list[act] as Draft, casualty, own === undefined ? null : (list[own] as Draft), context);
      if (own !== undefined && own !== act && !isAct(list[own] as Draft)) gone.add(own);
    }
  }
  return list.filter((_, at) => !gone.has(at));
};

/** "Soldiers killed two men during an army operation": who killed whom is told as an act of its own; the operation is what it was part of. */
export const standsAlone = (killing: Draft, act: Draft): boolean =>
  killing.type.id === 'killing' && killing.node.token.upos === 'VERB' && PARTS_OF.has(act.type.id);
const PARTS_OF = new Set(['raid', 'offensive']);

function casualtyAt(node: Node, context: Context): Casualty | null {
  const { matcher } = context.kit;
  const { upos } = node.token;
  if (!CASUALTY_TAGS.has(upos) && !isFatal(node)) return null;
  const wounded = bearersOf(node, context);
  if (wounded.length > 0) {
    // "A fatal gunshot wound"
    const fatal = node.children.some(({ lemma }) => lemma === 'fatal' || lemma === 'mortal');
    const rule = fatal ? 'casualties.fatally' : 'casualties.wound';
    return {
      node,
      effect: fatal ? 'killed' : 'injured',
      rule,
      slots: [],
      targets: wounded.map((bearer) => counted(partOf(bearer, rule), context)),
    };
  }
  const fatal = killedAt(node, context);
  if (fatal !== null)
    return {
      node,
      effect: 'killed',
      rule: 'casualties.fatally',
      slots: [],
      targets: [counted(partOf(fatal, 'casualties.fatally'), context)],
    };
  const effect = effectOf(node, matcher.words('killing'), matcher.words('injuring'), matcher.words('dying'));
  if (!effect) return null;
  const slots = slotsOf(node, matcher.slotWords);
  const intransitive = matcher.words('dying').has(node.lemma);
  const wanted = intransitive ? 'subj' : 'obj';
  const rule = `casualties.${effect}`;
  const targets = slots
    .filter((slot) => slot.name === wanted && !slot.node.time)
    .filter((slot) => accepted(kindsOf(slot.node, context.graph, context.kit), VICTIMS))
    .map((slot) => counted(partOf(slot.node, rule), context));
  // "20 dead, 81 hurt": the number hangs on the word itself.
  if (targets.length === 0 && upos !== 'VERB') {
    const number = counted(partOf(node, rule), context);
    if (number.count) targets.push(number);
  }
  return targets.length > 0 ? { node, effect, rule, slots, targets } : null;
}

/** "Four people were shot, one fatally": the number before the word; beside a verb the word belongs to the verb. */
function killedAt(node: Node, context: Context): Node | null {
  if (!isFatal(node)) return null;
  const words = context.graph.sentences[node.sentence] ?? [];
  // "two of them fatally"
  const at = words[node.index - 2]?.lemma === 'of' ? node.index - 3 : node.index - 1;
  return words[at]?.token.upos === 'NUM' ? (words[at] ?? null) : null;
}
const isFatal = ({ lemma }: Node): boolean => lemma === 'fatally' || lemma === 'mortally';

/**
 * "A man with a gunshot wound", "was treated for minor injuries", "was rushed to hospital", "is in critical condition": who was hurt. Who died of a
 * wound is no injured.
 */
function bearersOf(node: Node, context: Context): Node[] {
  const { matcher } = context.kit;
  if (node.token.upos !== 'NOUN' && node.token.upos !== 'PROPN') return [];
  const isPerson = (one: Node): boolean => !one.time && accepted(kindsOf(one, context.graph, context.kit), ['person', 'group']);
  // "Non-life threatening injuries": the parser takes the injuries for what is threatened.
  const sign = node.parent?.lemma === 'threaten' && node.base === 'obj' ? node.parent : node;
  // "A driver was in critical condition"
  const subject = isCondition(node) ? node.children.filter(({ base }) => base === 'nsubj') : [];
  if (subject.length > 0) return subject.flatMap(conjoined).filter(isPerson);
  const host = sign.parent;
  if (host === null) return [];
  const preposition = prepositionOf(sign) || prepositionOf(node);
  const wound = matcher.words('wounds').has(node.lemma);
  const through = wound
    ? ['with', 'from', 'for'].includes(preposition)
    : isHospital(node, matcher.words('hospital'))
      ? preposition === 'to' && BRINGING.has(host.lemma)
      : isCondition(node) && preposition === 'in';
  if (host.token.upos !== 'VERB') return through && isPerson(host) ? [host] : [];
  if (matcher.words('dying').has(host.lemma) || matcher.words('killing').has(host.lemma)) return [];
  const bearing = wound && BEARING.has(host.lemma);
  if (!through && !bearing) return [];
  const slots = slotsOf(host, matcher.slotWords);
  const of = (name: string): Node[] => slots.flatMap((slot) => (slot.name === name && isPerson(slot.node) ? [slot.node] : []));
  const taken = bearing ? [] : of('obj');
  // "Police rushed to the hospital" are not hurt.
  return taken.length > 0 || (through && !wound && !isCondition(node)) ? taken : of('subj');
}

const BEARING = new Set(['suffer', 'sustain', 'receive', 'have', 'incur']);
const BRINGING = new Set(['take', 'rush', 'transport', 'fly', 'airlift', 'send', 'bring', 'carry', 'transfer', 'admit', 'evacuate']);
/** "A hospital", "Mercy Medical Center". */
const isHospital = (node: Node, words: ReadonlySet<string>): boolean =>
  words.has(node.lemma) ||
  (/^cent(?:er|re)$/.test(node.lemma) && node.children.some(({ lemma }) => /^(?:medical|trauma|health)$/i.test(lemma)));
const isCondition = (node: Node): boolean =>
  node.lemma === 'condition' && node.children.some(({ lemma }) => /^(?:critical|serious|stable|grave|fair|good|guarded)$/.test(lemma));

function effectOf(node: Node, killing: ReadonlySet<string>, injuring: ReadonlySet<string>, dying: ReadonlySet<string>): Effect | null {
  if (node.token.upos === 'VERB') {
    if (killing.has(node.lemma) || dying.has(node.lemma)) return 'killed';
    if (injuring.has(node.lemma)) return node.children.some(isFatal) ? 'killed' : 'injured';
    return null;
  }
  const form = node.token.form.toLowerCase();
  if (form === 'dead' || form === 'killed' || form === 'deaths' || form === 'fatalities') return 'killed';
  if (form === 'injured' || form === 'wounded' || form === 'hurt' || form === 'injuries') return 'injured';
  if (form === 'missing') return 'missing';
  return null;
}

/** The act that the tree ties to a casualty: its subject, what it was done in or by, or the clause it is part of. */
function linkedAct(
  casualty: Casualty,
  list: readonly Draft[],
  byNode: ReadonlyMap<Node, number>,
  gone: ReadonlySet<number>,
): number | null {
  const actAt = (node: Node | null | undefined): number | null => {
    const at = node ? byNode.get(node) : undefined;
    return at !== undefined && !gone.has(at) && isAct(list[at] as Draft) ? at : null;
  };
  if (actAt(casualty.node) !== null) return actAt(casualty.node);
  for (const slot of casualty.slots) {
    if (['subj', 'in', 'by', 'during', 'after', 'from', 'when', 'as', 'with', 'following', 'through'].includes(slot.name)) {
      const found = actAt(slot.node) ?? nestedAct(slot.node, actAt);
      if (found !== null) return found;
    }
  }
  for (const child of casualty.node.children) {
    if (child.base === 'advcl' || child.base === 'conj' || child.base === 'parataxis') {
      const found = actAt(child);
      if (found !== null) return found;
    }
  }
  let node = casualty.node;
  for (const up of governors(casualty.node).slice(0, 4)) {
    if (!['advcl', 'conj', 'parataxis', 'acl', 'ccomp', 'xcomp', 'obj', 'obl', 'appos', 'nsubj'].includes(node.base)) break;
    const found = actAt(up);
    if (found !== null) return found;
    if (node.base === 'conj') {
      const sibling = up.children.map(actAt).find((at) => at !== null);
      if (sibling !== undefined && sibling !== null) return sibling;
    }
    node = up;
  }
  // Any act of the same sentence; the nearest.
  let best: number | null = null;
  for (const [at, draft] of list.entries()) {
    if (gone.has(at) || !isAct(draft) || draft.node.sentence !== casualty.node.sentence) continue;
    if (best === null || distance(draft.node, casualty.node) < distance((list[best] as Draft).node, casualty.node)) best = at;
  }
  return best;
}

const distance = (a: Node, b: Node): number => Math.abs(a.index - b.index);

/** "in a series of attacks", "in the town's worst attack": the act hangs under the noun. */
function nestedAct(node: Node, actAt: (node: Node) => number | null): number | null {
  for (const child of node.children) {
    if (child.base !== 'nmod' && child.base !== 'appos') continue;
    const found = actAt(child);
    if (found !== null) return found;
  }
  return null;
}

/** The act the report spoke of last, up to three sentences back. */
function lastAct(casualty: Casualty, list: readonly Draft[], gone: ReadonlySet<number>): number | null {
  let best: number | null = null;
  for (const [at, draft] of list.entries()) {
    const back = casualty.node.sentence - draft.node.sentence;
    if (gone.has(at) || !isAct(draft) || back < 1 || back > 3) continue;
    if (best === null || draft.node.sentence >= (list[best] as Draft).node.sentence) best = at;
  }
  return best;
}

/** The act with the casualty's people and figures. */
function take(act: Draft, casualty: Casualty, own: Draft | null, context: Context): Draft {
  const { rule } = casualty;
  const toll = casualty.targets.flatMap((part) => tollFor(part, casualty.effect, rule, context));
  const known = new Set(act.roles.target.map((part) => part.node));
  const target = [...act.roles.target, ...casualty.targets.filter((part) => !known.has(part.node) && !samePeople(part, act.roles.target))];
  // "Police killed two in a raid": who killed is who raided.
  const killers = (own?.roles.actor ?? doersOf(casualty, rule, context)).filter(({ node }) => node.token.upos !== 'PRON' || node.mention);
  const actor = act.roles.actor.length === 0 ? killers.filter((part) => part.node !== act.node) : act.roles.actor;
  return {
    ...act,
    roles: { ...act.roles, actor, target },
    toll: joinTolls(act.toll, toll),
    tellings: [...act.tellings, casualty.node],
    reasons: [...act.reasons, { field: 'toll', rule, span: casualty.node.token.span }],
  };
}

const samePeople = (part: Part, list: readonly Part[]): boolean => part.entity !== null && list.some((own) => own.entity === part.entity);

const doersOf = ({ slots, targets }: Casualty, rule: string, context: Context): Part[] =>
  slots
    .filter(
      (slot) =>
        slot.name === 'subj' &&
        !slot.node.time &&
        !targets.some(({ node }) => node === slot.node) &&
        accepted(kindsOf(slot.node, context.graph, context.kit), VICTIMS),
    )
    .map((slot) => partOf(slot.node, rule));
