import { dayOfIso } from '../../0-terms/calendar.ts';
import type { Context, Draft, Part, Refiner } from '../draft.ts';
import { type Node, prepositionOf } from '../graph.ts';
import { isAct, standsAlone } from './casualties.ts';
import { joinTolls } from './toll.ts';

/**
 * Two tellings of one happening in a report become one claim: the first keeps its trigger, later ones add what they know.
 * An earlier attack told as background stays apart: other place, other time, other people, or words like "another".
 */
export const sameEvent: Refiner = (drafts, context) => {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const same = kept.map((earlier, at) => ({ earlier, at })).filter(({ earlier }) => isSame(earlier, draft, context));
    // "The blasts" are the twin bombings, not the second bomb.
    const several = isDefinitePlural(draft.node) ? same.filter(({ earlier }) => isPlural(earlier.node)) : [];
    const into = (several.at(-1) ?? same.at(-1))?.at ?? -1;
    if (into < 0) kept.push(draft);
    else kept[into] = merged(kept[into] as Draft, draft, context);
  }
  return kept;
};

/** Whether a later draft tells an earlier one again. */
function isSame(earlier: Draft, later: Draft, context: Context): boolean {
  if (earlier.polarity !== later.polarity) return false;
  if (!sameKind(earlier, later)) return false;
  if (!sameStage(earlier, later)) return false;
  if (apartByTime(earlier, later) || isLongPast(earlier, later, context) || apartByPlace(earlier, later, context)) return false;
  if (isItsVerb(earlier, later)) return true;
  if (isMarkedApart(later.node) || incidentOf(later.node, earlier)) return false;
  if (apartBySpeaker(earlier, later)) return false;
  if (isSameBlow(earlier, later)) return true;
  if (follows(earlier, later) || follows(later, earlier)) return false;
  const people = agreement(who(earlier), who(later), context);
  const actors = agreement(earlier.roles.actor, later.roles.actor, context);
  if (people === 'apart' || (actors === 'apart' && people !== 'same')) return false;
  if (
    later.type.family === 'speech' &&
    later.type.id === earlier.type.id &&
    actors === 'same' &&
    later.node.sentence === earlier.node.sentence
  )
    return true;
  if (later.type.family === 'speech') return actors === 'same' && later.node.lemma === earlier.node.lemma && people !== 'open';
  // Who joins, comes and goes makes the event; the group or place may be the same for many.
  if (later.type.family === 'control' && actors === 'open' && earlier.roles.actor.length > 0 && later.roles.actor.length > 0) return false;
  if (people === 'same') return true;
  if (isDefinite(later.node)) return true;
  // "Twin bombings …", then "the blasts": several told as several.
  if (isDefinitePlural(later.node) && isPlural(earlier.node)) return true;
  // A bare retelling ("Six people were killed", "the bomb exploded") says nothing that speaks against the earlier act.
  const near = later.node.sentence - earlier.node.sentence <= 4;
  const said = later.roles.target.length === 0 || earlier.roles.target.length === 0;
  if (later.type.id === earlier.type.id) return said ? near || actors === 'same' : actors === 'same' && near;
  // "killed the commander", then "the emir was killed in a strike": one toll, told by another description.
  if (later.node.sentence - earlier.node.sentence <= 2 && sameToll(earlier, later)) return true;
  return near && said && (isAct(earlier) || isAct(later));
}

/** "Earlier on Friday an airstrike killed two": the act and the verb that it is the subject of. */
const isItsVerb = (act: Draft, verb: Draft): boolean =>
  act.type === verb.type && act.node.parent === verb.node && (act.node.base === 'nsubj' || act.node.rel === 'obl:agent');

/** "A bomb kills two people and injures sixteen": one blow, two verbs for what it did. */
const isSameBlow = (earlier: Draft, later: Draft): boolean =>
  later.type === earlier.type &&
  later.node.base === 'conj' &&
  (later.node.parent === earlier.node || earlier.tellings.includes(later.node.parent as Node)) &&
  later.node.token.upos === 'VERB' &&
  !later.node.children.some((child) => child.base === 'nsubj') &&
  later.toll.some((toll) => !earlier.toll.some((own) => own.effect === toll.effect));

/** "Marines shot civilians after a suicide bombing": the one comes after the other. */
const follows = (act: Draft, other: Draft): boolean =>
  act.roles.actor.length > 0 &&
  [act.node, ...act.tellings].includes(other.node.parent as Node) &&
  AFTERWARDS.has(prepositionOf(other.node).split(' ')[0] ?? '');
const AFTERWARDS = new Set(['after', 'before', 'following', 'despite', 'since']);

