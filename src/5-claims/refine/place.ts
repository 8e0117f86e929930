import type { Entity } from '../../4-mentions/annotated-report.ts';
import type { ClaimPlace } from '../coded-report.ts';
import type { Draft, Refiner } from '../draft.ts';
import { governors, type Graph, headIn, type Node, prepositionOf } from '../graph.ts';

/** A place name with its place in the tree. */
interface PlaceNode {
  readonly node: Node;
  readonly entity: Entity;
  readonly place: ClaimPlace;
}

const LOCATIVE = new Set(['in', 'at', 'near', 'on', 'outside', 'inside', 'around', 'across', 'within', 'throughout', 'along', 'between', 'over', 'off', 'north', 'south', 'east', 'west', 'of', 'into', 'through', 'close', 'beside', 'behind', 'above', 'against']);
/** Types whose act is a movement: the place they come from or go to is where it happens. */
const MOVING = new Set(['deployment', 'withdrawal', 'displacement', 'recruitment', 'offensive', 'talks', 'release', 'sanction']);

/** Where each act happened: the narrowest place that the tree ties to it. */
export const place: Refiner = (drafts, context) => {
  const places = placesBySentence(context.graph);
  const triggers = new Set(drafts.map((draft) => draft.node));
  return drafts.map((draft) => {
    if (draft.type.family === 'speech') return draft;
    const found = nearestPlace(draft, places.get(draft.node.sentence) ?? [], triggers);
    return found ? { ...draft, where: found } : draft;
  });
};

export function placesBySentence(graph: Graph): Map<number, PlaceNode[]> {
  const found = new Map<number, PlaceNode[]>();
  for (const mention of graph.report.mentions) {
    if (mention.form !== 'name') continue;
    const entity = graph.entities.get(mention.entity);
    if (entity?.kind !== 'place') continue;
    const node = headIn(graph.sentences, graph.report.sentences, mention.span);
    if (!node) continue;
    const list = found.get(node.sentence) ?? [];
    list.push({ node, entity, place: { entity: entity.id, span: mention.span, rule: mention.rule } });
    found.set(node.sentence, list);
  }
  return found;
}

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
  let chain = 0;
  // Up through "in the town of X in Y" to what the place modifies.
  while (top.parent && (top.base === 'appos' || top.base === 'flat' || top.base === 'compound' || top.base === 'conj' || top.base === 'nmod') && !triggers.has(top.parent) && chain < 5) {
    if (top.base === 'compound' && top.parent.token.upos === 'NOUN' && !LOCATION_NOUNS.has(top.parent.lemma)) break;
    if (top.base === 'nmod' && top.rel === 'nmod:poss') break;
    top = top.parent;
    chain++;
  }
  const preposition = prepositionOf(top) || prepositionOf(node);
  const located = LOCATIVE.has(preposition.split(' ')[0] ?? '') || (MOVING.has(draft.type.id) && ['from', 'to', 'into', 'of'].includes(preposition));
  const base = located ? 0 : top.rel === 'nmod:poss' ? 6 : top.base === 'nsubj' ? 9 : 5;
  const host = top.parent;
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

const LOCATION_NOUNS = new Set(['province', 'district', 'region', 'city', 'town', 'village', 'state', 'area', 'county', 'airport', 'border', 'square', 'street', 'department', 'governorate', 'prefecture', 'capital', 'suburb', 'neighborhood', 'neighbourhood', 'cathedral', 'church', 'mosque', 'market', 'station', 'office', 'embassy', 'base', 'camp']);

/** A draft without a place takes that of the act it is told with: same sentence first, then the act that the report is about. */
export const sharedPlace: Refiner = (drafts, context) => {
  const places = placesBySentence(context.graph);
  return drafts.map((draft) => {
    if (draft.where || draft.type.family === 'speech' || draft.stage === 'threatened') return draft;
    const near = drafts.filter((other) => other !== draft && other.where && other.type.family !== 'speech');
    const same = near.find((other) => other.node.sentence === draft.node.sentence);
    if (same?.where) return { ...draft, where: { ...same.where, rule: `${same.where.rule}+sentence` } };
    const before = near
      .filter((other) => other.node.sentence < draft.node.sentence && draft.node.sentence - other.node.sentence <= 2)
      .sort((a, b) => b.node.sentence - a.node.sentence)[0];
    const quiet = !(places.get(draft.node.sentence)?.length);
    if (before?.where && quiet) return { ...draft, where: { ...before.where, rule: `${before.where.rule}+context` } };
    return draft;
  });
};
