import type { Draft, Refiner } from '../draft.ts';
import { governors, headIn, type Node, prepositionOf } from '../graph.ts';

const AT = new Set(['at', 'in', 'inside', 'outside', 'near', 'on', 'into', 'around', 'within', 'by', 'toward', 'towards']);

/**
 * "Killed at Baghdad International Airport", "attacked others on London Bridge": the words that say where an act happened are those of the
 * building or street, in the town that was found for it.
 */
export const facilityWords: Refiner = (drafts, context) => {
  const { graph } = context;
  const facilities = graph.report.mentions.flatMap((mention) => {
    if (mention.form !== 'name' || graph.entities.get(mention.entity)?.kind !== 'facility') return [];
    const node = headIn(graph.sentences, graph.report.sentences, mention.span);
    return node && AT.has(prepositionOf(node).split(' ')[0] ?? '') ? [{ node, mention }] : [];
  });
  if (facilities.length === 0) return drafts;
  const triggers = new Set(drafts.map(({ node }) => node));
  return drafts.map((draft) => {
    const { where } = draft;
    if (where === null || draft.type.family === 'speech') return draft;
    const found = facilities.find(({ node }) => isAt(draft, node, triggers));
    if (!found || (where.span[0] <= found.mention.span[0] && found.mention.span[1] <= where.span[1])) return draft;
    return { ...draft, where: { ...where, span: found.mention.span, rule: `${where.rule}+facility` } };
  });
};

/** The act or a telling of it governs the building, with no other act between. */
function isAt(draft: Draft, facility: Node, triggers: ReadonlySet<Node>): boolean {
  const own = new Set([draft.node, ...draft.tellings]);
  for (const up of governors(facility).slice(0, 4)) {
    if (own.has(up)) return true;
    if (triggers.has(up)) return false;
  }
  return false;
}
