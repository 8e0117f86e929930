import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../src/2-reports/extract.ts';
import { parse } from '../../src/3-sentences/parse.ts';
import { annotate } from '../../src/4-mentions/annotate.ts';
import { code } from '../../src/5-claims/code.ts';
import { type GoldReport, goldPage } from '../gold-page.ts';
import { theKit } from '../reading.ts';
import type { Task } from '../task.ts';

const WARM_UP = 2;
const ROUNDS = 5;

/** A floor's name, the milliseconds that it took over all reports in one round. */
type Times = Record<'reports' | 'sentences' | 'mentions' | 'claims', number>;

export const task: Task = {
  name: 'speed',
  about: 'reports and tokens a second, floor by floor, one core, warm (the best of five rounds)',
  open: 'gold',
  async run({ data }) {
    const started = performance.now();
    const kit = await theKit();
    const loading = performance.now() - started;
    const folder = join(data, 'reports');
    const pages = readdirSync(folder)
      .filter((f) => f.endsWith('.json'))
      .sort()
      .map((f) => goldPage(JSON.parse(readFileSync(join(folder, f), 'utf8')) as GoldReport));

    let best: Times | undefined;
    let tokens = 0;
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const times: Times = { reports: 0, sentences: 0, mentions: 0, claims: 0 };
      tokens = 0;
      for (const page of pages) {
        const t0 = performance.now();
        const report = extract(page, kit);
        const t1 = performance.now();
        const parsed = parse(report, kit);
        const t2 = performance.now();
        const annotated = annotate(parsed, kit);
        const t3 = performance.now();
        code(annotated, kit);
        times.claims += performance.now() - t3;
        times.mentions += t3 - t2;
        times.sentences += t2 - t1;
        times.reports += t1 - t0;
        for (const sentence of parsed.sentences) tokens += sentence.tokens.length;
      }
      if (round >= WARM_UP && (best === undefined || total(times) < total(best))) best = times;
    }

    const times = best as Times;
    const perSecond = (n: number, ms: number): number => (ms > 0 ? (1000 * n) / ms : 0);
    const rows = [...Object.entries(times), ['all', total(times)] as const];
    const table = rows.map(([floor, ms]) =>
      [
        floor.padEnd(10),
        (ms / pages.length).toFixed(2).padStart(14),
        perSecond(pages.length, ms).toFixed(0).padStart(10),
        perSecond(tokens, ms).toFixed(0).padStart(10),
      ].join(' '),
    );
    return {
      keys: {
        reportsPerSecond: perSecond(pages.length, total(times)),
        tokensPerSecond: perSecond(tokens, total(times)),
        millisecondsPerReport: total(times) / pages.length,
        loadingMilliseconds: loading,
        byFloor: Object.fromEntries(
          rows.map(([floor, ms]) => [floor, { reportsPerSecond: perSecond(pages.length, ms), tokensPerSecond: perSecond(tokens, ms) }]),
        ),
        reports: pages.length,
        tokens,
      },
      table: [
        `${pages.length} reports, ${tokens} tokens, kit loaded in ${loading.toFixed(0)} ms`,
        'floor       ms a report  reports/s   tokens/s',
        ...table,
      ].join('\n'),
    };
  },
};

const total = (times: Times): number => times.reports + times.sentences + times.mentions + times.claims;
