import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cut } from '../../src/0-terms/span.ts';
import type { Page } from '../../src/1-pages/page.ts';
import { read } from '../../src/read.ts';
import { everyFile, jsonLines } from '../data-files.ts';
import { type GoldReport, goldPage } from '../gold-page.ts';
import { openData } from '../open-data.ts';
import { textPage, theKit } from '../reading.ts';
import type { Task } from '../task.ts';

/** A text that tells of no political violence, and the set that it comes from. */
interface QuietText {
  readonly set: 'gold' | 'negatives';
  readonly name: string;
  readonly page: Page;
}
interface Tally {
  reports: number;
  claims: number;
  withClaims: number;
}

export const task: Task = {
  name: 'quiet',
  about: 'violence claims a report on texts that tell of none: gold reports without violence or unrest, documents labelled 0',
  open: 'corpora/glocon-sample',
  async run({ data, options }) {
    const kit = await theKit();
    const family = new Map(kit.codebook.types.map((type) => [type.id, type.family]));
    const eventful = (type: string): boolean => family.get(type) === 'violence' || family.get(type) === 'unrest';
    // The open measurement is of two sets that lie apart; other data is one folder with either or both of them.
    const folders = data === openData('corpora/glocon-sample') ? [data, openData('gold')].filter(existsSync) : [data];
    const texts = folders.flatMap(everyFile).flatMap((file) => [...quietReports(file, eventful), ...negatives(file)]);
    const first = Number(options?.['first'] ?? texts.length);

    const sets = { gold: emptyTally(), negatives: emptyTally() };
    const byRule = new Map<string, number>();
    const shown: string[] = [];
    for (const { set, name, page } of texts.slice(0, first)) {
      const report = read(page, kit);
      const violent = report.claims.filter((claim) => family.get(claim.type) === 'violence');
      sets[set].reports++;
      sets[set].claims += violent.length;
      if (violent.length > 0) sets[set].withClaims++;
      for (const claim of violent) {
        byRule.set(claim.rule, (byRule.get(claim.rule) ?? 0) + 1);
        shown.push(`${name}  ${claim.rule}  ${claim.confidence.toFixed(2)}  ${cut(report.text, claim.sentence).replace(/\s+/g, ' ')}`);
      }
    }

    const all = { reports: 0, claims: 0, withClaims: 0 };
    for (const tally of Object.values(sets)) for (const key of ['reports', 'claims', 'withClaims'] as const) all[key] += tally[key];
    const line = (title: string, { reports, claims, withClaims }: Tally): string =>
      `${title.padEnd(26)}${String(reports).padStart(8)}${String(claims).padStart(8)}${String(withClaims).padStart(8)}${ratio(claims, reports).toFixed(3).padStart(10)}`;
    const rules = [...byRule].sort((a, b) => b[1] - a[1]).slice(0, 15);
    return {
      keys: {
        claims: ratio(all.claims, all.reports),
        withClaims: ratio(all.withClaims, all.reports),
        reports: all.reports,
        gold: ratio(sets.gold.claims, sets.gold.reports),
        negatives: ratio(sets.negatives.claims, sets.negatives.reports),
        byRule: Object.fromEntries(rules),
      },
      table: [
        `${''.padEnd(26)} reports  claims with any  a report`,
        line('gold reports', sets.gold),
        line('documents labelled 0', sets.negatives),
        line('all', all),
        '',
        ...rules.map(([rule, count]) => `${String(count).padStart(5)}  ${rule}`),
        ...(process.env['SAIDSO_ERRORS'] === '1' ? ['', ...shown] : []),
      ].join('\n'),
    };
  },
};

const emptyTally = (): Tally => ({ reports: 0, claims: 0, withClaims: 0 });
const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** The gold report of a file `reports/X.json` when `claims/X.json` beside it has no claim of violence or unrest. */
function quietReports(file: string, eventful: (type: string) => boolean): QuietText[] {
  if (!file.endsWith('.json') || basename(dirname(file)) !== 'reports') return [];
  const claims = join(dirname(file), '..', 'claims', basename(file));
  if (!existsSync(claims)) return [];
  const gold = JSON.parse(readFileSync(claims, 'utf8')) as { readonly claims: readonly { readonly type: string }[] };
  if (gold.claims.some((claim) => eventful(claim.type))) return [];
  const report = JSON.parse(readFileSync(file, 'utf8')) as GoldReport;
  return [{ set: 'gold', name: report.slug, page: goldPage(report) }];
}

/** Documents of a file of JSON lines with `text` and `label`, those that are labelled 0. */
function negatives(file: string): QuietText[] {
  if (!/\.jsonl?$/.test(file) || !/^\{[^\n]*"label"\s*:/.test(readFileSync(file, 'utf8'))) return [];
  return jsonLines<{ readonly id?: string; readonly text?: string; readonly label?: number }>(file)
    .filter((document) => document.label === 0 && typeof document.text === 'string')
    .map(({ id, text = '' }) => ({ set: 'negatives', name: id ?? basename(file), page: textPage(text) }));
}
