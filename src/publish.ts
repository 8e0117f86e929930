import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from './0-terms/errors.ts';
import type { Codebook } from './5-claims/codebook/codebook.ts';
import { discretionOf } from './7-records/exports/discretion.ts';
import type { Coarsening } from './7-records/exports/format.ts';
import type { EventQuery, EventSummary } from './7-records/overview.ts';
import { discreet } from './7-records/publish/discreet.ts';
import { eventPage } from './7-records/publish/event-page.ts';
import { listFiles } from './7-records/publish/list-page.ts';
import type { Site } from './7-records/publish/site.ts';
import type { PublishedEvent } from './7-records/publish/site-data.ts';
import { dataFile } from './7-records/publish/site-data.ts';
import type { ReportRecord } from './7-records/record.ts';
import { statement } from './7-records/statement.ts';
import type { Store } from './7-records/store.ts';

export interface PublishRequest {
  /** Made, or made anew when it holds an earlier publication. */
  readonly folder: string;
  readonly query: EventQuery;
  /** The filters in words, one line each. */
  readonly filters: readonly string[];
  readonly title: string;
  readonly licence: string;
  readonly privateNames: boolean;
  readonly coarsen: Coarsening | null;
  /** ISO day. */
  readonly madeOn: string;
  readonly software: string;
  readonly codebook: Pick<Codebook, 'name' | 'version' | 'licence' | 'families' | 'types'>;
  /** Folder of the built page: site.js, site.css, the outlines. */
  readonly assets: string;
  /** Told after each event. */
  readonly progress?: (done: number, total: number) => void;
}

export interface Published {
  readonly events: number;
  readonly reports: number;
  readonly files: number;
  readonly index: string;
}

/** Says that a folder is a publication, so that it may be replaced by a newer one. */
const MARK = 'saidso-publication.json';
const ASSETS = ['site.js', 'site.css', 'world-110m.js', 'world-50m.js'];

/**
 * Writes the events that fit as a folder that opens from disk and may be put on any web server. The same record, request and day give the
 * same bytes. Written beside its place and renamed when it is whole, so that a fault leaves what was there. Throws InputError, StoreError.
 */
export function publish(store: Store, request: PublishRequest): Published {
  const folder = resolve(request.folder);
  refuseForeign(folder);
  const assets = ASSETS.map((name) => join(request.assets, name));
  if (!assets.every((file) => existsSync(file)))
    throw new InputError(`${request.assets}: the page for published folders is not built; run \`npm run build\``);
  const fresh = join(dirname(folder), `.${basename(folder)}.new-${process.pid}`);
  try {
    mkdirSync(join(fresh, 'events'), { recursive: true });
    for (const part of ['assets', 'data']) mkdirSync(join(fresh, part));
    for (const file of assets) copyFileSync(file, join(fresh, 'assets', basename(file)));
    const published = write(store, request, fresh);
    exchange(fresh, folder);
    return { ...published, index: join(folder, 'index.html') };
  } catch (cause) {
    if (existsSync(fresh)) rmSync(fresh, { recursive: true, force: true });
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && /^E[A-Z]+$/.test(cause.code))
      throw new InputError(`${request.folder}: cannot be written (${cause.code}); choose another folder`, { cause });
    throw cause;
  }
}

/** Nothing of anybody's is overwritten: only an empty folder, or an earlier publication. */
function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new InputError(`${folder}: is a file; name a folder`);
  const inside = readdirSync(folder);
  if (inside.length > 0 && !inside.includes(MARK))
    throw new InputError(`${folder}: holds other files, which would be lost; name a new folder, or one that \`saidso publish\` made`);
}

function exchange(fresh: string, folder: string): void {
  const old = join(dirname(folder), `.${basename(folder)}.old-${process.pid}`);
  const had = existsSync(folder);
  if (had) renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (cause) {
    if (had) renameSync(old, folder);
    throw cause;
  }
  rmSync(old, { recursive: true, force: true });
}

