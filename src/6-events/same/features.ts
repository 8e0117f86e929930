import { holds, kilometres } from '../happening.ts';
import type { Outline } from '../outline.ts';
import { meansDiffer } from '../type-groups.ts';
import { type Sketch, sharedNumbers, UNDATED } from './sketch.ts';
import { cosine } from './word-weights.ts';

/** One side of a comparison. */
export interface Side {
  readonly happening: Outline;
  readonly sketch: Sketch;
}

/**
 * The signs for and against two accounts being of one happening, by name: each is there or not, so that a weight can be given and told.
 * A name is `subject=value`.
 */
export const featuresOf = (a: Side, b: Side): string[] => [
  ...signsOfReports(a.sketch, b.sketch),
  ...signsOfHappenings(a.happening, b.happening, peopleShared(a.sketch, b.sketch)),
];

/** Those of the two reports: the same for all their happenings. */
export function signsOfReports(a: Sketch, b: Sketch): string[] {
  return [
    'bias',
    `words=${step(cosine(a.words, b.words), WORD_STEPS)}`,
    `lead=${step(cosine(a.lead, b.lead), WORD_STEPS)}`,
    `published=${publishedApart(a, b)}`,
    `people=${peopleShared(a, b)}`,
    `groups=${shared(a.groups, b.groups)}`,
    `ages=${shared(a.ages, b.ages)}`,
  ];
}

/** Those of the two happenings. `people`: how many persons named the two reports share. */
export function signsOfHappenings(a: Outline, b: Outline, people: string): string[] {
  const days = daysApart(a, b);
  return [
    `days=${days}`,
    // On other days and of other people it is another happening, however alike it is; of the same people the day was told or read wrongly.
    `twins=${AWAY.has(days) ? people : 'no'}`,
    `place=${placesCompared(a, b)}`,
    `killed=${tollsCompared(a.killed, b.killed)}`,
    `injured=${tollsCompared(a.injured, b.injured)}`,
    `type=${typesCompared(a, b)}`,
  ];
}

const WORD_STEPS = [0.03, 0.06, 0.09, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8];
/** The step's upper bound that a value stays under. */
const step = (value: number, steps: readonly number[]): string => String(steps.find((bound) => value < bound) ?? 'more');

const AWAY: ReadonlySet<string> = new Set(['2', '4', '7', '14', '31']);

/** How many persons named two reports share. */
export const peopleShared = (a: Sketch, b: Sketch): string => shared(a.people, b.people);

/** Days between the days of two happenings, where both are known. */
function daysApart(a: Outline, b: Outline): string {
  if (a.days === null || b.days === null) return 'unknown';
  return gap(Math.max(0, a.days[0] - b.days[1], b.days[0] - a.days[1]));
}
function publishedApart(a: Sketch, b: Sketch): string {
  return a.day === UNDATED || b.day === UNDATED ? 'unknown' : gap(Math.abs(a.day - b.day));
}
const gap = (days: number): string =>
  days <= 2 ? String(days) : days <= 4 ? '4' : days <= 7 ? '7' : days <= 14 ? '14' : days <= 31 ? '31' : 'more';

function placesCompared({ place: a }: Outline, { place: b }: Outline): string {
  if (a === null || b === null) return 'unknown';
  if (a.name.toLowerCase() === b.name.toLowerCase() || (a.ref !== undefined && a.ref === b.ref)) return 'same';
  if (holds(a, b) || holds(b, a)) return 'inside';
  const far = kilometres(a, b);
  if (far === null) return 'unknown';
  return far < 15 ? 'near' : far < 60 ? 'county' : far < 400 ? 'region' : 'far';
}

/** How many two sets share: none, one, some; `one-sided` when there is nothing to compare. */
function shared(a: Int32Array, b: Int32Array): string {
  if (a.length === 0 || b.length === 0) return 'one-sided';
  return ['none', 'one', 'two', 'more'][sharedNumbers(a, b, 3)] as string;
}

function tollsCompared(one: number | null, two: number | null): string {
  if (one === null && two === null) return 'neither';
  if (one === null || two === null) return 'one-sided';
  if (one === two) return one > 2 ? 'same-many' : 'same';
  return Math.abs(one - two) === 1 || Math.max(one, two) < 1.3 * Math.min(one, two) ? 'close' : 'other';
}

function typesCompared(a: Outline, b: Outline): string {
  if (a.claims.length === 0 || b.claims.length === 0) return 'unknown';
  if (a.group !== b.group) return 'other';
  const types = new Set(a.claims.map(({ type }) => type));
  if (b.claims.some(({ type }) => types.has(type))) return 'same';
  return a.claims.some((x) => b.claims.some((y) => meansDiffer(x.type, y.type))) ? 'other-means' : 'group';
}
