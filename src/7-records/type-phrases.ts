/**
 * How a type reads at the head of a claim's line. `done`: "Arrested: X, by Y"; `act` with the word that brings what it was
 * done to: "Suicide bombing of X by Y"; `between`: "Clash between X and Y". `by` brings the actor where it is not "by".
 */
export type Phrase =
  | { readonly form: 'done'; readonly done: string; readonly act: string }
  | { readonly form: 'act'; readonly act: string; readonly to: string; readonly by?: string }
  | { readonly form: 'between'; readonly act: string };

const done = (word: string, act: string): Phrase => ({ form: 'done', done: word, act });
const act = (word: string, to: string, by?: string): Phrase => ({ form: 'act', act: word, to, ...(by === undefined ? {} : { by }) });
const between = (word: string): Phrase => ({ form: 'between', act: word });

const PHRASES: Readonly<Record<string, Phrase>> = {
  'armed-attack': act('armed attack', 'on'),
  bombing: act('bombing', 'of'),
  'suicide-bombing': act('suicide bombing', 'of'),
  'air-strike': act('air strike', 'on'),
  shelling: act('shelling', 'of'),
  clash: between('clash'),
  offensive: act('offensive', 'against'),
  killing: done('killed', 'killing'),
  assassination: done('assassinated', 'assassination'),
  stabbing: act('stabbing', 'of'),
  'vehicle-ramming': act('vehicle ramming', 'into'),
  abduction: done('abducted', 'abduction'),
  hijacking: act('hijacking', 'of'),
  'sexual-violence': act('sexual violence', 'against'),
  torture: act('torture', 'of'),
  arson: act('arson', 'against'),
  destruction: act('destruction', 'of'),
  riot: act('riot', 'against'),
  protest: act('protest', 'against'),
  'strike-action': act('strike', 'against'),
  crackdown: act('crackdown', 'on'),
  raid: act('raid', 'on'),
  arrest: done('arrested', 'arrest'),
  release: done('freed', 'release'),
  seizure: done('seized', 'seizure'),
  defusal: done('made safe', 'defusal'),
  surrender: act('surrender', 'to'),
  deployment: act('deployment', 'of'),
  restriction: act('restriction', 'on'),
  charge: done('charged', 'charge'),
  conviction: done('convicted', 'conviction'),
  acquittal: done('acquitted', 'acquittal'),
  'judicial-execution': done('executed', 'execution'),
  investigation: act('investigation', 'into'),
  takeover: act('takeover', 'of'),
  presence: act('presence', 'in', 'of'),
  withdrawal: act('withdrawal', 'from'),
  recruitment: act('recruitment', 'into', 'of'),
  displacement: done('displaced', 'displacement'),
  agreement: between('agreement'),
  talks: between('talks'),
  sanction: act('sanction', 'on'),
  'office-change': act('change of office', 'of'),
  aid: act('aid', 'to', 'from'),
  'responsibility-claim': act('responsibility claimed', 'for'),
  denial: act('denial', 'to'),
  accusation: act('accusation', 'against'),
  threat: act('threat', 'against'),
  demand: act('demand', 'to'),
  confession: act('confession', 'to'),
};

/** The phrase of a type; a type of a researcher's own reads as its id with spaces. */
export const phraseOf = (type: string): Phrase =>
  (Object.hasOwn(PHRASES, type) ? PHRASES[type] : undefined) ?? act(type.replaceAll('-', ' '), 'of');

/** The effect that the head of the line already tells, so that "killed: X" need not be followed by "1 killed". */
export const EFFECT_TOLD: Readonly<Record<string, string>> = {
  killing: 'killed',
  assassination: 'killed',
  'judicial-execution': 'killed',
  abduction: 'abducted',
  arrest: 'arrested',
  displacement: 'displaced',
};
