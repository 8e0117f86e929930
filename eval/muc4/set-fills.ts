import { cut } from '../../src/0-terms/span.ts';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Chosen } from './fillers.ts';
import type { Incident } from './incidents.ts';
import { likeliest, type Weights } from './linear.ts';
import { capitals } from './phrases.ts';
import { FIGHTERS, HUMAN_TYPES, PHYSICAL_TYPES, STATE_ACTORS, setFiller } from './words.ts';

/** Stands for a slot that is left blank. */
export const BLANK = 'BLANK';

/** The set fillers that are learned, by the model's name. What is rarer is never given. */
export const SET_FILLS = {
  personEffect: ['DEATH', 'INJURY', 'NO INJURY OR DEATH', 'NO INJURY', 'REGAINED FREEDOM', BLANK],
  personType: [
    'CIVILIAN',
    'POLITICAL FIGURE',
    'GOVERNMENT OFFICIAL',
    'LAW ENFORCEMENT',
    'LEGAL OR JUDICIAL',
    'ACTIVE MILITARY',
    'SECURITY GUARD',
    'FORMER GOVERNMENT OFFICIAL',
    'DIPLOMAT',
    'FORMER ACTIVE MILITARY',
  ],
  thingEffect: ['SOME DAMAGE', 'DESTROYED', 'NO DAMAGE', BLANK],
  thingType: [
    'COMMERCIAL',
    'OTHER',
    'TRANSPORT VEHICLE',
    'ENERGY',
    'GOVERNMENT OFFICE OR RESIDENCE',
    'ORGANIZATION OFFICE',
    'COMMUNICATIONS',
    'FINANCIAL',
    'CIVILIAN RESIDENCE',
    'DIPLOMAT OFFICE OR RESIDENCE',
    'TRANSPORTATION ROUTE',
    'POLITICAL FIGURE OFFICE OR RESIDENCE',
    'LAW ENFORCEMENT FACILITY',
  ],
  category: ['TERRORIST ACT', 'STATE-SPONSORED VIOLENCE', BLANK],
} as const;
export type SetFill = keyof typeof SET_FILLS;

/** The likeliest set filler; undefined: blank. */
export function setFill(model: SetFill, features: readonly string[], weights: Weights): string | undefined {
  const label = likeliest(model, SET_FILLS[model], features, weights);
  return label === BLANK ? undefined : label;
}

const words = (text: string): string[] => text.split(/[^A-Z0-9.]+/).filter((w) => w !== '');

/** What people are by their words: those of the description, and the title before a name. */
export function personTypeFeatures(texts: readonly string[]): string[] {
  const all = texts.join(' ');
  return unique([
    'bias',
    `class=${setFiller(HUMAN_TYPES, all) ?? 'none'}`,
    `head=${words(all).at(-1)}`,
    ...words(all).map((w) => `word=${w}`),
  ]);
}

/** What a thing is by its words. */
export function thingTypeFeatures(text: string): string[] {
  return unique([
    'bias',
    `class=${setFiller(PHYSICAL_TYPES, text) ?? 'none'}`,
    `head=${words(text).at(-1)}`,
    ...words(text).map((w) => `word=${w}`),
  ]);
}

/** What became of somebody or something: its place in the acts, and the words of the sentences that speak of it. */
export function effectFeatures(chosen: readonly Chosen[], incident: Incident, report: CodedReport): string[] {
  const features: string[] = [`type=${incident.type}`];
  for (const { phrase, features: own } of chosen) {
    for (const feature of own)
      if (/^(?:bias|word=|gov|own-here|entity-here|rel=|via=|told-|distance=\w+$|det=|up-act)/.test(feature)) features.push(feature);
    const sentence = report.sentences[phrase.sentence];
    for (const token of sentence?.tokens ?? [])
      if (token.upos === 'VERB' || token.upos === 'ADJ' || token.upos === 'NOUN') features.push(`said=${token.lemma.toLowerCase()}`);
  }
  for (const claim of incident.claims) {
    features.push(`claim=${claim.type}`, `stage=${claim.stage}`, `trigger=${capitals(cut(report.text, claim.trigger))}`);
    for (const toll of claim.toll) features.push(`toll=${toll.effect}${toll.low === 0 ? '-none' : ''}`);
    const own = claim.toll.filter((t) => chosen.some(({ phrase }) => t.span[0] < phrase.span[1] && phrase.span[0] < t.span[1]));
    for (const toll of own) features.push(`own-toll=${toll.effect}`);
  }
  return unique(features);
}

/** Terror or the state's own violence: who did it and what they are called. */
export function categoryFeatures(
  incident: Incident,
  individuals: readonly string[],
  organisations: readonly string[],
  hit: readonly string[],
  report: CodedReport,
): string[] {
  const features = [
    'bias',
    `type=${incident.type}`,
    `individuals=${Math.min(2, individuals.length)}`,
    `organisations=${Math.min(2, organisations.length)}`,
  ];
  for (const text of individuals) features.push(`individual=${words(text).at(-1)}`, `individual-state=${STATE_ACTORS.test(text)}`);
  for (const text of organisations) features.push(`organisation=${text}`, `organisation-state=${STATE_ACTORS.test(text)}`);
  for (const text of hit) features.push(`hit=${words(text).at(-1)}`, `hit-fighters=${FIGHTERS.test(text)}`);
  for (const claim of incident.claims) {
    features.push(`rule=${claim.rule}`);
    for (const actor of claim.actor) features.push(`actor-state=${STATE_ACTORS.test(capitals(cut(report.text, actor.span)))}`);
  }
  const said = incident.claims.map((c) => capitals(cut(report.text, c.sentence))).join(' ');
  for (const cue of [
    'TERRORIS',
    'GUERRILLA',
    'REBEL',
    'DEATH SQUAD',
    'ARMY',
    'MILITARY',
    'POLICE',
    'PARAMILITARY',
    'DRUG',
    'ROBBE',
    'GANG',
    'SOLDIER',
    'REPRESS',
    'MASSACRE',
  ])
    if (said.includes(cue)) features.push(`said=${cue}`);
  return unique(features);
}

const unique = (list: readonly string[]): string[] => [...new Set(list)];
