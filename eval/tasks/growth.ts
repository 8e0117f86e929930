import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import type { Kit } from '../../src/kit.ts';
import { read } from '../../src/read.ts';
import { readArticles } from '../copies/longtail.ts';
import { type GoldReport, goldPage } from '../gold-page.ts';
import { hash, TELLERS, varier } from '../made-reports.ts';
import { openData } from '../open-data.ts';
import { theKit } from '../reading.ts';
import type { Task } from '../task.ts';

const SIZES = [1_000, 10_000];
const LARGEST = 100_000;
/** Reports added one by one at each size, each kept and merged by itself. */
const MEASURED = 60;
const WARM_UP = 6;
/** Reports kept together while the record is filled. */
const TOGETHER = 500;
const ARTICLES = 100;
/** Half of the names are of one story alone, as most family names are; a few towns have most of what happens. */
const WORLD = { invented: 50, towns: 2000, papers: 500 };
const READING = { codebook: 'growth 1', software: '0' };

export const task: Task = {
  name: 'growth',
  about:
    'milliseconds to keep and merge one more report at 1,000 and 10,000 reports (--all: also 100,000), made from real ones by other words, names, places and days',
  open: 'gold',
  async run({ data, options }) {
    const kit = await theKit();
    const real = realReports(data, kit);
    const vary = varier(real, WORLD);
    const made = (n: number): CodedReport => {
      const story = Math.floor(n / TELLERS);
      return vary(real[hash(`story ${story}`) % real.length] as CodedReport, story, n % TELLERS);
    };
    const folder = mkdtempSync(join(tmpdir(), 'saidso-growth-'));
    const lines = [
      `${real.length} real reports varied; median and ninth decile of ${MEASURED} reports added one by one, to each record in turn`,
    ];
    const records: GrownRecord[] = [];
    try {
      let n = 0;
      for (const size of options?.['all'] ? [...SIZES, LARGEST] : SIZES) {
        const path = join(folder, `${size}.db`);
        const before = records.at(-1);
        if (before !== undefined) copyFileSync(before.path, path);
        const started = performance.now();
        const from = n;
        const store = open(path);
        while (n < size) {
          store.together(() => {
            for (let more = 0; more < TOGETHER && n < size; more++) store.put(made(n++), READING);
          });
          store.refreshEvents(kit);
        }
        const { total } = store.events({}, { limit: 1 });
        store.close();
        const filled = (n - from) / ((performance.now() - started) / 1000);
        records.push({ size, path, filled, events: total, keeping: [], merging: [] });
      }
      addOneByOne(records, (nth) => made(n + nth), kit);
      for (const { size, path, filled, events, keeping, merging } of records) {
        const both = togetherOf(keeping, merging);
        lines.push(
          `${size.toLocaleString('en-GB').padStart(8)} reports: ${quantile(both, 0.5).toFixed(1)} ms (kept ${quantile(keeping, 0.5).toFixed(1)}, merged ${quantile(merging, 0.5).toFixed(1)}), ninth decile ${quantile(both, 0.9).toFixed(1)}; ${filled.toFixed(0)} reports a second while filling; ${events} events, ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB`,
        );
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const medians = records.map(({ size, keeping, merging }) => [size, quantile(togetherOf(keeping, merging), 0.5)] as const);
    const ratio = (medians.at(-1)?.[1] ?? 0) / (medians[0]?.[1] ?? 1);
    lines.push(
      `one more report in a record of ${medians.at(-1)?.[0].toLocaleString('en-GB')} costs ${ratio.toFixed(2)} times that in one of 1,000`,
    );
    return { keys: { ratio, milliseconds: Object.fromEntries(medians) }, table: lines.join('\n') };
  },
};

interface GrownRecord {
  readonly size: number;
  readonly path: string;
  /** Reports a second while it was filled. */
  readonly filled: number;
  readonly events: number;
  /** Milliseconds by report added. */
  readonly keeping: number[];
  readonly merging: number[];
}
const togetherOf = (keeping: readonly number[], merging: readonly number[]): number[] =>
  keeping.map((ms, at) => ms + (merging[at] as number));

/** Adds reports to all records in turn, so that what else the machine does slows them alike; the first few only warm up. */
function addOneByOne(records: readonly GrownRecord[], made: (nth: number) => CodedReport, kit: Kit): void {
  const stores = records.map(({ path }) => open(path));
  for (let nth = 0; nth < WARM_UP + MEASURED; nth++) {
    const report = made(nth);
    records.forEach(({ keeping, merging }, at) => {
      const store = stores[at] as Store;
      const before = performance.now();
      store.put(report, READING);
      const between = performance.now();
      store.refreshEvents(kit);
      if (nth < WARM_UP) return;
      keeping.push(between - before);
      merging.push(performance.now() - between);
    });
  }
  for (const store of stores) store.close();
}

/** The gold reports and some of the incidents' articles, read. */
function realReports(data: string, kit: Kit): CodedReport[] {
  const folder = join(data, 'reports');
  const gold = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => goldPage(JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldReport));
  const longtail = openData('corpora/gva-longtail');
  const articles = !existsSync(longtail)
    ? []
    : readArticles(longtail)
        .filter(({ template }) => !template)
        .slice(0, ARTICLES)
        .map(({ id, title, published, text }) => goldPage({ slug: id, title, publisher: null, published, text }));
  return [...gold, ...articles].map((page) => read(page, kit));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
}
