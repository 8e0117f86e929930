import { dayOfIso } from '../../0-terms/calendar.ts';
import { cut } from '../../0-terms/span.ts';
import type { Claim } from '../../5-claims/coded-report.ts';
import { CORRECTED_FIELDS, type CorrectedField, type HumanFigure } from '../correction.ts';
import type { Human } from '../human.ts';
import type { MergeReport } from '../merge-report.ts';
import type { HumanDays } from '../written-days.ts';
import { type Distance, krippendorffAlpha, masi, nominal, ratio, stretch } from './krippendorff.ts';

/** One coder's answers on one claim: the verdict, and each field as corrected or else as the machine gave it and the coder let it stand. */
export type CodedAnswers = ReadonlyMap<string, unknown>;

export type DistanceName = 'nominal' | 'days' | 'figures' | 'names';

export const DISTANCE_OF: Readonly<Record<'verdict' | CorrectedField, DistanceName>> = {
  verdict: 'nominal',
  type: 'nominal',
  stage: 'nominal',
  polarity: 'nominal',
  actor: 'names',
  target: 'names',
  when: 'days',
  where: 'nominal',
  saidBy: 'names',
  killed: 'figures',
  injured: 'figures',
  missing: 'figures',
  abducted: 'figures',
  arrested: 'figures',
  displaced: 'figures',
};

const DISTANCES: Readonly<Record<DistanceName, Distance<never>>> = {
  nominal,
  days: stretch,
  // No figure and a figure are as far apart as can be.
  figures: ((a: number | null, b: number | null) => (a === null || b === null ? (a === b ? 0 : 1) : ratio(a, b))) as Distance<never>,
  names: masi as Distance<never>,
};

/** Alpha of one question over claims; each claim is the list of its coders' answers. */
export const alphaOf = (about: 'verdict' | CorrectedField, claims: readonly (readonly unknown[])[]): number | null =>
  krippendorffAlpha(claims, DISTANCES[DISTANCE_OF[about]] as Distance<unknown>);

/** What a coder answered on a claim; empty when the coder did not code it. Of a rejected claim the verdict alone counts. */
export function answersOf(human: Human, claim: Claim, report: Pick<MergeReport, 'text' | 'entities'>): CodedAnswers {
  const answers = new Map<string, unknown>();
  if (human.verdict === null && Object.keys(human.values).length === 0) return answers;
  answers.set('verdict', human.verdict === 'rejected' ? 'rejected' : 'accepted');
  if (human.verdict === 'rejected') return answers;
  for (const field of CORRECTED_FIELDS) {
    answers.set(field, human.values[field] === undefined ? read(field, claim, report) : given(field, human));
  }
  return answers;
}

function given(field: CorrectedField, { values }: Human): unknown {
  const own = values[field];
  if (own === undefined) return null;
  switch (DISTANCE_OF[field]) {
    case 'days':
      return stretchOf(own.value as HumanDays | null);
    case 'figures':
      return (own.value as HumanFigure | null)?.low ?? null;
    case 'names':
      return (own.value as readonly (string | { name: string })[]).map((one) => plain(typeof one === 'string' ? one : one.name)).sort();
    case 'nominal':
      return field === 'where' ? plain((own.value as { name: string } | null)?.name ?? '') : own.value;
  }
}

function read(field: CorrectedField, claim: Claim, { text, entities }: Pick<MergeReport, 'text' | 'entities'>): unknown {
  const name = (filler: { readonly entity?: string; readonly span: readonly [number, number] }): string =>
    plain(entities.find(({ id }) => id === filler.entity)?.name ?? cut(text, filler.span));
  switch (field) {
    case 'type':
    case 'stage':
    case 'polarity':
      return claim[field];
    case 'actor':
    case 'target':
      return claim[field].map(name).sort();
    case 'saidBy':
      return claim.saidBy.map(({ speaker, span }) => name(speaker === undefined ? { span } : { entity: speaker, span })).sort();
    case 'when':
      return stretchOf(claim.when);
    case 'where':
      return plain(entities.find(({ id }) => id === claim.where?.entity)?.name ?? '');
    default:
      return claim.toll.find(({ effect }) => effect === field)?.low ?? null;
  }
}

const stretchOf = (days: Pick<HumanDays, 'from' | 'to'> | null): [number, number] | null =>
  days === null ? null : [dayOfIso(days.from), dayOfIso(days.to) + 1];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .trim();
