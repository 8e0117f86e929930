import type { Context, Draft, Part, Refiner } from '../draft.ts';

const STRONG_FAMILIES = new Set(['violence', 'unrest', 'security', 'justice', 'control']);
/** What is asked, promised or given by powers is politics even where a report tells of no violence. */
const POLITICAL_FAMILIES = new Set(['speech', 'politics']);

/**
 * Drops what weak rules found in a report that tells of no violence, unrest, security or justice otherwise,
 * unless a state, a government or an armed group does it: "the rebels demanded a truce".
 */
export const withoutUnsupported: Refiner = (drafts, context) => {
  const strong = drafts.some((draft) => !draft.rule.weak && STRONG_FAMILIES.has(draft.type.family));
  return strong ? drafts : drafts.filter((draft) => !draft.rule.weak || isPolitics(draft, context));
};

const isPolitics = (draft: Draft, context: Context): boolean =>
  POLITICAL_FAMILIES.has(draft.type.family) && draft.roles.actor.some((part) => isPower(part, context));

function isPower(part: Part, context: Context): boolean {
  const lemma = part.node.lemma;
  if (POWER_WORDS.some((list) => context.kit.matcher.words(list).has(lemma))) return true;
  const entity = part.entity === null ? undefined : context.graph.entities.get(part.entity);
  if (!entity) return false;
  if (entity.kind === 'place') return entity.precision === 'country';
  return entity.kind === 'government' || entity.kind === 'group' || entity.kind === 'nationality' || POWERS.has(entity.sector ?? '');
}

/** Word lists of the codebook for soldiers, rebels and offices. */
const POWER_WORDS = ['fighters', 'forces', 'office'];
const POWERS = new Set(['government', 'military', 'rebel', 'igo', 'legislature', 'judiciary', 'party', 'opposition']);
