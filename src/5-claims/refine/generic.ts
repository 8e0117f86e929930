import type { Context, Draft, Refiner } from '../draft.ts';
import { governors, type Node } from '../graph.ts';

/** Leaves out what is no single happening: statistics over many events, and bare words for a kind of event. */
export const withoutGenerics: Refiner = (drafts, context) =>
  drafts.filter((draft) => !isStatistic(draft, context) && !isBare(draft, context) && !isOffence(draft) && !isAttribute(draft));

/** "38 attacks this year", "dozens of bombings since 2014": a number of events over a span longer than a week. */
function isStatistic(draft: Draft, context: Context): boolean {
  const { node } = draft;
  if (node.token.upos !== 'NOUN' || node.token.form.toLowerCase() === node.lemma) return false;
  const number = node.children.find((child) => child.base === 'nummod');
  // "Several attacks since 2021": many over long.
  const many = node.children.some((child) => MANY.has(child.lemma));
  if (many && draft.when !== null && draft.when.from.slice(0, 7) !== draft.when.to.slice(0, 7)) return true;
  const measured = node.base === 'nmod' && node.parent !== null && QUANTITY.has(node.parent.lemma);
  if (!measured && !number) return false;
  const count = context.graph.report.counts.find((each) => each.sentence === node.sentence && each.noun === node.index);
  if (!measured && (count ? count.low : 0) <= 3) return false;
  return draft.when === null || draft.when.precision === 'year' || draft.when.precision === 'month' || measured;
}

const MANY = new Set(['several', 'many', 'numerous', 'multiple', 'repeated', 'countless', 'various']);

const QUANTITY = new Set([
  'dozen',
  'score',
  'hundred',
  'thousand',
  'number',
  'series',
  'wave',
  'spate',
  'string',
  'rise',
  'increase',
  'surge',
  'hundreds',
  'dozens',
  'scores',
  'thousands',
  'majority',
  'most',
  'kind',
  'type',
  'form',
]);

/** "Guarding captured fighters", "previously rebel controlled territory": a word that only says which ones are meant tells no event. */
function isAttribute({ node, type, toll }: Draft): boolean {
  if (
    node.base === 'compound' &&
    node.parent &&
    (KIND_OF.has(node.parent.lemma) || (CRIMES.has(type.id) && IN_COURT.has(node.parent.lemma)))
  )
    return true;
  if (node.base !== 'amod' || type.id === 'displacement' || (type.family !== 'security' && type.family !== 'control')) return false;
  return toll.every(({ high }) => high === null) && !node.children.some((child) => child.base === 'obl' || child.base === 'nsubj');
}

/** "The murder trial", "rape charges": offences by their name. */
const CRIMES = new Set(['killing', 'destruction', 'sexual-violence', 'abduction', 'hijacking']);
const IN_COURT = new Set([
  'trial',
  'case',
  'accused',
  'charge',
  'suspect',
  'rap',
  'docket',
  'conviction',
  'count',
  'complaint',
  'allegation',
  'syndicate',
  'rate',
  'statistic',
]);

/** "Riot police", "attack helicopters", "protest leaders": the word before says of what kind they are. */
const KIND_OF = new Set([
  'police',
  'gear',
  'squad',
  'shield',
  'officer',
  'helicopter',
  'aircraft',
  'jet',
  'dog',
  'rifle',
  'leader',
  'organiser',
  'organizer',
  'camp',
  'disposal',
  'expert',
  'maker',
  'shelter',
  'unit',
  'warrant',
  'song',
  'vote',
  'crime',
]);

/** "On 13 counts of rape", "guilty of murder": the name of an offence, with nobody to whom it was done. */
function isOffence({ node, roles }: Draft): boolean {
  if (node.token.upos !== 'NOUN' || roles.target.length > 0 || roles.object.length > 0) return false;
  if (node.children.some((child) => child.base === 'det' || child.rel === 'nmod:poss')) return false;
  return governors(node)
    .slice(0, 3)
    .some((up) => OFFENCE_WORDS.has(up.lemma));
}

