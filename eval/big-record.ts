import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageFromBytes } from '../src/1-pages/page-from-bytes.ts';
import type { CodedReport } from '../src/5-claims/coded-report.ts';
import type { Store } from '../src/7-records/store.ts';
import type { Kit } from '../src/kit.ts';
import { read } from '../src/read.ts';
import { TELLERS, varier } from './made-reports.ts';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const READING = { codebook: 'made 1', software: '0' };
/** Reports kept in one transaction. */
const TOGETHER = 500;
/** Two thirds of the stories tell one event, the others two, and each is told by three reports: 20,000 reports hold about 10,000 events. */
const CLAIMS = [1, 2, 1];
const WORLD = { invented: 0, towns: null, papers: 200 };

/** A record as large as a desk's of some years, made from the reports of `examples/` by other names, places, days and words; always the same. */
export function makeBigRecord(store: Store, kit: Kit, reports: number, tell: (done: number) => void = () => undefined): void {
  const bases = exampleReports(kit);
  const vary = varier(bases, WORLD);
  const stories = bases.flatMap(pieces);
  for (let n = 0; n < reports; ) {
    store.together(() => {
      for (let more = 0; more < TOGETHER && n < reports; more++, n++) {
        const story = Math.floor(n / TELLERS);
        store.put(vary(stories[story % stories.length] as CodedReport, story, n % TELLERS), READING);
      }
    });
    store.refreshEvents(kit);
    tell(n);
  }
}

const exampleReports = (kit: Kit): CodedReport[] =>
  readdirSync(EXAMPLES)
    .sort()
    .map((name) =>
      read(
        pageFromBytes(readFileSync(join(EXAMPLES, name)), {
          source: name,
          url: null,
          mediaType: null,
          charset: null,
          published: undefined,
        }),
        kit,
      ),
    );

/** A report with each of its claims alone, or two that follow each other: so many stories come of a few examples. */
const pieces = (report: CodedReport): CodedReport[] =>
  report.claims.map((_, at) => ({ ...report, claims: report.claims.slice(at, at + (CLAIMS[at % CLAIMS.length] ?? 1)) }));
