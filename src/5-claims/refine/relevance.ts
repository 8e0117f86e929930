import type { Context, Draft, Refiner } from '../draft.ts';

/** Acts that people also do to each other for no political end. */
const PRIVATE_TYPES = new Set([
  'killing',
  'sexual-violence',
  'destruction',
  'stabbing',
  'torture',
  'abduction',
  'arson',
  'hijacking',
  'armed-attack',
  'vehicle-ramming',
]);
/** Gunfire counts whoever fires, and so do those whom it kills, unless it comes with a robbery. */
const WITH_GUNFIRE = new Set(['killing', 'armed-attack']);

/** Of a text of fewer sentences nobody could tell. */
const LEAST_SENTENCES = 3;
const ENOUGH_POLITICS = 2;
const ENOUGH_GAMES = 5;
const ENOUGH_COURT = 4;
const ENOUGH_ROBBERY = 2;

/**
 * Leaves out the acts of ordinary crime: a robbery, a rape, a murder in the family, in a report in which nothing speaks of rule, belief, protest or
 * armed groups. The word lists `political` (one is enough) and `politics-nearby` (two) of the codebook decide, or a rebel group by name; a trial needs twice as much.
 * A codebook that counts ordinary crime keeps them. Tried on texts labelled as no protest and on MUC-4's open part: 45 % of the former's violence claims go, 1.5 % of the latter's.
 */
export const withoutOrdinaryCrime: Refiner = (drafts, context) => {
  const { report } = context.graph;
  if (context.kit.codebook.ordinaryCrime) return drafts;
  if (report.sentences.length < LEAST_SENTENCES || !drafts.some(({ type }) => PRIVATE_TYPES.has(type.id))) return drafts;
  const { words } = context.kit.matcher;
  const trial = wordsOf(context, words('courtroom')) >= ENOUGH_COURT;
  const enough = trial ? 2 * ENOUGH_POLITICS : ENOUGH_POLITICS;
  if (drafts.some((draft) => isAgainstForces(draft, context))) return drafts;
  if (politicsOf(context) >= enough || report.entities.some(({ sector }) => sector === 'rebel')) return drafts;
  const shooting =
    !trial &&
    drafts.some((draft) => draft.type.id === 'armed-attack' && words('gunfire-words').has(draft.node.lemma)) &&
    wordsOf(context, words('robbery')) < ENOUGH_ROBBERY;
  return drafts.filter(({ type }) => !PRIVATE_TYPES.has(type.id) || (shooting && WITH_GUNFIRE.has(type.id)));
};

/** "The Lions beat the Sharks in a bruising clash": no violence in a report of games, unless it gives a toll. */
export const withoutGames: Refiner = (drafts, context) => {
  if (wordsOf(context, context.kit.matcher.words('games')) < ENOUGH_GAMES || politicsOf(context) >= 2 * ENOUGH_POLITICS) return drafts;
  return drafts.filter((draft) => !isForce(draft) || draft.toll.length > 0);
};

/** "Gangs attacked police stations": who attacks the state's posts does more than steal. */
const isAgainstForces = ({ type, node, roles }: Draft, { kit }: Context): boolean => {
  const forces = kit.matcher.words('forces');
  return (
    ON_POSTS.has(type.id) &&
    node.token.upos === 'VERB' &&
    roles.object.some((part) => part.node.children.some((child) => child.base === 'compound' && forces.has(child.lemma)))
  );
};
const ON_POSTS = new Set(['armed-attack', 'arson', 'destruction']);

const isForce = ({ type }: Draft): boolean => type.family === 'violence' || type.family === 'unrest' || type.family === 'control';

const politicsOf = (context: Context): number => {
  const { matcher } = context.kit;
  return ENOUGH_POLITICS * wordsOf(context, matcher.words('political')) + wordsOf(context, matcher.words('politics-nearby'));
};

/** How many different words of the list the report has. */
function wordsOf({ graph }: Context, list: ReadonlySet<string>): number {
  const found = new Set<string>();
  for (const { tokens } of graph.report.sentences) {
    for (const { lemma } of tokens) {
      const word = lemma.toLowerCase();
      if (list.has(word)) found.add(word);
    }
  }
  return found.size;
}
