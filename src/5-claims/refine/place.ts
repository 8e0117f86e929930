import type { Entity } from '../../4-mentions/annotated-report.ts';
import type { ClaimPlace } from '../coded-report.ts';
import type { Context, Draft, Refiner } from '../draft.ts';
import { type Graph, governors, headIn, type Node, phraseOf, prepositionOf } from '../graph.ts';
import { placeWords } from '../place-words.ts';
import { homeOf } from './home-country.ts';

/** A place name with its place in the tree. */
interface PlaceNode {
  readonly node: Node;
  readonly entity: Entity;
  readonly place: ClaimPlace;
}

const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'on',
  'outside',
  'inside',
  'around',
  'across',
  'within',
  'throughout',
  'along',
  'between',
  'over',
  'off',
  'north',
  'south',
  'east',
  'west',
  'of',
  'into',
  'through',
  'close',
  'beside',
  'behind',
  'above',
  'against',
]);
const isLocative = (node: Node): boolean => AT_SUBJECT.has(prepositionOf(node).split(' ')[0] ?? '');
const AT_SUBJECT = new Set(['in', 'at', 'near', 'outside', 'inside', 'on', 'along', 'across', 'around']);
/** Types whose act is a movement: the place they come from or go to is where it happens. */
const MOVING = new Set(['deployment', 'withdrawal', 'displacement', 'recruitment', 'offensive', 'talks', 'release', 'sanction']);

/** Where each act happened: the narrowest place that the tree ties to it. */
export const place: Refiner = (drafts, context) => {
  const places = placesBySentence(context.graph);
  const triggers = new Set(drafts.map((draft) => draft.node));
  return drafts.map((draft) => {
    if (draft.type.family === 'speech') return draft;
    const found = nearestPlace(draft, places.get(draft.node.sentence) ?? [], triggers);
    return {
      ...draft,
      where: found,
      roles: { ...draft.roles, object: draft.roles.object.filter(isThing), target: draft.roles.target.filter(isThing) },
    };

    /** A town that is attacked or taken is where it happens; what it happens to are people and things. */
    function isThing(part: Draft['roles']['object'][number]): boolean {
      const entity = part.entity ? context.graph.entities.get(part.entity) : undefined;
      return entity
        ? entity.kind !== 'place' || (draft.type.family !== 'violence' && draft.type.family !== 'control')
        : !REGIONS.has(part.node.lemma);
    }
  });
};

const REGIONS = new Set(['territory', 'region', 'area', 'vicinity', 'zone', 'row', 'place', 'scene', 'site']);

export function placesBySentence(graph: Graph): Map<number, PlaceNode[]> {
  const found = new Map<number, PlaceNode[]>();
  const add = (node: Node, entity: Entity, place: ClaimPlace): void => {
    const list = found.get(node.sentence) ?? [];
    list.push({ node, entity, place });
    found.set(node.sentence, list);
  };
  const byName = new Map([...graph.entities.values()].flatMap((entity) => (isTown(entity) ? [[entity.name, entity] as const] : [])));
  for (const mention of graph.report.mentions) {
    if (mention.form === 'pronoun') continue;
    const entity = graph.entities.get(mention.entity);
    const node = headIn(graph.sentences, graph.report.sentences, mention.span);
    if (!entity || !node) continue;
    if (entity.kind === 'place') {
      // "Retook the city": the town that the words mean.
      if (mention.form === 'name')
        add(node, entity, { entity: entity.id, span: placeWords(node, mention.span, graph.report.text), rule: mention.rule });
      else if (isTown(entity)) add(node, entity, { entity: entity.id, span: mention.span, rule: mention.rule });
    } else if (mention.form === 'name' && (entity.kind === 'facility' || entity.kind === 'organisation' || entity.kind === 'government')) {
      // "Seized Mosul University": a building of a town that the report names.
      const words = graph.report.text.slice(mention.span[0], mention.span[1]).split(' ');
      const town = [2, 1].map((length) => byName.get(words.slice(0, length).join(' '))).find((each) => each !== undefined);
      if (town && words.length > 1 && LOCATION_NOUNS.has(words.at(-1)?.toLowerCase() ?? ''))
        add(node, town, { entity: town.id, span: mention.span, rule: `${mention.rule}+town` });
    }
  }
  for (const sentence of graph.sentences)
    for (const node of sentence) {
      const country = node.lemma === 'capital' && AT_SUBJECT.has(prepositionOf(node)) ? capitalOf(node, graph) : null;
      if (country) add(node, country, { entity: country.id, span: phraseOf(node), rule: 'place.capital' });
    }
  // "The city of Gao", "Gao, the town where": the name says it.
  for (const [sentence, list] of found)
    found.set(
      sentence,
      list.filter(
        (each) =>
          each.node.mention?.form !== 'nominal' ||
          !list.some((other) => other !== each && other.entity === each.entity && other.node.mention?.form === 'name'),
      ),
    );
  return found;
}

