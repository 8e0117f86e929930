import { type Happening, holds, kilometres } from '../happening.ts';
import { meansDiffer } from '../type-groups.ts';
import type { Sketch } from './sketch.ts';
import { cosine } from './word-weights.ts';

/** One side of a comparison. */
export interface Side {
  readonly happening: Happening;
  readonly sketch: Sketch;
}

/**
 * The signs for and against two accounts being of one happening, by name: each is there or not, so that a weight can be given and told.
 * A name is `subject=value`.
 */
export function featuresOf(a: Side, b: Side): string[] {
  return [
    'bias',
    `words=${step(cosine(a.sketch.words, b.sketch.words), WORD_STEPS)}`,
    `lead=${step(cosine(a.sketch.lead, b.sketch.lead), WORD_STEPS)}`,
    `days=${daysApart(a, b)}`,
    `published=${publishedApart(a.sketch, b.sketch)}`,
    `place=${placesCompared(a.happening, b.happening)}`,
    `people=${shared(a.sketch.people, b.sketch.people)}`,
    `groups=${shared(a.sketch.groups, b.sketch.groups)}`,
    `ages=${shared(a.sketch.ages, b.sketch.ages)}`,
    `killed=${tollsCompared(a.happening, b.happening, 'killed')}`,
    `injured=${tollsCompared(a.happening, b.happening, 'injured')}`,
    `type=${typesCompared(a.happening, b.happening)}`,
  ];
}

const WORD_STEPS = [0.03, 0.06, 0.09, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8];
/** The step's upper bound that a value stays under. */
const step = (value: number, steps: readonly number[]): string => String(steps.find((bound) => value < bound) ?? 'more');

/** Days between the days of two happenings, where both are known. */
function daysApart({ happening: a }: Side, { happening: b }: Side): string {
  if (a.days === null || b.days === null) return 'unknown';
  return gap(Math.max(0, a.days[0] - b.days[1], b.days[0] - a.days[1]));
}
function publishedApart(a: Sketch, b: Sketch): string {
  return a.published === null || b.published === null ? 'unknown' : gap(Math.abs(a.published - b.published));
}
const gap = (days: number): string =>
  days <= 2 ? String(days) : days <= 4 ? '4' : days <= 7 ? '7' : days <= 14 ? '14' : days <= 31 ? '31' : 'more';

export function placesCompared({ place: a }: Happening, { place: b }: Happening): string {
  if (a === null || b === null) return 'unknown';
  if (a.name.toLowerCase() === b.name.toLowerCase() || (a.ref !== undefined && a.ref === b.ref)) return 'same';
  if (holds(a, b) || holds(b, a)) return 'inside';
  const far = kilometres(a, b);
  if (far === null) return 'unknown';
  return far < 15 ? 'near' : far < 60 ? 'county' : far < 400 ? 'region' : 'far';
}

/** How many two sets share: none, one, some; `one-sided` when there is nothing to compare. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): string {
  if (a.size === 0 || b.size === 0) return 'one-sided';
  let both = 0;
  for (const one of a) if (b.has(one)) both++;
  return both === 0 ? 'none' : both === 1 ? 'one' : both === 2 ? 'two' : 'more';
}

function tollsCompared(a: Happening, b: Happening, effect: 'killed' | 'injured'): string {
  const [one, two] = [a.toll.get(effect), b.toll.get(effect)];
  if (one === undefined && two === undefined) return 'neither';
  if (one === undefined || two === undefined) return 'one-sided';
  if (one === two) return one > 2 ? 'same-many' : 'same';
  return Math.abs(one - two) === 1 || Math.max(one, two) < 1.3 * Math.min(one, two) ? 'close' : 'other';
}

function typesCompared(a: Happening, b: Happening): string {
  if (a.claims.length === 0 || b.claims.length === 0) return 'unknown';
  if (a.group !== b.group) return 'other';
  const types = new Set(a.claims.map(({ type }) => type));
  if (b.claims.some(({ type }) => types.has(type))) return 'same';
  return a.claims.some((x) => b.claims.some((y) => meansDiffer(x.type, y.type))) ? 'other-means' : 'group';
}
