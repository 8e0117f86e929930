import type { Database } from 'better-sqlite3';
import type { Span } from '../0-terms/span.ts';
import { cut } from '../0-terms/span.ts';
import type { Claim, CodedReport, Filler, Source, Toll } from '../5-claims/coded-report.ts';
import { toJson } from './json.ts';
import { prepared } from './prepared.ts';
import type { ReportRecord } from './record.ts';
import type { PutOutcome, Reading } from './store.ts';

interface Kept {
  readonly source: string;
  readonly published: string | null;
  readonly record: string;
  readonly codebook: string;
  readonly software: string;
}

/**
 * Keeps one reading in one transaction. The first place a text was seen in gives its reading (title, date, values); the same
 * text from elsewhere is noted as another appearance, and takes over only when it brings a date that was missing.
 */
export function putReport(db: Database, coded: CodedReport, reading: Reading): PutOutcome {
  return db
    .transaction((): PutOutcome => {
      const told = toJson(coded);
      const record = JSON.stringify(told);
      const kept = prepared(db, 'SELECT source, published, record, codebook, software FROM reports WHERE id = ?').get(coded.id) as
        | Kept
        | undefined;
      if (kept === undefined) {
        write(db, coded, told, record, reading, false);
        return 'added';
      }
      if (kept.source !== coded.source && !(kept.published === null && coded.published.date !== null)) {
        return appear(db, coded) ? 'copy' : 'unchanged';
      }
      if (
        kept.record === record &&
        kept.codebook === reading.codebook &&
        kept.software === reading.software &&
        kept.source === coded.source
      )
        return 'unchanged';
      write(db, coded, told, record, reading, true);
      return 'updated';
    })
    .immediate();
}

/** Notes the place; true when it was not known. */
function appear(db: Database, coded: CodedReport): boolean {
  const { changes } = prepared(
    db,
    'INSERT INTO appearances (report, source, url, title, publisher, published) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(coded.id, coded.source, coded.url, coded.title, coded.publisher, coded.published.date);
  return changes > 0;
}

function write(db: Database, coded: CodedReport, record: ReportRecord, json: string, reading: Reading, known: boolean): void {
  const { report } = record;
  const id = report.id;
  if (known)
    for (const table of ['origins', 'entities', 'mentions', 'quotes', 'claims'])
      prepared(db, `DELETE FROM ${table} WHERE report = ?`).run(id);
  insert(db, 'reports', 'REPLACE', {
    id,
    source: coded.source,
    url: report.url,
    title: report.title,
    publisher: report.publisher,
    byline: report.byline,
    language: report.language,
    published: report.published.date,
    published_basis: report.published.basis,
    dateline_place: report.dateline?.place ?? null,
    dateline_date: report.dateline?.date ?? null,
    record: json,
    codebook: reading.codebook,
    software: reading.software,
  });
  insert(db, 'appearances', 'REPLACE', {
    report: id,
    source: coded.source,
    url: report.url,
    title: report.title,
    publisher: report.publisher,
    published: report.published.date,
  });
  report.origins.forEach((origin, n) => {
    insert(db, 'origins', 'ABORT', { report: id, n, name: origin.name, relation: origin.relation, ...bounds('span', origin.span) });
  });
  for (const entity of record.entities) {
    insert(db, 'entities', 'REPLACE', {
      report: id,
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      aliases: JSON.stringify(entity.aliases),
      sector: entity.sector ?? null,
      country: entity.country ?? null,
      ref: entity.ref ?? null,
      admin1: entity.admin1 ?? null,
      lat: entity.lat ?? null,
      lon: entity.lon ?? null,
      precision: entity.precision ?? null,
    });
  }
  record.mentions.forEach((mention, n) => {
    insert(db, 'mentions', 'ABORT', {
      report: id,
      n,
      id: mention.id,
      kind: mention.kind,
      form: mention.form,
      ...bounds('span', mention.span),
      entity: mention.entity,
      rule: mention.rule,
    });
  });
  record.quotes.forEach((quote, n) => {
    insert(db, 'quotes', 'ABORT', {
      report: id,
      n,
      speaker: quote.speaker,
      via: quote.via,
      ...bounds('content', quote.content),
      ...bounds('cue', quote.cue ?? undefined),
      direct: quote.direct ? 1 : 0,
      rule: quote.rule,
    });
  });
  record.claims.forEach((claim, n) => {
    writeClaim(db, record, claim, n);
  });
}

function writeClaim(db: Database, record: ReportRecord, claim: Claim, n: number): void {
  const place = claim.where ? record.entities.find(({ id }) => id === claim.where?.entity) : undefined;
  const report = record.report.id;
  insert(db, 'claims', 'ABORT', {
    report,
    n,
    id: claim.id,
    type: claim.type,
    stage: claim.stage,
    polarity: claim.polarity,
    ...bounds('trigger', claim.trigger),
    ...bounds('sentence', claim.sentence),
    date_from: claim.when?.from ?? null,
    date_to: claim.when?.to ?? null,
    date_precision: claim.when?.precision ?? null,
    date_basis: claim.when?.basis ?? null,
    place: place?.id ?? null,
    place_name: place?.name ?? null,
    country: place?.country ?? null,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    confidence: claim.confidence,
    rule: claim.rule,
  });
  const text = record.report.text;
  const value = (field: string, at: number, span: Span, rule: string, more: Partial<Record<ValueColumn, string | number | null>>): void => {
    insert(db, 'claim_values', 'ABORT', { report, claim: n, field, n: at, words: cut(text, span), ...bounds('span', span), rule, ...more });
  };
  const fillers = { actor: claim.actor, target: claim.target, object: claim.object, instrument: claim.instrument };
  for (const [field, list] of Object.entries(fillers)) {
    list.forEach((filler: Filler & { responsibility?: string; count?: { low: number; high: number | null } }, at) => {
      value(field, at, filler.span, filler.rule, {
        entity: filler.entity ?? null,
        responsibility: filler.responsibility ?? null,
        low: filler.count?.low ?? null,
        high: filler.count?.high ?? null,
      });
    });
  }
  if (claim.where) value('where', 0, claim.where.span, claim.where.rule, { entity: claim.where.entity });
  if (claim.when?.span) value('when', 0, claim.when.span, claim.when.rule, {});
  claim.toll.forEach((toll: Toll, at) => {
    value('toll', at, toll.span, toll.rule, {
      effect: toll.effect,
      low: toll.low,
      high: toll.high,
      approximate: toll.approximate ? 1 : 0,
      whom: toll.whom ?? null,
    });
  });
  claim.saidBy.forEach((source: Source, at) => {
    value('saidBy', at, source.span, source.rule, { entity: source.speaker ?? null, via: source.via ?? null });
  });
}

type ValueColumn = 'entity' | 'responsibility' | 'effect' | 'low' | 'high' | 'approximate' | 'whom' | 'via';

const bounds = (name: string, span: Span | undefined): Record<string, number | null> => ({
  [`${name}_start`]: span?.[0] ?? null,
  [`${name}_end`]: span?.[1] ?? null,
});

/** REPLACE on `reports` would fire the cascade, so a known row is updated in place instead. */
function insert(db: Database, table: string, conflict: 'ABORT' | 'REPLACE', row: Record<string, string | number | null>): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  const onConflict =
    conflict === 'REPLACE' ? ` ON CONFLICT DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}` : '';
  prepared(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})${onConflict}`).run(Object.values(row));
}
