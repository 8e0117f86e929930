import { readFileSync } from 'node:fs';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import { type MergeKit, sameEventFromText } from '../../src/6-events/merge-kit.ts';
import { wordWeightsFromText } from '../../src/6-events/same/word-weights.ts';
import { makeClaim, makeEntity, makeMention, makeReport, spanOf } from '../make.ts';

const model = (name: string): string => readFileSync(new URL(`../../data/models/en/same-event/${name}`, import.meta.url), 'utf8');
/** What merges, with the weights of the model. */
export const kit: MergeKit = { wordWeights: wordWeightsFromText(model('words.tsv')), sameEvent: sameEventFromText(model('weights.tsv')) };
/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const TOWNS = ['Karvel', 'Tolvar', 'Ostrin'];
const VICTIMS = ['Mara Delane', 'Piet Orrel', 'Ilse Varn', 'Jon Reed'];
const WORDS =
  'bridge harbour market convoy checkpoint mosque school orchard quarry depot ferry chapel tannery granary mill lighthouse'.split(' ');

/** Report `n` of a small war: what it tells overlaps with others, and some are copies. */
export function tellingReport(n: number, next: () => number, earlier: readonly CodedReport[]): CodedReport {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const [town, victim, day] = [pick(TOWNS), pick(VICTIMS), 1 + Math.floor(next() * 6)];
  const dead = 1 + Math.floor(next() * 4);
  const source = earlier.length > 0 && next() < 0.25 ? pick(earlier) : null;
  const words = Array.from({ length: 30 }, () => pick(WORDS)).join(' ');
  const text =
    source !== null
      ? `${source.text.slice(0, Math.floor(source.text.length * (0.6 + 0.4 * next())))} Correspondent ${n}.`
      : `A bombing in ${town} killed ${dead} near the ${pick(WORDS)}. ${victim} was among them. Police arrested two later. ${words}. Report ${n}.`;
  const published = `2019-03-0${Math.min(9, day + Math.floor(next() * 3))}`;
  if (source !== null) {
    const told = source.claims.filter(({ trigger }) => trigger[1] < text.length - 20);
    const claims = told.map(({ id: _, ...claim }) => makeClaim(text, claim.type, text.slice(...claim.trigger), claim));
    return makeReport({ ...source, id: `r_${n}`, text, source: `${n}.txt`, published: { date: published, basis: 'metadata' }, claims });
  }
  const when = { from: `2019-03-0${day}`, to: `2019-03-0${day}`, precision: 'day', basis: 'explicit', rule: 'test' } as const;
  const toll = [{ effect: 'killed', low: dead, high: dead, span: spanOf(text, 'killed'), rule: 'test' }] as const;
  const where = { entity: 'e1', span: spanOf(text, town), rule: 'test' };
  return makeReport({
    id: `r_${n}`,
    text,
    source: `${n}.txt`,
    title: `${town} ${pick(WORDS)}`,
    published: { date: next() < 0.1 ? null : published, basis: 'metadata' },
    entities: [
      makeEntity('e1', 'place', town, { ref: `geonames:${town}`, country: 'PK', precision: 'exact' }),
      makeEntity('e2', 'person', victim),
    ],
    mentions: [makeMention(text, 'm1', 'place', town, 'e1'), makeMention(text, 'm2', 'person', victim, 'e2')],
    claims: [
      makeClaim(text, 'bombing', 'bombing', { where, toll, ...(next() < 0.7 ? { when } : {}) }),
      ...(next() < 0.6 ? [makeClaim(text, 'killing', 'among them', { where })] : []),
      ...(next() < 0.6 ? [makeClaim(text, 'arrest', 'arrested', {})] : []),
    ],
  });
}
