import type { Draft } from '../draft.ts';

/**
 * How likely the claim is right, from what speaks for it: the roles that are filled, time and place, a rule that asks for
 * more than a word, further tellings. Hand-set weights of a logistic model until it is fitted on the gold reports.
 */
export function confidenceOf(draft: Draft): number {
  const filled = (['actor', 'target', 'object'] as const).filter((role) => draft.roles[role].length > 0).length;
  let logit = -0.9;
  logit += 0.55 * filled;
  if (draft.when) logit += 0.35;
  if (draft.where) logit += 0.2;
  if (draft.toll.length > 0) logit += 0.6;
  if (draft.rule.has.length > 0 || draft.rule.phrase) logit += 0.4;
  if (draft.tellings.length > 0) logit += 0.3;
  if (draft.rule.weak) logit -= 0.4;
  if (draft.node.token.upos === 'NOUN') logit -= 0.3;
  return Math.round((100 / (1 + Math.exp(-logit)))) / 100;
}
