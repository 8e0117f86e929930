import { dayOfIso } from '../../0-terms/calendar.ts';
import { cut } from '../../0-terms/span.ts';
import { bandKeys } from '../copies/copy-index.ts';
import { textWords } from '../copies/text-words.ts';
import type { Happening } from '../happening.ts';
import type { MergeReport } from '../merge-report.ts';
import type { Outline } from '../outline.ts';
import { outlineOf } from '../outline-of.ts';
import { keysOf } from './keys.ts';
import { type WordVector, type WordWeights, wordNumber, wordsOf, wordVector } from './word-weights.ts';

/** A report as the comparison sees it: small, made once, and all in numbers but for what its happenings are. */
export interface Sketch {
  readonly report: string;
  /** Day number of publication; `UNDATED`, after all others, when unknown. */
  readonly day: number;
  /** Orders the reports of one day: made from the id. */
  readonly rank: number;
  readonly words: WordVector;
  readonly lead: WordVector;
  /** Full names of persons, ages that are told, groups and facilities: numbers made of the words, rising. */
  readonly people: Int32Array;
  readonly ages: Int32Array;
  readonly groups: Int32Array;
  /** Numbers under which the report is looked for. */
  readonly keys: readonly number[];
  /** MinHash bands of its windows, rising: a copy shares some. */
  readonly bands: Float64Array;
  /** The main one first. */
  readonly happenings: readonly Outline[];
}

export const UNDATED = 4_000_000;
const LEAD = 500;

/** Sketch of a report that tells these happenings, for comparing; deterministic. */
export function sketchOf(report: MergeReport, happenings: readonly Happening[], weights: WordWeights): Sketch {
  const { text, title, published } = report;
  const people = new Set<number>();
  const groups = new Set<number>();
  const entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  for (const { entity, form, span } of report.mentions) {
    if (form !== 'name') continue;
    const known = entities.get(entity);
    const name = (known?.name ?? cut(text, span)).toLowerCase();
    if (known?.kind === 'person' && name.includes(' ')) people.add(wordNumber(name));
    else if (known?.kind === 'group' || known?.kind === 'facility') groups.add(wordNumber(name));
  }
  const ages = [...text.matchAll(/\b(\d{1,2})[- ]years?[- ]old\b|, (\d{1,2}),/gi)].map((match) => Number(match[1] ?? match[2]));
  const part = {
    report: report.id,
    day: published.date === null ? UNDATED : dayOfIso(published.date),
    rank: rankOf(report.id),
    words: wordVector(wordsOf(`${title ?? ''} ${text}`), weights),
    lead: wordVector(wordsOf(`${title ?? ''} ${text.slice(0, LEAD)}`), weights),
    people: rising(people),
    ages: rising(new Set(ages)),
    groups: rising(groups),
    bands: Float64Array.from(new Set(bandKeys(textWords(text)))).sort(),
    happenings: happenings.map(outlineOf),
  };
  return { ...part, keys: keysOf(part) };
}

const rising = (numbers: ReadonlySet<number>): Int32Array => Int32Array.from(numbers).sort();

/** 48 bits of an id, so that an order of reports needs no words. */
function rankOf(id: string): number {
  return (wordNumber(id) >>> 0) + 0x100000000 * ((wordNumber(`${id} `) ^ wordNumber(id.slice(-8))) & 0xffff);
}

/** Order of publication, reports of one day by rank. The same whatever order reports came in. */
export const inOrder = (a: Pick<Sketch, 'day' | 'rank' | 'report'>, b: Pick<Sketch, 'day' | 'rank' | 'report'>): number =>
  a.day - b.day || a.rank - b.rank || (a.report < b.report ? -1 : a.report > b.report ? 1 : 0);

/** How many numbers two rising lists share, `most` at most. */
export function sharedNumbers(a: Int32Array | Float64Array, b: Int32Array | Float64Array, most: number): number {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length && both < most; ) {
    const [one, two] = [a[i] as number, b[j] as number];
    if (one === two) both++;
    if (one <= two) i++;
    if (two <= one) j++;
  }
  return both;
}
