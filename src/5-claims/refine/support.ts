import type { Refiner } from '../draft.ts';

const STRONG_FAMILIES = new Set(['violence', 'unrest', 'security', 'justice', 'control']);

/** Drops what weak rules found in a report that tells of no violence, unrest, security or justice otherwise. */
export const withoutUnsupported: Refiner = (drafts) => {
  const strong = drafts.some((draft) => !draft.rule.weak && STRONG_FAMILIES.has(draft.type.family));
  return strong ? drafts : drafts.filter((draft) => !draft.rule.weak);
};
