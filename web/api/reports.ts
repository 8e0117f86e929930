import type { ClaimSummary, Counts, Health, PageOf, ReportSummary, ReportView } from '../../src/index.ts';
import { ask, query } from './ask.ts';

export const getReports = (after?: string, limit?: number): Promise<PageOf<ReportSummary>> => ask(`/api/reports${query({ after, limit })}`);
export const getReport = (id: string): Promise<ReportView> => ask(`/api/reports/${encodeURIComponent(id)}`);
export const getCounts = (): Promise<Counts> => ask('/api/counts');

export const getHealth = (): Promise<Health> => ask('/api/health');

export interface ClaimQuery {
  readonly type?: string;
  readonly country?: string;
  readonly stage?: string;
  readonly since?: string;
  readonly until?: string;
}
export const getClaims = (filter: ClaimQuery, after?: string, limit?: number): Promise<PageOf<ClaimSummary>> =>
  ask(`/api/claims${query({ ...filter, after, limit })}`);
