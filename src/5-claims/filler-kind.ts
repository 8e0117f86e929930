import type { Entity } from '../4-mentions/annotated-report.ts';
import type { CodeKit } from './code-kit.ts';
import type { FillerKind } from './codebook/codebook.ts';
import { type Graph, type Node, prepositionOf } from './graph.ts';

type Kinds = readonly (FillerKind | 'time' | 'abstract')[];

const PERSON: Kinds = ['person'];
const PEOPLE: Kinds = ['person', 'group', 'government'];
/** A capital word that no model or lexicon knows. */
export const UNKNOWN_NAME: Kinds = ['person', 'group', 'organisation', 'government', 'facility', 'place'];
/** Offices that are buildings too: "the attack on the U.S. Embassy in Baghdad", "the embassy said". */
const SITES = /\b(?:embassy|consulate|headquarters|barracks|airbase|air base|airport|university|school|hospital|bank|hotel|parliament)\b/iu;
const SITE: Kinds = ['facility', 'government', 'organisation'];
const STATE: Kinds = ['place', 'government'];
/** A noun of no better known kind. */
export const THING: Kinds = ['thing'];
/** "Iraqis", "the French": people, where "Iraqi" before a noun only says whose. */
const NATIONALS: Kinds = ['nationality', 'person'];
const isPeople = (node: Node): boolean =>
  node.base !== 'amod' && node.base !== 'compound' && (node.token.upos === 'NOUN' || node.token.upos === 'PROPN');
/** "Kabul accused Islamabad", "a deal between Baghdad and Ankara": a capital that no word of place brings in is its government. */
const isSeat = (node: Node, entity: Entity, kit: CodeKit): boolean =>
  SEATED.has(prepositionOf(node.base === 'conj' && node.parent ? node.parent : node)) &&
  node.base !== 'compound' &&
  node.base !== 'amod' &&
  node.base !== 'appos' &&
  node.rel !== 'nmod:poss' &&
  kit.gazetteer.lookup(entity.name).some((place) => place.class === 'capital' && place.country === entity.country);
const SEATED = new Set(['', 'between', 'with', 'by', 'against']);
const IT: Kinds = ['group', 'organisation', 'government', 'facility', 'thing'];

/** Numbers and quantity words that stand for people when nothing else is named: "killed six", "dozens were hurt". */
const QUANTITY = new Set([
  'dozen',
  'dozens',
  'score',
  'scores',
  'hundred',
  'hundreds',
  'thousand',
  'thousands',
  'many',
  'several',
  'some',
  'other',
  'others',
  'few',
  'most',
  'all',
  'more',
  'both',
  'one',
  'none',
  'majority',
  'number',
  'half',
  'least',
]);
const PEOPLE_ADJECTIVES = new Set([
  'dead',
  'wounded',
  'injured',
  'missing',
  'faithful',
  'accused',
  'young',
  'elderly',
  'poor',
  'unknown',
  'deceased',
]);

/** What the words under a head stand for: the kinds that a role's `accepts` is checked against. */
export function kindsOf(node: Node, graph: Graph, kit: CodeKit, depth = 0): Kinds {
  const mention = node.mention;
  if (mention) {
    const entity = graph.entities.get(mention.entity);
    // States act: "France bombed the town", "Turkey's offensive".
    if (entity?.kind === 'place' && entity.precision === 'country') return STATE;
    if (entity?.kind === 'place' && isSeat(node, entity, kit)) return STATE;
    if (entity && mention.form === 'name' && (entity.kind === 'government' || entity.kind === 'organisation') && SITES.test(entity.name))
      return SITE;
    if (mention.form === 'name' && mention.kind === 'nationality' && isPeople(node)) return NATIONALS;
    if (mention.form === 'name' || node.token.upos === 'PRON') return entity ? [entity.kind] : [mention.kind];
  }
  const { upos } = node.token;
  if (upos === 'PRON') {
    if (node.lemma === 'it' || node.lemma === 'its' || node.lemma === 'this' || node.lemma === 'that' || node.lemma === 'which') return IT;
    return PEOPLE;
  }
  if (upos === 'NUM' || isAged(node)) return PERSON;
  if (upos === 'PROPN') return UNKNOWN_NAME;
  if (QUANTITY.has(node.lemma)) {
    // "dozens of houses", "hundreds of people": what is counted decides.
    const counted = node.children.find((child) => child.base === 'nmod');
    return counted && depth < 3 ? kindsOf(counted, graph, kit, depth + 1) : PERSON;
  }
  if (upos === 'ADJ') return PEOPLE_ADJECTIVES.has(node.lemma) ? PERSON : THING;
  const known = kit.nounClasses.classOf(node.lemma) ?? kit.nounClasses.classOf(node.lemma.replace(/s$/, ''));
  if (known === 'animal' || known === 'thing') return THING;
  if (known) return [known as FillerKind];
  if (/(?:er|or|ist|ian|man|men|woman|ant|eer)$/.test(node.lemma)) return PERSON;
  return THING;
}

/** "A 16-year-old was shot": who is named by an age alone; the parser makes "old" the head. */
export const isAged = ({ lemma, token, children }: Node): boolean =>
  /(?:year|month|week|day)-olds?$/.test(lemma) || (/^olds?$/i.test(token.form) && children.some((child) => AGES.has(child.lemma)));
const AGES = new Set(['year', 'month', 'week', 'day']);

/** "hundreds of prisoners", "a group of ten men": who is counted; any other noun itself. */
export function countedBy(node: Node): Node {
  if (!QUANTITY.has(node.lemma) && !GATHERINGS.has(node.lemma)) return node;
  return node.children.find((child) => child.base === 'nmod' && child.children.some((mark) => mark.lemma === 'of')) ?? node;
}

/** The words of a filler that a rule may ask for: a crowd of men is both, but of hundreds of kilometres nothing is hundreds of people. */
export function namedBy(node: Node): readonly Node[] {
  const counted = countedBy(node);
  return counted === node || QUANTITY.has(node.lemma) ? [counted] : [node, counted];
}

const GATHERINGS = new Set([
  'group',
  'couple',
  'pair',
  'handful',
  'series',
  'string',
  'crowd',
  'band',
  'member',
  'total',
  'rest',
  'part',
  'majority',
  'number',
]);

const NOT_THINGS = new Set(['person', 'group', 'organisation', 'government', 'nationality', 'time', 'abstract', 'event']);

/** Whether a role that takes `accepts` takes a filler of these kinds. */
export function accepted(kinds: Kinds, accepts: readonly FillerKind[]): boolean {
  for (const accept of accepts) {
    if (accept === 'any') return !kinds.includes('time');
    if (accept === 'thing' && kinds.some((kind) => !NOT_THINGS.has(kind))) return true;
    if ((kinds as readonly string[]).includes(accept)) return true;
  }
  return false;
}
