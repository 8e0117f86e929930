import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../src/2-reports/extract.ts';
import type { Origin } from '../../src/2-reports/report.ts';
import { type GoldReport, goldPage } from '../gold-page.ts';
import { reportKit } from '../report-kit.ts';
import type { Task } from '../task.ts';

export const task: Task = {
  name: 'origins',
  about: 'where the gold reports say they come from: name and relation; a report with a raw copy is read from that',
  open: 'gold',
  run({ data }) {
    const kit = reportKit();
    const counts = { right: 0, extra: 0, missed: 0 };
    const faults: string[] = [];
    for (const file of readdirSync(join(data, 'reports'))
      .filter((name) => name.endsWith('.json'))
      .sort()) {
      const claims = join(data, 'claims', file);
      if (!existsSync(claims)) continue;
      const report = JSON.parse(readFileSync(join(data, 'reports', file), 'utf8')) as GoldReport;
      const wanted = ((JSON.parse(readFileSync(claims, 'utf8')) as { origins?: Origin[] }).origins ?? []).map(keyOf);
      const raw = join(data, 'raw', `${report.slug}.txt`);
      const page = existsSync(raw)
        ? { source: raw, url: null, mediaType: 'text/plain' as const, text: readFileSync(raw, 'utf8'), notes: [] }
        : goldPage(report);
      const found = extract(page, kit).origins.map(keyOf);
      for (const key of found) {
        if (wanted.includes(key)) counts.right += 1;
        else {
          counts.extra += 1;
          faults.push(`  extra   ${key}  (${report.slug})`);
        }
      }
      for (const key of wanted) {
        if (found.includes(key)) continue;
        counts.missed += 1;
        faults.push(`  missed  ${key}  (${report.slug})`);
      }
    }
    const precision = counts.right / (counts.right + counts.extra || 1);
    const recall = counts.right / (counts.right + counts.missed || 1);
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    const table = [
      `F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  (right ${counts.right}, extra ${counts.extra}, missed ${counts.missed})`,
      ...(process.env['SAIDSO_ERRORS'] ? faults : []),
    ].join('\n');
    return { keys: { f1, precision, recall }, table };
  },
};

/** Name and relation, "The" and case left out. */
const keyOf = (origin: Origin): string => `${origin.name.toLowerCase().replace(/^the /, '')} / ${origin.relation}`;
