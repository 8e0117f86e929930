import { readFileSync } from 'node:fs';
import type { Report } from '../src/2-reports/report.ts';
import { parse } from '../src/3-sentences/parse.ts';
import type { ParseKit } from '../src/3-sentences/parse-kit.ts';
import { makeParseKit } from '../src/3-sentences/parse-kit.ts';
import type { ParsedReport } from '../src/3-sentences/parsed-report.ts';

const file = (path: string): URL => new URL(`../data/${path}`, import.meta.url);
let kit: ParseKit | undefined;

/** The kit of floor 3 alone, for measurements of single parts of floor 4. */
export const parseKit = (): ParseKit =>
  (kit ??= makeParseKit({
    tagger: readFileSync(file('models/en/tagger/weights.bin')),
    parser: readFileSync(file('models/en/parser/weights.bin')),
    clusters: readFileSync(file('models/en/clusters/weights.bin')),
    lemmas: readFileSync(file('lexicon/en/lemmas.txt'), 'utf8'),
    abbreviations: readFileSync(file('lexicon/en/abbreviations.txt'), 'utf8'),
  }));

/** Plain text as a report with nothing known but its text, parsed. Offsets are those of `text`. */
export function parsedText(text: string, known: Partial<Report> = {}): ParsedReport {
  const report: Report = {
    id: 'r_text',
    source: 'evaluation',
    url: null,
    title: null,
    publisher: null,
    byline: null,
    language: 'en',
    published: { date: null, basis: 'unknown' },
    dateline: null,
    text,
    origins: [],
    notes: [],
    ...known,
  };
  return parse(report, parseKit());
}