const isMarkedApart = (node: Node): boolean =>
  node.children.some((child) => APART.has(child.lemma) || APART.has(child.token.form.toLowerCase()));

/** "In a separate attack, rebels ambushed police", "Separately, a teacher was shot": another happening than any that was told before. */
const incidentOf = (node: Node, earlier: Draft): boolean =>
  node.children.some(
    (child) =>
      (child.base === 'advmod' && ELSEWHERE.has(child.lemma)) ||
      (child.base === 'obl' && isMarkedApart(child) && !child.time && INCIDENTS.has(child.lemma) && !told(earlier).includes(child)),
  );
const told = (draft: Draft): readonly Node[] => [draft.node, ...draft.tellings];
const ELSEWHERE = new Set(['separately', 'elsewhere']);
const INCIDENTS = new Set([
  'incident',
  'attack',
  'case',
  'event',
  'episode',
  'raid',
  'operation',
  'strike',
  'bombing',
  'clash',
  'development',
  'violence',
  'shooting',
  'ambush',
  'blast',
  'explosion',
  'assault',
]);

const sameToll = (a: Draft, b: Draft): boolean =>
  a.toll.length > 0 && a.toll.some((x) => b.toll.some((y) => x.effect === y.effect && x.low === y.low && x.high === y.high));
const APART = new Set([
  'another',
  'second',
  'third',
  'fourth',
  'previous',
  'earlier',
  'separate',
  'similar',
  'last',
  'first',
  'other',
  'past',
  'prior',
  'recent',
  'new',
  'different',
  'next',
  'further',
  'subsequent',
  'follow-up',
  'ensuing',
  'resulting',
  'additional',
]);
const isDefinite = (node: Node): boolean =>
  node.token.upos === 'NOUN' &&
  node.token.xpos === 'NN' &&
  node.children.some((child) => (child.base === 'det' && ['the', 'this', 'that'].includes(child.lemma)) || child.rel === 'nmod:poss');

const isPlural = (node: Node): boolean => node.token.xpos === 'NNS' || node.token.xpos === 'NNPS';
const isDefinitePlural = (node: Node): boolean =>
  isPlural(node) && node.children.some((child) => child.base === 'det' && ['the', 'these', 'those', 'both'].includes(child.lemma));

/** Types that may name one act: the general word "attack" or "killing" stands for any closer type. */
const GENERAL = new Set(['armed-attack', 'killing', 'assassination']);
const KIN: readonly ReadonlySet<string>[] = [
  new Set(['bombing', 'suicide-bombing']),
  new Set(['clash', 'offensive']),
  new Set(['air-strike', 'shelling', 'offensive']),
  new Set(['riot', 'protest']),
  new Set(['charge', 'conviction']),
];
/** "Attacked by unknown men", then "the clash": a looser word for the same, not what kind of attack it was. */
const TWO_SIDED = new Set(['clash', 'offensive', 'raid', 'riot']);
function sameKind(a: Draft, b: Draft): boolean {
  if (a.type.id === b.type.id) return true;
  if (a.type.family === 'violence' && b.type.family === 'violence') {
    if (standsAlone(a, b) || standsAlone(b, a)) return false;
    if (GENERAL.has(a.type.id) || GENERAL.has(b.type.id)) return isAct(a) || isAct(b) || (GENERAL.has(a.type.id) && GENERAL.has(b.type.id));
  }
  return KIN.slice(0, 1).some((set) => set.has(a.type.id) && set.has(b.type.id));
}

const sameStage = (a: Draft, b: Draft): boolean => a.stage === b.stage || (UNDONE.has(a.stage) && UNDONE.has(b.stage));
const UNDONE = new Set(['foiled', 'planned', 'attempted']);

const apartByTime = (a: Draft, b: Draft): boolean =>
  a.when !== null && b.when !== null && (a.when.to < b.when.from || b.when.to < a.when.from);

/** "Guards returned fire. The station was attacked last year as well": what happened long before the report is not the news that has no day. */
function isLongPast(news: Draft, other: Draft, context: Context): boolean {
  const { date } = context.graph.report.published;
  return news.when === null && other.when !== null && date !== null && dayOfIso(date) - dayOfIso(other.when.to) > LONG_DAYS;
}
const LONG_DAYS = 60;

function apartByPlace(a: Draft, b: Draft, context: Context): boolean {
  if (!a.where || !b.where || a.where.entity === b.where.entity) return false;
  const [x, y] = [context.graph.entities.get(a.where.entity), context.graph.entities.get(b.where.entity)];
  if (!x || !y || !x.country || !y.country) return false;
  if (x.country !== y.country) return true;
  if (x.precision === 'country' || y.precision === 'country') return false;
  if (x.precision === 'admin1' || y.precision === 'admin1')
    return x.admin1 !== undefined && y.admin1 !== undefined && x.admin1 !== y.admin1;
  return x.name !== y.name;
}

