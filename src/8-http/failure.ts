import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The one shape of every fault. */
export interface Failure {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

export function refuse(context: Context, status: ContentfulStatusCode, code: string, message: string, hint: string): Response {
  const body: Failure = { error: { code, message, hint } };
  return context.json(body, status);
}

/** What was thrown, as the one shape: the caller's faults by name, ours without their innards. */
export function failure(error: Error, context: Context): Response {
  switch (error.name) {
    case 'InputError':
      return refuse(context, 400, 'bad-input', error.message, '');
    case 'StoreError':
      return refuse(context, 503, 'database', error.message, 'The database is on this machine; see the message for the way out.');
    default:
      return refuse(context, 500, 'fault', 'Saidso failed at this; the fault is its own.', 'Please report it with what you did.');
  }
}
