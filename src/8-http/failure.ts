import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The one shape of every fault. */
export interface Failure {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

export function refuse(context: Context, status: ContentfulStatusCode, code: string, message: string, hint: string): Response {
  const body: Failure = { error: { code, message, hint } };
  return context.json(body, status, { 'Cache-Control': 'no-store' });
}

const LISTS = { report: '/api/reports', claim: '/api/claims', event: '/api/events', job: '/api/jobs' } as const;

/** 404 for an id that stands for nothing. */
export const noSuch = (context: Context, what: keyof typeof LISTS, id: string): Response =>
  refuse(context, 404, `no-such-${what}`, `No ${what} has the id "${id.slice(0, 100)}".`, `GET ${LISTS[what]} lists them.`);

/** What was thrown, as the one shape: the caller's faults by name, ours without their innards. */
export function failure(error: Error, context: Context): Response {
  switch (error.name) {
    case 'InputError':
      return refuse(context, 400, 'bad-input', error.message, '');
    case 'BodyLimitError':
      return tooLarge(context);
    case 'StoreError':
      return refuse(context, 503, 'database', error.message, 'The database is on this machine; see the message for the way out.');
    default:
      return refuse(context, 500, 'fault', 'Saidso failed at this; the fault is its own.', 'Please report it with what you did.');
  }
}

export const tooLarge = (context: Context): Response =>
  refuse(context, 413, 'too-large', 'What was sent is too large.', 'GET /api/health tells the limits; `saidso add` has none of them.');
