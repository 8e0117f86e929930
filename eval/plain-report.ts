import { parse } from '../src/3-sentences/parse.ts';
import { annotate } from '../src/4-mentions/annotate.ts';
import { code } from '../src/5-claims/code.ts';
import type { CodedReport } from '../src/5-claims/coded-report.ts';
import type { Kit } from '../src/kit.ts';

/** Floors 3 to 5 over a text exactly as it stands, so that offsets of annotated data stay true. `published` is an ISO day. */
export function readAsItStands(text: string, kit: Kit, published: string | null = null): CodedReport {
  const report = {
    id: 'r_evaluation',
    source: 'evaluation',
    url: null,
    title: null,
    publisher: null,
    byline: null,
    language: 'en',
    published: { date: published, basis: published === null ? ('unknown' as const) : ('given' as const) },
    dateline: null,
    text,
    origins: [],
    notes: [],
  };
  return code(annotate(parse(report, kit), kit), kit);
}
