import type { Context, Draft, Refiner } from '../draft.ts';
import { governors, type Node, subtree } from '../graph.ts';

/** Verbs by which things go wrong without anybody willing it. */
const MISHAPS = new Set([
  'crash',
  'collapse',
  'derail',
  'sink',
  'capsize',
  'overturn',
  'collide',
  'plunge',
  'slam',
  'ditch',
  'stall',
  'malfunction',
  'drown',
  'flood',
  'skid',
  'veer',
  'swerve',
  'topple',
  'erupt',
]);

/** "Seven people were killed when a bomber crashed": a mishap in the same clause takes the dead out of the record of violence. */
export const withoutAccidents: Refiner = (drafts, context) => {
  const { words } = context.kit.matcher;
  const causes = new Set([...words('disasters'), ...words('accidents')]);
  const acts = new Set(drafts.filter((draft) => draft.type.family === 'violence' && !isBareKilling(draft)).map((draft) => draft.node));
  return drafts.filter((draft) => !(isBareKilling(draft) && isMishap(draft, causes, acts)) && !isGunGoingOff(draft, context));
};

/** "He was showing a friend a gun when it went off": what went off is the weapon that was named last, and no gun is a bomb. */
function isGunGoingOff({ rule, node }: Draft, { graph, kit }: Context): boolean {
  if (rule.id !== 'went-off' || !node.children.some((child) => child.base === 'nsubj' && child.token.upos === 'PRON')) return false;
  const guns = kit.matcher.words('firearm');
  const before = [...(graph.sentences[node.sentence - 1] ?? []), ...(graph.sentences[node.sentence]?.slice(0, node.index) ?? [])];
  const last = before.findLast(({ lemma, token }) => token.upos === 'NOUN' && kit.nounClasses.classOf(lemma) === 'weapon');
  return last !== undefined && guns.has(last.lemma);
}

const isBareKilling = (draft: Draft): boolean => draft.type.id === 'killing' && draft.roles.actor.length === 0;

function isMishap(draft: Draft, causes: ReadonlySet<string>, acts: ReadonlySet<Node>): boolean {
  const clause = subtree(draft.node);
  const above = governors(draft.node).slice(0, 2);
  const nodes = [...clause, ...above];
  if (nodes.some((node) => acts.has(node))) return false;
  const isCause = (node: Node): boolean =>
    (node.token.upos === 'VERB' && MISHAPS.has(node.lemma)) ||
    (node.token.upos === 'NOUN' && (causes.has(node.lemma) || isIndustrial(node)));
  return nodes.some(isCause);
}

/** "An explosion at a coal mine": what blows up there without a bomber. */
const isIndustrial = (node: Node): boolean =>
  (node.lemma === 'explosion' || node.lemma === 'blast') && subtree(node).some(({ lemma }) => INDUSTRY.has(lemma));
const INDUSTRY = new Set(['mine', 'colliery', 'factory', 'refinery', 'plant', 'quarry', 'mill', 'gas', 'boiler', 'pit']);
