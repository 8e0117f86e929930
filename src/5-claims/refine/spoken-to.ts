import type { Context, Draft, Part, Refiner } from '../draft.ts';
import { accepted, kindsOf } from '../filler-kind.ts';
import { partOf } from '../find.ts';
import { type Node, subtree } from '../graph.ts';
import { surfaceSubject } from '../slots.ts';

/**
 * Whom an accusation or a demand is aimed at, where no object says so: "condemned the army's raid" is aimed at the army, "demanded that the
 * government resign" at the government.
 */
export const spokenTo: Refiner = (drafts, context) => {
  const byNode = new Map(drafts.map((draft) => [draft.node, draft]));
  return drafts.map((draft): Draft => {
    if (draft.roles.target.length > 0) return draft;
    const found = draft.type.id === 'accusation' ? doers(draft, byNode, context) : draft.type.id === 'demand' ? asked(draft, context) : [];
    const accepts = draft.type.roles.target ?? [];
    const target = found.filter((part) => {
      const known = draft.roles.actor.some((own) => own.node === part.node || (own.entity !== null && own.entity === part.entity));
      return !known && accepted(kindsOf(part.node, context.graph, context.kit), accepts);
    });
    return target.length > 0 ? { ...draft, roles: { ...draft.roles, target } } : draft;
  });
};

function doers(draft: Draft, byNode: ReadonlyMap<Node, Draft>, context: Context): readonly Part[] {
  for (const slot of draft.slots) {
    if (slot.name !== 'obj' && slot.name !== 'of' && slot.name !== 'for') continue;
    const act = byNode.get(slot.node);
    if (act && act.type.family !== 'speech' && act.roles.actor.length > 0)
      return act.roles.actor.map((part) => partOf(part.node, 'spoken-to'));
    const owner = slot.node.children.find((child) => child.rel === 'nmod:poss' && !slot.node.mention);
    if (owner && kindsOf(owner, context.graph, context.kit).some((kind) => kind === 'government' || kind === 'group'))
      return [partOf(owner, 'spoken-to')];
  }
  return [];
}

function asked(draft: Draft, context: Context): readonly Part[] {
  const clause = draft.node.children.find((child) => child.base === 'ccomp' && child.index > draft.node.index);
  if (!clause || !subtree(clause).some((node) => node.base === 'mark' && node.lemma === 'that')) return [];
  return surfaceSubject(clause, context.kit.matcher.slotWords, 0)
    .filter((node) => node.token.upos !== 'PRON')
    .map((node) => partOf(node, 'spoken-to'));
}
