import { conjoined } from '../conjoined.ts';
import type { Draft, Part, Refiner } from '../draft.ts';
import { type Node, phraseOf, prepositionOf } from '../graph.ts';

/** "Militiamen armed with machetes and clubs attacked the camp": what those who attack are armed with is what they do it with. */
export const armedWith: Refiner = (drafts) =>
  drafts.map((draft) => {
    if (draft.type.roles.instrument === undefined || draft.roles.instrument.length > 0) return draft;
    const arms = draft.roles.actor.flatMap(({ node }) => armsOf(node));
    return arms.length === 0 ? draft : { ...draft, roles: { ...draft.roles, instrument: arms.map((node) => partOf(node, draft)) } };
  });

/** "Armed with", "carrying", "wielding": the arms of somebody. */
function armsOf(holder: Node): Node[] {
  return holder.children
    .filter((child) => child.base === 'acl')
    .flatMap((clause) => {
      if (clause.lemma === 'arm') return clause.children.filter((arm) => prepositionOf(arm) === 'with');
      return HOLDING.has(clause.lemma) ? clause.children.filter((arm) => arm.base === 'obj') : [];
    })
    .flatMap(conjoined)
    .filter((arm) => arm.token.upos === 'NOUN' || arm.token.upos === 'PROPN');
}
const HOLDING = new Set(['wield', 'brandish']);

const partOf = (node: Node, draft: Draft): Part => ({ node, span: phraseOf(node), entity: null, rule: `${draft.type.id}.armed-with` });
