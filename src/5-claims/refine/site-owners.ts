import type { Refiner } from '../draft.ts';
import { partOf } from '../find.ts';
import { type Node, prepositionOf } from '../graph.ts';

/** What fighters hold, which is attacked to hit them. */
const SITES = new Set([
  'position',
  'target',
  'base',
  'camp',
  'hideout',
  'stronghold',
  'convoy',
  'checkpoint',
  'checkpost',
  'outpost',
  'post',
  'patrol',
  'bunker',
  'compound',
  'headquarters',
  'bastion',
  'depot',
  'barracks',
  'fighter',
]);

/** "Bombed Boko Haram hideouts", "an attack on a position of the front": whose site it is, is whom the attack is on. */
export const siteOwners: Refiner = (drafts, context) =>
  drafts.map((draft) => {
    if (draft.type.family !== 'violence' || draft.roles.target.length > 0) return draft;
    const owners = draft.roles.object.flatMap(({ node }) => (SITES.has(node.lemma) ? ownersOf(node) : []));
    const target = owners
      .filter((owner) => owner.mention !== null && BODIES.has(context.graph.entities.get(owner.mention.entity)?.kind ?? ''))
      .map((owner) => partOf(owner, 'site-owners'));
    return target.length > 0 ? { ...draft, roles: { ...draft.roles, target } } : draft;
  });

const BODIES = new Set(['group', 'government', 'organisation']);
const ownersOf = (site: Node): Node[] =>
  site.children.filter(
    (child) => child.base === 'compound' || child.rel === 'nmod:poss' || (child.base === 'nmod' && prepositionOf(child) === 'of'),
  );
