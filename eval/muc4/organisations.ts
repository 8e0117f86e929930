import { readFileSync } from 'node:fs';
import { cut, type Span } from '../../src/0-terms/span.ts';
import type { Actor, Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { bare, capitals, namesIn, phrasesOf } from './phrases.ts';
import { STATE_ACTORS } from './words.ts';

/** An organisation that may be behind an incident. */
export interface OrganisationCandidate {
  /** The entity's id, or the phrase where the report knows none. */
  readonly key: string;
  readonly name: string;
  /** How the claims tie it to the incident as their actor; null: they do not. */
  readonly tie: Actor['responsibility'] | null;
}

/** The confidences of MUC-4 that are learned; the others are too rare. */
export const CONFIDENCES = [
  'REPORTED AS FACT',
  'CLAIMED OR ADMITTED',
  'SUSPECTED OR ACCUSED',
  'SUSPECTED OR ACCUSED BY AUTHORITIES',
  'POSSIBLE',
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * Weights by `LABEL feature`, LABEL being `LINK` (it is behind the incident) or a confidence; `threshold` is the least probability of a link.
 * Fitted on MUC-4's DEV part by `npm run train -- muc4`.
 */
export type OrganisationModel = ReadonlyMap<string, number>;

export const ORGANISATIONS_FILE = new URL('./organisations.tsv', import.meta.url);

/** The model of the repository. */
export function organisationModel(): OrganisationModel {
  const weights = new Map<string, number>();
  for (const line of readFileSync(ORGANISATIONS_FILE, 'utf8').split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0 && !line.startsWith('#')) weights.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return weights;
}

const GROUPS = new Set(['group', 'organisation', 'government']);
/** Bodies that have no name of their own in a report, and still are no individuals. */
const BODIES =
  /^(?:\w+ )?(?:ARMED FORCES|ARMY|MILITARY|NATIONAL GUARD|POLICE|NATIONAL POLICE|AIR FORCE|GOVERNMENT|REGIME|EXTRADITABLES|DEATH SQUADS?|DRUG CARTELS?|CARTELS?|DRUG MAFIA|MAFIA|EXTREME RIGHT(?:IST GROUPS)?|\w+ FACTION|SECURITY FORCES)$/;
export const isBody = (phrase: string): boolean => BODIES.test(phrase);

/** Those that the claims have as actors, and every armed group that the report names. */
export function organisationCandidates(claims: readonly Claim[], report: CodedReport): OrganisationCandidate[] {
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  const found = new Map<string, OrganisationCandidate>();
  const put = (key: string, name: string | undefined, tie: OrganisationCandidate['tie']): void => {
    if (name === undefined || name === '') return;
    const known = found.get(key);
    if (!known || known.tie === null || known.tie === 'fact')
      found.set(key, { key, name: known?.name ?? name, tie: tie ?? known?.tie ?? null });
  };
  for (const { filler: actor, phrase } of claims.flatMap((c) => phrasesOf(c.actor, report))) {
    const inside = namesIn(actor.span, report).filter((n) => GROUPS.has(n.kind) || GROUPS.has(entities.get(n.entity)?.kind ?? ''));
    for (const name of inside) put(name.entity, bare(name.name), actor.responsibility);
    const entity = entities.get(actor.entity ?? '');
    if (inside.length > 0) continue;
    if (isBody(phrase)) put(actor.entity ?? phrase, phrase, actor.responsibility);
    else if (entity && GROUPS.has(entity.kind)) put(entity.id, nameInText(entity.id, report), actor.responsibility);
  }
  for (const entity of report.entities) {
    if ((entity.kind === 'group' || entity.sector === 'rebel') && !STATE_ACTORS.test(entity.name))
      put(entity.id, nameInText(entity.id, report), null);
  }
  return [...found.values()];
}

/** What speaks for a candidate's being behind an incident, and for how surely it is said to be. */
export function organisationFeatures(candidate: OrganisationCandidate, claims: readonly Claim[], report: CodedReport): string[] {
  const features = ['bias', `tie=${candidate.tie ?? 'none'}`, `type=${claims[0]?.type ?? ''}`];
  const add = (name: string, holds: boolean): void => {
    if (holds) features.push(name);
  };
  const mentions = report.mentions.filter((m) => m.entity === candidate.key);
  const groups = report.entities.filter((e) => e.kind === 'group' && report.mentions.some((m) => m.entity === e.id && m.form === 'name'));
  const count = (id: string): number => report.mentions.filter((m) => m.entity === id).length;
  features.push(`mentions=${Math.min(4, mentions.length)}`, `groups=${Math.min(3, groups.length)}`);
  add(
    'most-named',
    groups.every((g) => g.id === candidate.key || count(g.id) < mentions.length),
  );
  add('state', STATE_ACTORS.test(candidate.name));
  add('body', isBody(candidate.name));
  const entity = report.entities.find((e) => e.id === candidate.key);
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
    claims.some((c) => c.target.some((t) => t.entity === candidate.key)),
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
    claims.some((c) => c.actor.some((a) => a.entity !== undefined && a.entity !== candidate.key)),
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

/** What the text first calls an entity by name. */
function nameInText(entity: string, report: CodedReport): string | undefined {
  const mention = report.mentions.find((m) => m.entity === entity && m.form === 'name');
  return mention && bare(capitals(cut(report.text, mention.span)));
}

const logit = (label: string, features: readonly string[], model: OrganisationModel): number =>
  features.reduce((sum, feature) => sum + (model.get(`${label} ${feature}`) ?? 0), 0);

/** The likely organisations with the likeliest confidence of each. */
export function likelyOrganisations(
  claims: readonly Claim[],
  report: CodedReport,
  model: OrganisationModel,
): { readonly name: string; readonly key: string; readonly confidence: Confidence }[] {
  const least = model.get('threshold') ?? 0.5;
  return organisationCandidates(claims, report).flatMap((candidate) => {
    const features = organisationFeatures(candidate, claims, report);
    if (1 / (1 + Math.exp(-logit('LINK', features, model))) < least) return [];
    const best = CONFIDENCES.map((confidence) => ({ confidence, score: logit(confidence, features, model) })).sort(
      (a, b) => b.score - a.score,
    )[0];
    return [{ name: candidate.name, key: candidate.key, confidence: best?.confidence ?? 'REPORTED AS FACT' }];
  });
}
