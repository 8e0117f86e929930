import type { Failure } from '../../src/index.ts';
import { texts } from '../texts.ts';

/** A fault as the server tells it, or as the browser does when no server answers. */
export class ApiError extends Error {
  readonly code: string;
  readonly hint: string;
  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** Asks the server; throws ApiError with one clear line when it refuses or does not answer. */
export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(() => {
    throw new ApiError('no-server', texts.states.noServer, texts.states.noServerHint);
  });
  const body: unknown = response.status === 204 ? {} : await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const { error } = (body ?? { error: { code: 'fault', message: texts.states.answered(response.status), hint: '' } }) as Failure;
  throw new ApiError(error.code, error.message, error.hint);
}

/** Sends JSON. */
export const send = <T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown = {}): Promise<T> =>
  ask(path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** `?a=1&b=2` of what is given; empty values are left out. */
export function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(values).flatMap(([key, value]): [string, string][] =>
    value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}