/** Two speakers with different figures are two accounts. */
function apartBySpeaker(a: Draft, b: Draft): boolean {
  const [x, y] = [a.saidBy[0], b.saidBy[0]];
  if (!y || (x && (x.speaker ?? x.span[0]) === (y.speaker ?? y.span[0]))) return false;
  return b.toll.some((toll) => a.toll.some((own) => own.effect === toll.effect && (own.low !== toll.low || own.high !== toll.high)));
}

const who = (draft: Draft): readonly Part[] => [...draft.roles.target, ...draft.roles.object];

/** same: somebody is shared; apart: both are named and differ; open: nothing can be told. */
function agreement(a: readonly Part[], b: readonly Part[], context: Context): 'same' | 'apart' | 'open' {
  if (a.length === 0 || b.length === 0) return 'open';
  for (const x of a) for (const y of b) if (alike(x, y)) return 'same';
  const named = (list: readonly Part[]): boolean =>
    list.some((part) => part.entity !== null && context.graph.entities.has(part.entity) && part.node.mention?.form === 'name');
  if (named(a) && named(b)) return 'apart';
  const figures = (list: readonly Part[]): number[] => list.flatMap((part) => (part.count ? [part.count.low] : []));
  const [x, y] = [figures(a), figures(b)];
  if (x.length > 0 && y.length > 0 && !x.some((figure) => y.includes(figure))) return 'apart';
  return 'open';
}

const alike = (a: Part, b: Part): boolean =>
  // "Killed two Palestinians", later "killed five Palestinians": of one people, not the same ones.
  (a.entity !== null && a.entity === b.entity && !(a.count && b.count && a.count.low !== b.count.low)) ||
  (a.entity === null && b.entity === null && a.node.lemma === b.node.lemma && a.node.token.upos !== 'PRON');

function merged(earlier: Draft, later: Draft, context: Context): Draft {
  const general = GENERAL.has(earlier.type.id) && !GENERAL.has(later.type.id) && !TWO_SIDED.has(later.type.id);
  const head = general ? later : earlier;
  const roles = { ...earlier.roles };
  for (const role of ['actor', 'target', 'object', 'instrument'] as const) roles[role] = joinParts(earlier.roles[role], later.roles[role]);
  return {
    ...head,
    roles,
    stage: earlier.stage === 'planned' && later.stage !== 'planned' ? later.stage : earlier.stage,
    when: finer(earlier.when, later.when),
    where: narrower(earlier.where, later.where, context),
    toll: joinTolls(earlier.toll, later.toll),
    // Whose word it is: the first teller's; a chain of others would say that they cite each other.
    saidBy: earlier.saidBy,
    reasons: [...earlier.reasons, ...later.reasons, { field: 'telling', rule: 'same-event', span: later.trigger }],
    tellings: [...earlier.tellings, ...later.tellings, general ? earlier.node : later.node],
  };
}

const finer = (a: Draft['when'], b: Draft['when']): Draft['when'] => {
  if (!a || !b) return a ?? b;
  return b.precision === 'day' && a.precision !== 'day' ? b : a;
};

/** The place told more exactly: a town tells more than its country. */
function narrower(a: Draft['where'], b: Draft['where'], context: Context): Draft['where'] {
  if (!a || !b) return a ?? b;
  const grain = (place: NonNullable<Draft['where']>): number =>
    GRAIN.indexOf(context.graph.entities.get(place.entity)?.precision ?? 'country');
  return grain(b) < grain(a) ? b : a;
}
const GRAIN: readonly string[] = ['exact', 'near', 'admin2', 'admin1', 'country'];

function joinParts(a: readonly Part[], b: readonly Part[]): readonly Part[] {
  // "They detained him", then "police detained the man": a pronoun for nobody known gives way.
  const plain = b.filter((part) => part.node.token.upos !== 'PRON');
  const joined = a.filter((part) => part.node.token.upos !== 'PRON' || part.entity !== null || plain.length === 0);
  for (const part of b) {
    const at = joined.findIndex((own) => alike(own, part));
    if (at < 0) {
      if (
        part.node.token.upos !== 'PRON' &&
        !(joined.length > 0 && part.node.token.xpos === 'NNS' && part.count === undefined && part.entity === null)
      )
        joined.push(part);
    } else if ((joined[at]?.responsibility ?? 'fact') === 'fact' && part.responsibility && part.responsibility !== 'fact') {
      joined[at] = { ...(joined[at] as Part), responsibility: part.responsibility };
    }
  }
  return joined;
}
