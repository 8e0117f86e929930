import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findNames } from '../../src/4-mentions/names/find-names.ts';
import { kilometres } from '../../src/4-mentions/places/choose-together.ts';
import { findPlaceNames } from '../../src/4-mentions/places/find-place-names.ts';
import { joinPlaceNames } from '../../src/4-mentions/places/join-place-names.ts';
import type { ResolvedPlace } from '../../src/4-mentions/places/resolve-places.ts';
import { resolvePlaces } from '../../src/4-mentions/places/resolve-places.ts';
import { parsedText } from '../parsed-text.ts';
import { theKit } from '../reading.ts';
import type { Task, TaskInput, TaskResult } from '../task.ts';

/** A place name of the gold, with the types and coordinates the data gives. */
interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly type?: string;
  readonly lat?: number;
  readonly lon?: number;
}
interface Article {
  readonly docid: string;
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}
interface Tally {
  gold: number;
  predicted: number;
  hit: number;
  located: number;
  right: number;
  goldLocated: number;
}
const NEAR_KM = 161;

/** Spans that are marked in the gold but are no place with coordinates (GeoWebNews' other types): neither asked for nor wrong. */
const isAsked = (t: Toponym): boolean => t.type === undefined || t.lat !== undefined;

function files(data: string): string[] {
  if (statSync(data).isFile()) return [data];
  return readdirSync(data, { recursive: true })
    .map(String)
    .filter((f) => f.endsWith('.jsonl'))
    .sort()
    .map((f) => join(data, f));
}

const bare = (text: string, start: number, end: number): string =>
  `${start + (/^(?:the |The )/.exec(text.slice(start, end))?.[0].length ?? 0)}-${end - (/(?:'s|’s|[.,])$/.exec(text.slice(start, end))?.[0].length ?? 0)}`;

function score(
  article: Article,
  places: readonly ResolvedPlace[],
  tally: Tally,
): { missed: Toponym[]; extra: ResolvedPlace[]; far: [Toponym, ResolvedPlace][] } {
  const asked = article.toponyms.filter(isAsked);
  const other = article.toponyms.filter((t) => !isAsked(t));
  const byExtent = new Map<string, ResolvedPlace>();
  for (const p of places) for (const [s, e] of [p.extent, p.span]) byExtent.set(bare(article.text, s, e), p);
  const used = new Set<ResolvedPlace>();
  const missed: Toponym[] = [];
  const far: [Toponym, ResolvedPlace][] = [];
  for (const t of asked) {
    tally.gold++;
    if (t.lat !== undefined) tally.goldLocated++;
    const p = byExtent.get(bare(article.text, t.start, t.end));
    if (p === undefined || used.has(p)) {
      missed.push(t);
      continue;
    }
    used.add(p);
    tally.hit++;
    if (t.lat === undefined || t.lon === undefined) continue;
    tally.located++;
    if (p.lat !== null && p.lon !== null && kilometres({ lat: t.lat, lon: t.lon }, { lat: p.lat, lon: p.lon }) <= NEAR_KM) tally.right++;
    else far.push([t, p]);
  }
  const extra = places.filter((p) => !used.has(p) && !other.some((t) => t.start < p.span[1] && p.span[0] < t.end));
  tally.predicted += used.size + extra.length;
  return { missed, extra, far };
}

const shares = (t: Tally): { found: number; precision: number; recall: number; within161: number; endToEnd: number } => ({
  found: (2 * t.hit) / Math.max(1, t.gold + t.predicted),
  precision: t.hit / Math.max(1, t.predicted),
  recall: t.hit / Math.max(1, t.gold),
  within161: t.right / Math.max(1, t.located),
  endToEnd: t.right / Math.max(1, t.goldLocated),
});

async function run(input: TaskInput): Promise<TaskResult> {
  const kit = await theKit();
  const rows: string[] = ['set                 articles    gold   found       P       R  within161  endToEnd'];
  const results: ReturnType<typeof shares>[] = [];
  const bySet: Record<string, unknown> = {};
  for (const file of files(input.data)) {
    const tally: Tally = { gold: 0, predicted: 0, hit: 0, located: 0, right: 0, goldLocated: 0 };
    let articles = 0;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const article = JSON.parse(line) as Article;
      articles++;
      const text = input.upper ? inCapitals(article.text) : article.text;
      const parsed = parsedText(text);
      const errors = score(
        article,
        resolvePlaces(parsed, joinPlaceNames(findPlaceNames(parsed, kit), findNames(parsed, kit), text), null, kit),
        tally,
      );
      if (input.options?.['errors']) rows.push(...listErrors(article, errors));
    }
    const s = shares(tally);
    const name = file.replace(/^.*\//, '').replace('.jsonl', '');
    results.push(s);
    bySet[name] = s;
    rows.push(
      `${name.padEnd(20)}${String(articles).padStart(8)}${String(tally.gold).padStart(8)}${[
        s.found,
        s.precision,
        s.recall,
        s.within161,
        s.endToEnd,
      ]
        .map((x) => x.toFixed(3))
        .map((x, i) => x.padStart([8, 8, 8, 11, 10][i] ?? 8))
        .join('')}`,
    );
  }
  const mean = (key: keyof ReturnType<typeof shares>): number => results.reduce((sum, r) => sum + r[key], 0) / Math.max(1, results.length);
  const keys = { found: mean('found'), within161: mean('within161'), endToEnd: mean('endToEnd'), bySet };
  rows.push(
    `mean of the sets    ${' '.repeat(16)}${keys.found.toFixed(3).padStart(8)}${' '.repeat(16)}${keys.within161.toFixed(3).padStart(11)}${keys.endToEnd.toFixed(3).padStart(10)}`,
  );
  return { keys, table: rows.join('\n') };
}

/** Capitals of the same length, so that offsets stay. */
const inCapitals = (text: string): string => text.replace(/\p{Ll}/gu, (c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c));

function listErrors(article: Article, errors: ReturnType<typeof score>): string[] {
  const around = (s: number, e: number): string =>
    `${article.text.slice(Math.max(0, s - 30), s)}[${article.text.slice(s, e)}]${article.text.slice(e, e + 30)}`.replace(/\s+/g, ' ');
  return [
    ...errors.missed.map((t) => `missed ${article.docid} ${around(t.start, t.end)}`),
    ...errors.extra.map((p) => `extra ${article.docid} ${p.role} ${around(...p.span)}`),
    ...errors.far.map(
      ([t, p]) =>
        `far ${article.docid} ${around(...p.span)} gold ${t.lat},${t.lon} got ${p.name} ${p.country} ${p.admin1} ${p.lat},${p.lon} ${p.precision}`,
    ),
  ];
}

export const task: Task = {
  name: 'places',
  about: 'place names found (exact span, F1), and of those the share placed within 161 km; --errors lists what went wrong',
  open: 'corpora/geoparsing',
  run,
};
