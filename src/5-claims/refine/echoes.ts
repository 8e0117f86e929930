import type { Draft, Refiner } from '../draft.ts';
import { governors } from '../graph.ts';

/**
 * "Vowed to attack the capital" is an attack that is threatened, "marched to protest" one protest: words that only bring in an act, or say what
 * an act is for, are no claim beside it.
 */
export const withoutEchoes: Refiner = (drafts) =>
  drafts.filter(
    (draft) => !drafts.some((other) => other !== draft && (saysOnly(draft, other) || isPurposeOf(draft, other) || isWhatFor(draft, other))),
  );

/** A threat whose content is an act of its own: `threat` is for those with none. */
const saysOnly = (threat: Draft, act: Draft): boolean =>
  threat.type.id === 'threat' &&
  act.type.family === 'violence' &&
  (act.stage === 'threatened' || act.stage === 'planned') &&
  act.node.sentence === threat.node.sentence &&
  governors(act.node).slice(0, 3).includes(threat.node);

/** "Fired tear gas to disperse the crowd", "marched to protest": of one type, with no actor of its own. */
const isPurposeOf = (aim: Draft, act: Draft): boolean =>
  aim.type === act.type &&
  aim.stage === 'planned' &&
  act.stage === 'occurred' &&
  (aim.node.base === 'advcl' || aim.node.base === 'xcomp') &&
  aim.node.parent === act.node;

/** "A hunger strike to demand his release": what the unrest is for, by the same people. */
const isWhatFor = (demand: Draft, act: Draft): boolean =>
  demand.type.id === 'demand' &&
  demand.stage === 'planned' &&
  act.type.family === 'unrest' &&
  act.stage === 'occurred' &&
  demand.node.sentence === act.node.sentence &&
  demand.node.token.upos === 'VERB' &&
  demand.roles.actor.some(({ node }) => act.roles.actor.some((own) => own.node === node));
