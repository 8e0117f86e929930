import { cut, type Span } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Chosen } from './fillers.ts';
import { likeliest, type Weights } from './linear.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { capitals, phrasesOf } from './phrases.ts';
import { STATE_ACTORS } from './words.ts';

/** The confidences of MUC-4 that are learned; the others are too rare. */
export const CONFIDENCES = [
  'REPORTED AS FACT',
  'CLAIMED OR ADMITTED',
  'SUSPECTED OR ACCUSED',
  'SUSPECTED OR ACCUSED BY AUTHORITIES',
  'POSSIBLE',
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Bodies that have no name of their own in a report, and still are no individuals. */
const BODIES =
  /^(?:\w+ )?(?:ARMED FORCES|ARMY|MILITARY|NATIONAL GUARD|POLICE|NATIONAL POLICE|AIR FORCE|GOVERNMENT|REGIME|EXTRADITABLES|DEATH SQUADS?|DRUG CARTELS?|CARTELS?|DRUG MAFIA|MAFIA|EXTREME RIGHT(?:IST GROUPS)?|\w+ FACTION|SECURITY FORCES)$/;
export const isBody = (phrase: string): boolean => BODIES.test(phrase);

/** What speaks for an organisation's being behind an incident, and for how surely it is said to be. */
export function organisationFeatures(phrase: NounPhrase, claims: readonly Claim[], report: CodedReport): string[] {
  const features = [`tie=${tieOf(phrase, claims)}`, `first-claim=${claims[0]?.type ?? ''}`];
  const add = (name: string, holds: boolean): void => {
    if (holds) features.push(name);
  };
  const mentions = phrase.entity === null ? [phrase] : report.mentions.filter((m) => m.entity === phrase.entity);
  const groups = report.entities.filter((e) => e.kind === 'group' && report.mentions.some((m) => m.entity === e.id && m.form === 'name'));
  const count = (id: string): number => report.mentions.filter((m) => m.entity === id).length;
  features.push(`mentions=${Math.min(4, mentions.length)}`, `groups=${Math.min(3, groups.length)}`);
  add(
    'most-named',
    groups.every((g) => g.id === phrase.entity || count(g.id) < mentions.length),
  );
  add('state', STATE_ACTORS.test(phrase.whole));
  add('body', isBody(phrase.whole));
  const entity = report.entities.find((e) => e.id === phrase.entity);
  features.push(`kind=${entity?.kind ?? 'none'}`, `sector=${entity?.sector ?? 'none'}`);
  const where = claims.map((c) => report.entities.find((e) => e.id === c.where?.entity)?.country).find((c) => c !== undefined);
  if (entity?.country && where) features.push(entity.country === where ? 'own-country' : 'foreign-country');
  const inAct = claims.some((c) => mentions.some((m) => c.sentence[0] <= m.span[0] && m.span[1] <= c.sentence[1]));
  add('in-act', inAct);
  const actSentences = report.sentences.flatMap((s, at) => (claims.some((c) => meets(c.sentence, s.span)) ? [at] : []));
  const own = report.sentences.flatMap((s, at) => (mentions.some((m) => meets(m.span, s.span)) ? [at] : []));
  const distance = Math.min(9, ...own.flatMap((a) => actSentences.map((b) => Math.abs(a - b))));
  features.push(`distance=${distance < 2 ? distance : distance < 4 ? 'near' : 'far'}`);
  add('named-first', own[0] !== undefined && actSentences[0] !== undefined && own[0] <= actSentences[0]);
  add(
    'is-target',
    claims.some((c) => c.target.some((t) => phrase.entity !== null && t.entity === phrase.entity)),
  );
  const actors = claims.flatMap((c) => phrasesOf(c.actor, report)).map(({ phrase }) => phrase);
  add(
    'rebels-act',
    actors.some((phrase) => REBELS.test(phrase)),
  );
  add(
    'unknown-act',
    actors.some((phrase) => /\bUNIDENTIFIED|\bUNKNOWN|\bMEN\b|\bINDIVIDUALS\b/.test(phrase)),
  );
  add('nobody-acts', actors.length === 0);
  add(
    'others-act',
    claims.some((c) => c.actor.some((a) => a.entity !== undefined && a.entity !== phrase.entity)),
  );
  for (const [name, cue] of CUES) {
    add(
      `own-${name}`,
      own.some((at) => cue.test(sentenceText(report, at))),
    );
    add(
      `act-${name}`,
      actSentences.some((at) => cue.test(sentenceText(report, at))),
    );
    add(
      `both-${name}`,
      own.some((at) => actSentences.includes(at) && cue.test(sentenceText(report, at))),
    );
    add(`any-${name}`, cue.test(capitals(report.text)));
  }
  add(
    'said',
    claims.some((c) => c.saidBy.length > 0),
  );
  return features;
}

const CUES: readonly (readonly [string, RegExp])[] = [
  [
    'claim',
    /\bCLAIM(?:ED|S|ING)?\b.{0,40}\b(?:RESPONSIB|CREDIT)|\bTOOK (?:CREDIT|RESPONSIB)|\bADMITTED|\bACKNOWLEDGED|\bRESPONSIBILITY FOR\b/,
  ],
  ['communique', /\bCOMMUNIQUE|\bPAMPHLET|\bLEAFLET|\bTELEPHONE CALL|\bANONYMOUS/],
  ['accuse', /\bACCUS|\bBLAM|\bATTRIBUT|\bCHARG|\bDENOUNC|\bALLEG/],
  ['suspect', /\bSUSPECT|\bBELIEVE|\bPRESUM|\bAPPARENT|\bPROBABL|\bPOSSIBL|\bMAY HAVE|\bCOULD HAVE|\bLINKED/],
  ['authority', /\bPOLICE|\bARMY\b|\bMILITARY|\bAUTHORITIES|\bGOVERNMENT|\bOFFICIAL|\bCOPREFA|\bMINIST/],
  ['deny', /\bDEN(?:Y|IED|IES)\b|\bREJECT/],
  ['we', /\b(?:WE|OUR)\b/],
];
const REBELS = /\b(?:GUERRILLAS?|GUERILLAS?|REBELS?|TERRORISTS?|SUBVERSIVES?|INSURGENTS?|EXTREMISTS?|URBAN COMMANDOS?|COMMANDOS?)\b/;

const meets = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
const sentenceText = (report: CodedReport, at: number): string => capitals(cut(report.text, report.sentences[at]?.span ?? [0, 0]));

/** How the claims tie it to the incident as their actor. */
function tieOf(phrase: NounPhrase, claims: readonly Claim[]): string {
  const ties = claims
    .flatMap((c) => c.actor)
    .filter((a) => (phrase.entity !== null && a.entity === phrase.entity) || meets(a.span, phrase.span))
    .map((a) => a.responsibility);
  return ties.find((tie) => tie !== 'fact') ?? ties[0] ?? 'none';
}

/** The likeliest confidence of an organisation. */
export const confidenceOf = (chosen: Chosen, weights: Weights): Confidence =>
  (likeliest('confidence', CONFIDENCES, chosen.features, weights) ?? 'REPORTED AS FACT') as Confidence;
