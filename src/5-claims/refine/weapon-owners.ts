import type { Context, Part, Refiner } from '../draft.ts';
import { kindsOf } from '../filler-kind.ts';
import { partOf } from '../find.ts';
import { type Node, prepositionOf } from '../graph.ts';

/**
 * "Palestinian rockets killed two people", "shells fired by the army hit a home", "Israeli jets bombed the depot": whose weapon does it,
 * does it. An aircraft, a tank or a battery acts itself, as its owner's.
 */
export const weaponOwners: Refiner = (drafts, context) =>
  drafts.map((draft) => {
    if (draft.type.family !== 'violence' || draft.roles.actor.length > 0) return draft;
    const weapons = [
      ...draft.slots.filter((slot) => slot.name === 'subj').map((slot) => slot.node),
      ...draft.roles.instrument.map((part) => part.node),
    ];
    for (const weapon of weapons) {
      const kinds = kindsOf(weapon, context.graph, context.kit);
      const crewed = CREWED.has(weapon.lemma);
      if (!crewed && !kinds.includes('weapon') && !MISSILES.has(weapon.lemma)) continue;
      const owners = ownersOf(weapon, context);
      if (owners.length === 0) continue;
      const actor = crewed ? owners.slice(0, 1).map((owner) => ({ ...partOf(weapon, RULE), entity: owner.entity })) : owners;
      const instrument = crewed ? draft.roles.instrument.filter((part) => part.node !== weapon) : draft.roles.instrument;
      return { ...draft, roles: { ...draft.roles, actor, instrument } };
    }
    return draft;
  });

const RULE = 'weapon-owners';
const CREWED = new Set([
  'jet',
  'warplane',
  'plane',
  'aircraft',
  'helicopter',
  'gunship',
  'fighter-jet',
  'bomber',
  'tank',
  'artillery',
  'warship',
  'gunboat',
  'drone',
]);
const MISSILES = new Set([
  'rocket',
  'missile',
  'shell',
  'mortar',
  'bomb',
  'grenade',
  'bullet',
  'gunfire',
  'projectile',
  'barrage',
  'round',
  'strike',
  'salvo',
]);
const SENDING = new Set(['fire', 'launch', 'lob', 'throw', 'hurl', 'plant', 'drop', 'detonate', 'shoot', 'lay', 'place', 'set']);
const DOERS: ReadonlySet<string> = new Set(['person', 'group', 'government', 'organisation', 'nationality']);

function ownersOf(weapon: Node, context: Context): Part[] {
  const isDoer = (node: Node): boolean => {
    const kinds: readonly string[] = kindsOf(node, context.graph, context.kit);
    return kinds.some((kind) => DOERS.has(kind)) && !kinds.includes('facility');
  };
  for (const child of weapon.children) {
    if (child.base === 'acl' && SENDING.has(child.lemma)) {
      const by = child.children.filter((more) => more.base === 'obl' && prepositionOf(more) === 'by' && isDoer(more));
      if (by.length > 0) return by.map((node) => partOf(node, RULE));
    }
  }
  return weapon.children
    .filter(
      (child) =>
        child.mention !== null && (child.base === 'amod' || child.base === 'compound' || child.rel === 'nmod:poss') && isDoer(child),
    )
    .map((node) => partOf(node, RULE));
}
