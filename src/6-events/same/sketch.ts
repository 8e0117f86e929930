import { dayOfIso } from '../../0-terms/calendar.ts';
import { cut } from '../../0-terms/span.ts';
import type { MergeReport } from '../merge-report.ts';
import { type WordVector, type WordWeights, wordsOf, wordVector } from './word-weights.ts';

/** A report as the comparison sees it: its words, its first words, the people it names, its day. */
export interface Sketch {
  readonly report: string;
  readonly words: WordVector;
  readonly lead: WordVector;
  /** Full names of persons, lower case. */
  readonly people: ReadonlySet<string>;
  /** "21-year-old" and the like: the ages that are told. */
  readonly ages: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** Day number of publication; null when unknown. */
  readonly published: number | null;
}

const LEAD = 500;

export function sketchOf(report: MergeReport, weights: WordWeights): Sketch {
  const { text, title, published } = report;
  const people = new Set<string>();
  const groups = new Set<string>();
  for (const { entity, form, span } of report.mentions) {
    if (form !== 'name') continue;
    const known = report.entities.find(({ id }) => id === entity);
    const name = (known?.name ?? cut(text, span)).toLowerCase();
    if (known?.kind === 'person' && name.includes(' ')) people.add(name);
    else if (known?.kind === 'group' || known?.kind === 'facility') groups.add(name);
  }
  const body = wordsOf(`${title ?? ''} ${text}`);
  return {
    report: report.id,
    words: wordVector(body, weights),
    lead: wordVector(wordsOf(`${title ?? ''} ${text.slice(0, LEAD)}`), weights),
    people,
    groups,
    ages: new Set([...text.matchAll(/\b(\d{1,2})[- ]years?[- ]old\b|, (\d{1,2}),/gi)].map((match) => match[1] ?? match[2] ?? '')),
    published: published.date === null ? null : dayOfIso(published.date),
  };
}