/** "In the Kenyan capital": its country, with the words that say which town is meant. */
function capitalOf(node: Node, graph: Graph): Entity | null {
  if (node.children.some((child) => child.base === 'nmod' || child.base === 'appos')) return null;
  const people = node.children.find((child) => child.base === 'amod' && child.mention?.kind === 'nationality')?.mention;
  const country = people ? graph.entities.get(people.entity)?.country : undefined;
  return (
    [...graph.entities.values()].find(
      (entity) => entity.kind === 'place' && entity.precision === 'country' && entity.country === country && country !== undefined,
    ) ?? null
  );
}

const isTown = (entity: Entity): boolean =>
  entity.kind === 'place' && (entity.precision === 'exact' || entity.precision === 'near' || entity.precision === 'admin2');

function nearestPlace(draft: Draft, places: readonly PlaceNode[], triggers: ReadonlySet<Node>): ClaimPlace | null {
  let best: { cost: number; found: PlaceNode } | null = null;
  for (const found of places) {
    const cost = costOf(draft, found, triggers);
    if (cost === null) continue;
    if (best === null || cost < best.cost || (cost === best.cost && narrower(found.entity, best.found.entity))) best = { cost, found };
  }
  if (!best) return null;
  return { ...best.found.place, rule: `${best.found.place.rule}/${best.cost < 10 ? 'clause' : 'sentence'}` };
}

const GRAIN = { exact: 0, near: 1, admin2: 2, admin1: 3, country: 4 };
const grain = (entity: Entity): number => GRAIN[entity.precision ?? 'exact'];
const narrower = (a: Entity, b: Entity): boolean => grain(a) < grain(b);

/** How far a place is from a trigger in the tree; null when it is somebody's home, adjective or another act's place. */
function costOf(draft: Draft, { node, entity }: PlaceNode, triggers: ReadonlySet<Node>): number | null {
  const filler = [...draft.roles.object, ...draft.roles.target].some((part) => part.node === node);
  if (filler) return 1;
  if (draft.roles.actor.some((part) => part.node === node)) return null;
  let top = node;
  let below: Node | null = null;
  let inside = isLocative(node);
  let chain = 0;
  // Up through "in the town of X in Y" to what the place modifies.
  while (
    top.parent &&
    (top.base === 'appos' || top.base === 'flat' || top.base === 'compound' || top.base === 'conj' || top.base === 'nmod') &&
    !triggers.has(top.parent) &&
    chain < 5
  ) {
    // "U.S. forces", "Turkey's president": whose, not where; "the Kabul airport", "Lahore's main church" are where.
    if ((top.base === 'compound' || top.rel === 'nmod:poss') && !LOCATION_NOUNS.has(top.parent.lemma)) return null;
    below = top;
    top = top.parent;
    inside ||= top.base === 'nmod' && isLocative(top);
    chain++;
  }
  // "A bomb in Baghdad killed ten": the place of who or what did it, when a word of place brings it in.
  if (top.base === 'nsubj' && below !== null && below.base === 'nmod' && AT_SUBJECT.has(prepositionOf(below).split(' ')[0] ?? '')) {
    const level = governors(top).indexOf(draft.node);
    if (level >= 0) return 4 + level + chain / 10 + grain(entity) / 20;
    // "Police in Paris foiled a plot and arrested four": one subject for both.
    return top.parent !== null && governors(draft.node).includes(top.parent) ? 9 + grain(entity) / 20 : null;
  }
  const preposition = prepositionOf(top) || prepositionOf(node);
  if (top.base === 'nsubj' || top.base === 'amod') return null;
  const host = top.parent;
  const located =
    // "from a school in Nigeria": in Nigeria.
    inside ||
    LOCATIVE.has(preposition.split(' ')[0] ?? '') ||
    (MOVING.has(draft.type.id) && ['from', 'to', 'into', 'of'].includes(preposition));
  // A name that no word of place brings in is where something is only as part of what the act was done to.
  if (!located && host !== null && !inRole(draft, node)) return null;
  const base = located ? 0 : 5;
  if (!host) return 12 + grain(entity) / 10;
  const above = governors(node);
  const level = above.indexOf(draft.node);
  if (level >= 0) {
    const between = above.slice(0, level);
    const other = between.some((up) => triggers.has(up) && up.base !== 'advcl' && up.base !== 'conj');
    return base + level / 2 + (other ? 8 : 0) + chain / 10 + grain(entity) / 20;
  }
  const own = governors(draft.node);
  const shared = own.findIndex((up) => above.includes(up));
  if (shared < 0) return 20 + base;
  return 10 + base + shared + grain(entity) / 20;
}