const OFFENCE_WORDS = new Set([
  'charge',
  'count',
  'guilty',
  'convict',
  'conviction',
  'sentence',
  'accuse',
  'plead',
  'wanted',
  'suspicion',
  'offence',
  'offense',
  'case',
]);

/** "attacks", "violence against women": a plural or mass noun with no article, time, place, figure or named part. */
function isBare(draft: Draft, context: Context): boolean {
  const { node } = draft;
  if (node.token.upos !== 'NOUN' && node.token.upos !== 'PROPN') return isGenericVerb(draft);
  // "a note of protest": the phrase says what it is.
  if (draft.stage !== 'occurred' || draft.polarity !== 'affirmed' || draft.rule.phrase) return false;
  if (draft.when || draft.toll.length > 0) return false;
  // "shelling by government forces": somebody does it.
  if (draft.slots.some((slot) => slot.name === 'by') && draft.roles.actor.length > 0) return false;
  if (isCarriedOut(node, context) || breaksOut(node)) return false;
  const plural = node.token.xpos === 'NNS' || node.token.xpos === 'NNPS';
  const isDetermined = (noun: Node): boolean =>
    noun.children.some((child) => child.base === 'det' || child.rel === 'nmod:poss' || child.base === 'nummod');
  const determined = isDetermined(node);
  // "a shooting spree": the article of the noun that only carries the act.
  if (node.base === 'compound')
    return !namedPart(draft, context) && !(node.parent && CARRYING.has(node.parent.lemma) && isDetermined(node.parent));
  if (determined && (!plural || node.children.some((child) => child.lemma === 'the' || child.rel === 'nmod:poss'))) return false;
  return !namedPart(draft, context) && draft.where === null;
}

/** "Relatives staged protests outside the offices": done at a time, by somebody. */
const isCarriedOut = ({ base, parent }: Node, { kit }: Context): boolean =>
  base === 'obj' &&
  parent !== null &&
  kit.matcher.words('light').has(parent.lemma) &&
  DONE.has(parent.token.xpos ?? '') &&
  parent.children.some((child) => child.base === 'nsubj' && !child.time);
const DONE = new Set(['VBD', 'VBN']);
const CARRYING = new Set(['spree', 'incident', 'attack', 'raid', 'wave', 'spate']);

/** "Clashes broke out after the vote", "talks were under way": a bare plural that is said to happen is no kind of event. */
const breaksOut = ({ base, parent }: Node): boolean =>
  base === 'nsubj' && parent !== null && HAPPENING.has(parent.lemma) && (parent.token.upos !== 'VERB' || DONE.has(parent.token.xpos ?? ''));
const HAPPENING = new Set([
  'erupt',
  'break',
  'occur',
  'begin',
  'start',
  'resume',
  'continue',
  'flare',
  'rage',
  'intensify',
  'ensue',
  'spread',
  'escalate',
  'take',
  'happen',
  'way',
  'underway',
]);

const namedPart = (draft: Draft, _context: Context): boolean =>
  [...draft.roles.actor, ...draft.roles.target, ...draft.roles.object].some(
    (part) =>
      part.entity !== null ||
      part.count !== undefined ||
      part.node.children.some((child) => child.base === 'det' || child.base === 'nummod'),
  );

const LASTING = new Set(['speech', 'justice', 'control']);

/** "who kill civilians", "they attack villages": the plain present of habits. */
function isGenericVerb(draft: Draft): boolean {
  const { node } = draft;
  if (node.token.upos !== 'VERB') return false;
  const habit = (node.token.xpos === 'VBP' || node.token.xpos === 'VBZ') && !node.children.some((child) => child.base === 'aux');
  // "who faces trial", "which controls the valley": a state that holds now is no habit.
  if (!habit || LASTING.has(draft.type.family) || draft.when) return false;
  // Headlines are told in the present: "Bomb kills six".
  return (
    node.base !== 'root' && draft.toll.length === 0 && !governors(node).some((up: Node) => up.base === 'root' && up.token.xpos === 'VBZ')
  );
}
