import type { ClaimSummary, Counts, Failure, PageOf, ReportSummary, ReportView } from '../src/index.ts';

/** A fault as the server tells it, or as the browser does when no server answers. */
export class ApiError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(() => {
    throw new ApiError('The server does not answer.', 'Start it again with `saidso serve` or `npm start`.');
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || body === null) {
    const { error } = (body ?? { error: { message: `The server answered ${response.status}.`, hint: '' } }) as Failure;
    throw new ApiError(error.message, error.hint);
  }
  return body as T;
}

const query = (values: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
};

export const getReports = (after?: string): Promise<PageOf<ReportSummary>> => ask(`/api/reports${query({ after })}`);
export const getReport = (id: string): Promise<ReportView> => ask(`/api/reports/${encodeURIComponent(id)}`);
export const getCounts = (): Promise<Counts> => ask('/api/counts');

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
  ask('/api/read', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      [/<(?:!doctype|html|body|article|p)\b/i.test(text) ? 'html' : 'text']: text,
      ...(published ? { published } : {}),
      keep,
    }),
  });