function write(store: Store, request: PublishRequest, fresh: string): Omit<Published, 'index'> {
  const { codebook, privateNames, coarsen } = request;
  const labels = new Map(codebook.types.map(({ id, label }) => [id, label]));
  const label = (type: string): string => labels.get(type) ?? type.charAt(0).toUpperCase() + type.slice(1).replaceAll('-', ' ');
  const summaries = allOf(store, request.query);
  const days = summaries.flatMap(({ when }) => (when === null ? [] : [when.from, when.to])).sort();
  const told = new Set<string>();
  const site = (reports: number): Site => ({
    title: request.title,
    madeOn: request.madeOn,
    software: request.software,
    codebook: `${codebook.name} ${codebook.version}`,
    codebookLicence: codebook.licence,
    licence: request.licence,
    events: summaries.length,
    reports,
    days: days.length === 0 ? null : [days[0] ?? '', days.at(-1) ?? ''],
    filters: request.filters,
    privateNames,
    coarsened: coarsen === null ? null : COARSENED[coarsen],
  });
  for (const { id } of summaries) for (const report of store.event(id)?.reports ?? []) told.add(report);
  const here = site(told.size);
  const events = summaries.map((full, at): PublishedEvent => {
    const event = store.event(full.id);
    const records = (event?.reports ?? []).flatMap((id): ReportRecord[] => {
      const record = store.report(id)?.record;
      return record === undefined ? [] : [record];
    });
    const discretion = discretionOf(records, privateNames, coarsen);
    const summary = discreet(full, discretion);
    if (event !== null)
      writeFileSync(
        join(fresh, 'events', `${event.id}.html`),
        eventPage({ site: here, summary, event, records, discretion, label: label(summary.type) }),
      );
    request.progress?.(at + 1, summaries.length);
    return {
      ...summary,
      sources: sourcesOf(records),
      said: discretion.words(saidOf(summary, records, event?.claims ?? [], coarsen !== null)).toLowerCase(),
    };
  });
  const lists = listFiles({ site: here, events, label });
  for (const [path, text] of lists) writeFileSync(join(fresh, path), text);
  const families = codebook.families.map((family) => ({
    family,
    types: codebook.types.filter((type) => type.family === family).map(({ id, label: called }) => ({ id, label: called })),
  }));
  writeFileSync(join(fresh, 'data', 'events.js'), dataFile({ events, families }));
  const { events: n, madeOn, software } = here;
  writeFileSync(
    join(fresh, MARK),
    `${JSON.stringify({ format: 'saidso-publication/1', title: here.title, madeOn, software, codebook: here.codebook, events: n })}\n`,
  );
  return { events: events.length, reports: told.size, files: events.length + lists.length + ASSETS.length + 2 };
}

const COARSENED: Readonly<Record<Coarsening, string>> = {
  admin1:
    'Places are told by their first division (province, state); headlines, statements and quoted words, which would name them, are left out.',
  country: 'Places are told by their country; headlines, statements and quoted words, which would name them, are left out.',
};

function allOf(store: Store, query: EventQuery): readonly EventSummary[] {
  const all: EventSummary[] = [];
  let after: string | undefined;
  do {
    const { items, next } = store.overview.list(query, '-date', { limit: 500, ...(after === undefined ? {} : { after }) });
    all.push(...items);
    after = next ?? undefined;
  } while (after !== undefined);
  return all;
}

const sourcesOf = (records: readonly ReportRecord[]): readonly string[] =>
  [...new Set(records.flatMap(({ report: { publisher } }) => (publisher === null ? [] : [publisher])))].sort();

/** What the search of the folder looks through: headlines and what the claims say; where places are blunted, the event in short alone. */
function saidOf(
  summary: EventSummary,
  records: readonly ReportRecord[],
  claims: readonly { readonly claim: string }[],
  blunt: boolean,
): string {
  const short = [...summary.actors, ...summary.targets].map(({ name }) => name);
  if (blunt) return [summary.where?.name ?? '', ...short].join(' ');
  const ids = new Set(claims.map(({ claim }) => claim));
  const lines = records.flatMap((record) => [
    record.report.title ?? '',
    ...record.claims.filter(({ id }) => ids.has(id)).map((claim) => statement(claim, record).line),
  ]);
  return [...new Set([summary.where?.name ?? '', ...short, ...lines])].join(' ');
}
