import type { Draft, Part, Refiner } from '../draft.ts';
import { subtree } from '../graph.ts';
import { isAct } from './casualties.ts';

/**
 * "The group claimed responsibility." The act that is meant is the one that the report last told as done; who claims it
 * becomes an actor of it, as claimed, and never as a fact.
 */
export const claimedActs: Refiner = (drafts) => {
  const list = [...drafts];
  for (const claim of drafts) {
    const how =
      claim.type.id === 'responsibility-claim'
        ? 'claimed'
        : claim.type.id === 'accusation' && BLAME.has(claim.node.lemma)
          ? 'accused'
          : null;
    if (!how || claim.polarity === 'denied') continue;
    const people = how === 'claimed' ? claim.roles.actor : claim.roles.target;
    const named = namedAct(claim, list);
    const act = named >= 0 ? named : lastAct(claim, list);
    if (act < 0 || people.length === 0) continue;
    const draft = list[act] as Draft;
    const actor: Part[] = [...draft.roles.actor];
    for (const part of people) {
      const known = actor.findIndex((own) => own.node === part.node || (own.entity !== null && own.entity === part.entity));
      if (known < 0) actor.push({ ...part, responsibility: how, rule: `responsibility.${claim.type.id}` });
      else if (how === 'claimed') actor[known] = { ...(actor[known] as Part), responsibility: 'claimed' };
    }
    list[act] = { ...draft, roles: { ...draft.roles, actor } };
  }
  return list;
};

const BLAME = new Set(['blame', 'attribute', 'attribution']);

/** "Claimed responsibility for the blasts": the act of which these are a telling. */
function namedAct(claim: Draft, list: readonly Draft[]): number {
  const below = new Set(subtree(claim.node));
  return list.findIndex((draft) => isAct(draft) && [draft.node, ...draft.tellings].some((node) => node !== claim.node && below.has(node)));
}

function lastAct(claim: Draft, list: readonly Draft[]): number {
  let best = -1;
  for (const [at, draft] of list.entries()) {
    if (!isAct(draft) || draft.stage === 'planned' || draft.stage === 'threatened' || draft.node.sentence > claim.node.sentence) continue;
    const last = Math.max(
      draft.node.sentence,
      ...draft.tellings.map((node) => node.sentence).filter((sentence) => sentence <= claim.node.sentence),
    );
    const bestLast =
      best < 0
        ? -1
        : Math.max(
            (list[best] as Draft).node.sentence,
            ...(list[best] as Draft).tellings.map((node) => node.sentence).filter((s) => s <= claim.node.sentence),
          );
    if (best < 0 || last >= bestLast) best = at;
  }
  return best;
}
