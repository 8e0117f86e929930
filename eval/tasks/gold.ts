import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJson } from '../../src/7-records/json.ts';
import { read } from '../../src/read.ts';
import { type GoldReport, goldPage } from '../gold-page.ts';
import { openData } from '../open-data.ts';
import { type GoldQuote, quoteRecall } from '../quote-recall.ts';
import { theKit } from '../reading.ts';
import type { Task, TaskResult } from '../task.ts';

interface Rate {
  readonly possible: number;
  readonly actual: number;
  readonly correct: number;
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
}
interface Scores {
  readonly reports: number;
  readonly goldClaims: number;
  readonly predClaims: number;
  readonly found: number;
  readonly slots: Readonly<Record<string, Rate>>;
}

export const task: Task = {
  name: 'gold',
  about: 'gold reports through the whole house, every slot of every claim against what a careful reader wrote down',
  open: 'gold',
  async run({ data, upper }) {
    const folder = mkdtempSync(join(tmpdir(), 'saidso-gold-'));
    try {
      return await score(upper ? inCapitals(data, join(folder, 'capitals')) : data, data, join(folder, 'records.jsonl'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** Reads every gold report into `records` and has the scorer of the data compare them. `scorerFolder` may hold that scorer; else the open one is used. */
async function score(gold: string, scorerFolder: string, records: string): Promise<TaskResult> {
  const kit = await theKit();
  const quotes = { gold: 0, found: 0, right: 0 };
  const lines: string[] = [];
  const missed: string[] = [];
  let milliseconds = 0;
  for (const file of jsonFiles(join(gold, 'reports'))) {
    const report = JSON.parse(readFileSync(join(gold, 'reports', file), 'utf8')) as GoldReport;
    const page = goldPage(report);
    const start = performance.now();
    const coded = read(page, kit);
    milliseconds += performance.now() - start;
    lines.push(JSON.stringify({ slug: report.slug, ...toJson(coded) }));
    const claims = join(gold, 'claims', file);
    const wanted = existsSync(claims) ? ((JSON.parse(readFileSync(claims, 'utf8')) as { quotes?: GoldQuote[] }).quotes ?? []) : [];
    const recall = quoteRecall(wanted, coded);
    quotes.gold += recall.gold;
    quotes.found += recall.found;
    quotes.right += recall.right;
    missed.push(...recall.missed.map((m) => `${report.slug}: ${m}`));
  }
  writeFileSync(records, `${lines.join('\n')}\n`);

  const call = (...flags: string[]): string =>
    execFileSync(process.execPath, [scorer(scorerFolder), '--gold', gold, '--pred', records, ...flags], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  const scores = JSON.parse(call('--json')) as Scores;
  const share = (n: number): number => (quotes.gold ? n / quotes.gold : 0);
  const perReport = milliseconds / Math.max(1, lines.length);
  const quoteLine = `quotes: ${quotes.found} of ${quotes.gold} found, ${quotes.right} with the right speaker; ${perReport.toFixed(1)} ms a report`;
  const errors = process.env['SAIDSO_ERRORS'] === '1';
  return {
    keys: {
      f1: scores.slots['ALL']?.f1 ?? 0,
      typeF1: scores.slots['type']?.f1 ?? 0,
      reports: scores.reports,
      slots: scores.slots,
      recall: scores.slots['ALL']?.recall ?? 0,
      precision: scores.slots['ALL']?.precision ?? 0,
      quotesFound: share(quotes.found),
      quotesRight: share(quotes.right),
      millisecondsPerReport: perReport,
    },
    table: [call(...(errors ? ['--errors'] : [])).trimEnd(), ...(errors ? missed : []), quoteLine].join('\n'),
  };
}

const jsonFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .sort();

/** The scorer reads the list of event types two folders above itself, so one without that page cannot be used. */
function scorer(data: string): string {
  const own = join(data, 'tools', 'score-gold.mjs');
  return existsSync(own) && existsSync(join(data, '..', 'record.md')) ? own : join(openData('gold'), 'tools', 'score-gold.mjs');
}

/** A copy of the gold folder with every text and every verbatim piece of it in capitals. */
function inCapitals(data: string, folder: string): string {
  const verbatim = new Set(['title', 'text', 'in', 'same', 'content', 'speaker', 'via']);
  const raise = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return verbatim.has(key) ? value.toUpperCase() : value;
    if (Array.isArray(value)) return value.map((v) => raise(v, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, raise(v, k)]));
  };
  for (const part of ['reports', 'claims']) {
    mkdirSync(join(folder, part), { recursive: true });
    for (const file of jsonFiles(join(data, part))) {
      writeFileSync(join(folder, part, file), JSON.stringify(raise(JSON.parse(readFileSync(join(data, part, file), 'utf8')), '')));
    }
  }
  return folder;
}
