import { InputError } from '../0-terms/errors.ts';

/** The last row's sort key, as an opaque word that survives a URL. */
export const toCursor = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

/** Back to the key; InputError when the word was not made by {@link toCursor} for a key of `length` parts. */
export function fromCursor(cursor: string, length: number): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string' || typeof part === 'number'))
      return key as (string | number)[];
  } catch {
    // falls through to the one message
  }
  throw new InputError(`"${cursor.slice(0, 40)}" is no place to go on from; leave it out to begin at the first`);
}
