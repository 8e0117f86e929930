import type { Refiner } from '../draft.ts';
import { governors } from '../graph.ts';

/** "was arrested following a law enforcement agency's raid": who raids is who arrests, when the sentence names nobody else. */
export const raidArrests: Refiner = (drafts) => {
  const raids = drafts.filter((draft) => draft.type.id === 'raid' && draft.roles.actor.length > 0);
  if (raids.length === 0) return drafts;
  return drafts.map((draft) => {
    if (draft.roles.actor.length > 0 || !MADE_IN_RAIDS.has(draft.type.id)) return draft;
    const raid = raids.find((each) => governors(each.node).includes(draft.node) || governors(draft.node).includes(each.node));
    if (!raid) return draft;
    const actor = raid.roles.actor.map((part) => ({ ...part, rule: 'raid-arrests' }));
    return { ...draft, roles: { ...draft.roles, actor } };
  });
};

const MADE_IN_RAIDS = new Set(['arrest', 'seizure', 'defusal', 'release']);