const inRole = (draft: Draft, node: Node): boolean =>
  [...draft.roles.object, ...draft.roles.target].some((part) => part.span[0] <= node.token.span[0] && node.token.span[1] <= part.span[1]);

const LOCATION_NOUNS = new Set([
  'province',
  'district',
  'region',
  'city',
  'town',
  'village',
  'state',
  'area',
  'county',
  'airport',
  'border',
  'square',
  'street',
  'department',
  'governorate',
  'prefecture',
  'capital',
  'suburb',
  'neighborhood',
  'neighbourhood',
  'cathedral',
  'church',
  'mosque',
  'market',
  'station',
  'office',
  'embassy',
  'base',
  'camp',
  'university',
  'hospital',
  'school',
  'prison',
  'jail',
  'port',
  'court',
  'courthouse',
  'refinery',
  'barracks',
  'college',
]);

/** Families whose acts happen somewhere, so that a report's place is theirs when it names no other. */
const PLACED = new Set(['violence', 'unrest', 'security', 'justice', 'control']);

/**
 * A draft without a place takes that of the act it is told with: of its own sentence, else of the nearest act before it that has
 * one, else of the first act of the report.
 */
export const sharedPlace: Refiner = (drafts, context) => {
  const placed = drafts.filter((draft) => draft.where !== null && PLACED.has(draft.type.family));
  return drafts.map((draft) => {
    if (!PLACED.has(draft.type.family) || draft.stage === 'threatened') return draft;
    if (draft.where) return { ...draft, where: closer(draft, drafts, context) ?? draft.where };
    const home = homeOf(draft, context);
    const near = placed.filter((other) => other !== draft && !apartInTime(other, draft) && !(home && abroad(other, home.country, context)));
    const same = near.find((other) => other.node.sentence === draft.node.sentence);
    const before = near
      .filter((other) => lastSentence(other, draft) !== null)
      .sort((a, b) => (lastSentence(b, draft) ?? 0) - (lastSentence(a, draft) ?? 0))[0];
    // Courts and inquiries sit elsewhere than where the act was.
    const other =
      draft.type.family === 'justice' ? undefined : (before ?? near.find((each) => each.node.sentence - draft.node.sentence < 4));
    const from = same ?? other;
    if (!from?.where) return home?.place ? { ...draft, where: home.place } : draft;
    return { ...draft, where: { ...from.where, rule: `${from.where.rule}+${same ? 'sentence' : 'context'}` } };
  });
};

const abroad = (draft: Draft, country: string, context: Context): boolean => {
  const there = context.graph.entities.get(draft.where?.entity ?? '')?.country;
  return there !== undefined && there !== country;
};

/** What happened years apart is not told of one place for standing in one report. */
const apartInTime = (a: Draft, b: Draft): boolean => {
  if (a.when === null || b.when === null) return false;
  const gap = Math.max(Date.parse(a.when.from) - Date.parse(b.when.to), Date.parse(b.when.from) - Date.parse(a.when.to));
  return gap > FAR_APART_DAYS * 86_400_000;
};
const FAR_APART_DAYS = 180;

const AT_ONE_PLACE = new Set(['violence', 'unrest', 'security']);

/** "a cathedral in the Philippines", then "the first bomb exploded in Jolo": the town that the same kind of act is told of, in that country. */
function closer(draft: Draft, drafts: readonly Draft[], context: Context): ClaimPlace | null {
  const own = context.graph.entities.get(draft.where?.entity ?? '');
  // Who joins a group in one town says nothing of where the group has its recruits.
  if (own?.precision !== 'country' || !AT_ONE_PLACE.has(draft.type.family)) return null;
  const other = drafts.find((each) => {
    const place = each.type === draft.type && each.where ? context.graph.entities.get(each.where.entity) : undefined;
    const apart = draft.when && each.when && (draft.when.to < each.when.from || each.when.to < draft.when.from);
    return (
      place !== undefined &&
      place.country === own.country &&
      grain(place) < GRAIN.country &&
      !apart &&
      Math.abs(each.node.sentence - draft.node.sentence) <= 3
    );
  });
  return other?.where ? { ...other.where, rule: `${other.where.rule}+closer` } : null;
}

/** The last sentence before a draft in which another was told. */
function lastSentence(other: Draft, draft: Draft): number | null {
  const told = [other.node, ...other.tellings].map((node) => node.sentence).filter((sentence) => sentence <= draft.node.sentence);
  return told.length > 0 ? Math.max(...told) : null;
}
