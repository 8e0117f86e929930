import type { ClaimSummary, Counts, PageOf, ReportSummary, ReportView } from '../../src/index.ts';
import { ask, query, send } from './ask.ts';

export const getReports = (after?: string): Promise<PageOf<ReportSummary>> => ask(`/api/reports${query({ after })}`);
export const getReport = (id: string): Promise<ReportView> => ask(`/api/reports/${encodeURIComponent(id)}`);
export const getCounts = (): Promise<Counts> => ask('/api/counts');

export interface Health {
  readonly software: string;
  readonly codebook: string;
  readonly reports: number;
  readonly claims: number;
}
export const getHealth = (): Promise<Health> => ask('/api/health');

export interface ClaimQuery {
  readonly type?: string;
  readonly country?: string;
  readonly stage?: string;
  readonly since?: string;
  readonly until?: string;
}
export const getClaims = (filter: ClaimQuery, after?: string): Promise<PageOf<ClaimSummary>> =>
  ask(`/api/claims${query({ ...filter, after })}`);

/** Reads a pasted report; `keep` puts it among the reports. */
export const readPasted = (text: string, published: string, keep: boolean): Promise<ReportView> =>
  send('POST', '/api/read', {
    [/<(?:!doctype|html|body|article|p)\b/i.test(text) ? 'html' : 'text']: text,
    ...(published ? { published } : {}),
    keep,
  });
