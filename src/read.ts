import type { Page } from './1-pages/page.ts';
import { extract } from './2-reports/extract.ts';
import { parse } from './3-sentences/parse.ts';
import { annotate } from './4-mentions/annotate.ts';
import { code } from './5-claims/code.ts';
import type { CodedReport } from './5-claims/coded-report.ts';
import type { Kit } from './kit.ts';

/** Read one page: every floor of the house, in order. */
export function read(page: Page, kit: Kit): CodedReport {
  const report = extract(page, kit); //           2  page      → clean text, title, date, byline, origins
  const parsed = parse(report, kit); //           3  text      → sentences of tagged, parsed tokens
  const annotated = annotate(parsed, kit); //     4  sentences → names, times, places, counts, quotes
  return code(annotated, kit); //                 5  mentions  → claims, by the codebook
}
