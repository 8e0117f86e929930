import { childOf, type Node, prepositionOf } from './graph.ts';

/** Nouns that only carry the act named before them. */
export const CARRIERS = new Set([
  'attempt',
  'plot',
  'plan',
  'campaign',
  'threat',
  'bid',
  'attack',
  'raid',
  'operation',
  'incident',
  'mission',
  'spree',
  'case',
  'series',
  'wave',
  'strike',
]);

/** Verbs by which somebody's act begins, goes on, or is made known: their subject does it. */
export const LAUNCHING = new Set([
  'begin',
  'start',
  'continue',
  'resume',
  'end',
  'halt',
  'expand',
  'announce',
  'order',
  'lead',
  'plan',
  'prepare',
  'threaten',
  'attempt',
  'plot',
  'orchestrate',
  'mastermind',
  'organize',
  'organise',
  'intensify',
  'escalate',
  'join',
  'suspend',
  'complete',
  'promise',
  'propose',
  'attend',
  'boycott',
]);

/** Verbs whose subject has the act done to it: "survived an attack", "suffered torture". */
export const SUFFERED = new Set(['suffer', 'undergo', 'survive', 'escape', 'receive', 'endure', 'sustain', 'face', 'evade']);

/** Verbs whose subject is not who plots: "police foiled a plot to bomb". */
export const AGAINST = new Set([
  'foil',
  'thwart',
  'prevent',
  'avert',
  'stop',
  'disrupt',
  'uncover',
  'discover',
  'reveal',
  'expose',
  'condemn',
  'investigate',
  'report',
  'allege',
  'reject',
  'deny',
  'fear',
]);

/** "The front is involved in talks", "rebels took part in the raid", "they engaged in looting": who takes part acts. */
export const takesPart = (act: Node, verb: Node): boolean =>
  act.base === 'obl' &&
  prepositionOf(act) === 'in' &&
  (TAKING_PART.has(verb.lemma) || (verb.lemma === 'take' && childOf(verb, 'obj')?.lemma === 'part'));
const TAKING_PART = new Set(['participate', 'engage', 'involve', 'involved', 'embroil', 'join']);

/** Nouns that tell of somebody doing: "a video of soldiers beating a man". */
export const TELLINGS = new Set([
  'case',
  'instance',
  'incident',
  'example',
  'report',
  'video',
  'footage',
  'image',
  'picture',
  'photo',
  'account',
  'story',
  'sight',
]);

/** Verbs by which an act reaches what it is done to: "an air strike hit the depot". */
export const HITTING = new Set([
  'target',
  'hit',
  'strike',
  'destroy',
  'damage',
  'devastate',
  'rock',
  'level',
  'flatten',
  'demolish',
  'raze',
  'pound',
]);
