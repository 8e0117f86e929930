import type { Database } from 'better-sqlite3';
import { InputError } from '../0-terms/errors.ts';
import type { Claim } from '../5-claims/coded-report.ts';
import type { ReportRecord } from './record.ts';
import type { Appearance, KeptReport } from './store.ts';

/** A report as it was kept. What people say of it is added by the caller. */
export type BareReport = Omit<KeptReport, 'human'>;

export function findReport(db: Database, id: string): BareReport | null {
  const found = expand(db, 'reports', id);
  return found === null ? null : keptReport(db, found);
}

export function findClaim(db: Database, id: string): { claim: Claim; kept: BareReport } | null {
  const found = expand(db, 'claims', id);
  if (found === null) return null;
  const report = db.prepare('SELECT report FROM claims WHERE id = ? LIMIT 1').pluck().get(found) as string;
  const kept = keptReport(db, report);
  const claim = kept.record.claims.find((one) => one.id === found);
  return claim === undefined ? null : { claim, kept };
}

/**
 * The id that this id or beginning of one stands for; null when none does. The letter in front may be left out (`5be1` for `r_5be1…`).
 * Throws InputError when several fit.
 */
export function expand(db: Database, table: 'reports' | 'claims', id: string): string | null {
  const letter = table === 'reports' ? 'r_' : 'c_';
  const prefix = /^[a-z]_/.test(id) ? id : letter + id;
  if (prefix === letter) return null;
  const exact = db.prepare(`SELECT id FROM ${table} WHERE id = ? LIMIT 1`).pluck().get(prefix) as string | undefined;
  if (exact !== undefined) return exact;
  const fits = db
    .prepare(`SELECT DISTINCT id FROM ${table} WHERE id >= ? AND substr(id, 1, length(?)) = ? ORDER BY id LIMIT 4`)
    .pluck()
    .all(prefix, prefix, prefix) as string[];
  if (fits.length > 1)
    throw new InputError(
      `"${id}" fits ${fits.length > 3 ? 'many' : fits.length} ${table} (${fits.slice(0, 3).join(', ')}${fits.length > 3 ? ' …' : ''}); give more of the id`,
    );
  return fits[0] ?? null;
}

/** The record of a known id, just as it was kept. */
export function keptReport(db: Database, id: string): BareReport {
  const row = db.prepare('SELECT source, record, codebook, software FROM reports WHERE id = ?').get(id) as {
    source: string;
    record: string;
    codebook: string;
    software: string;
  };
  const appearances = db
    .prepare('SELECT source, url, title, publisher, published FROM appearances WHERE report = ? ORDER BY source <> ?, source')
    .all(id, row.source) as Appearance[];
  return { record: JSON.parse(row.record) as ReportRecord, reading: { codebook: row.codebook, software: row.software }, appearances };
}
