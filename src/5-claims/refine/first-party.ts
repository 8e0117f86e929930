import type { Draft, Refiner } from '../draft.ts';
import { accepted, kindsOf } from '../filler-kind.ts';
import { partOf } from '../find.ts';
import { governors, prepositionOf } from '../graph.ts';
import { isPassive, isVerb } from '../passive.ts';
import { surfaceSubject } from '../slots.ts';

/** Acts of two sides, of which "with" names one. */
const RECIPROCAL = new Set(['clash', 'talks', 'agreement']);
const AROUND = new Set(['in', 'during', 'after', 'following', 'amid', 'at', 'before', 'of']);

/**
 * "The militia took the town after days of street battles with the front", "the king signed it after talks with the rebels": where only the
 * other side is named, whoever the clause is about is the first.
 */
export const firstParty: Refiner = (drafts, context) =>
  drafts.map((draft): Draft => {
    const { matcher } = context.kit;
    if (!RECIPROCAL.has(draft.type.id) || draft.roles.actor.length > 0 || draft.roles.target.length === 0) return draft;
    if (!draft.slots.some((slot) => slot.name === 'with')) return draft;
    let below = draft.node;
    for (const up of governors(draft.node).slice(0, 4)) {
      if (!AROUND.has(prepositionOf(below).split(' ')[0] ?? '') || below.base === 'acl') return draft;
      if (!isVerb(up)) {
        below = up;
        continue;
      }
      // "Six were killed in clashes with police": the dead need not be who fought.
      if (isPassive(up, matcher.slotWords) || matcher.words('dying').has(up.lemma)) return draft;
      const actor = surfaceSubject(up, matcher.slotWords, 0)
        .filter((node) => accepted(kindsOf(node, context.graph, context.kit), draft.type.roles.actor ?? []))
        .filter((node) => !draft.roles.target.some((part) => part.node === node))
        .map((node) => partOf(node, 'first-party'));
      return actor.length > 0 ? { ...draft, roles: { ...draft.roles, actor } } : draft;
    }
    return draft;
  });
