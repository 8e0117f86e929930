import { useAsked } from '../api/use-asked.ts';

export interface Answered<T> {
  /** The latest answer; while a new one is awaited still the one before, so that nothing jumps. */
  readonly value: T | null;
  readonly waiting: boolean;
  readonly error: Error | null;
}

/** Asks when `key` changes, and again when the record does; see {@link useAsked}. */
export function useAnswer<T>(key: string | null, ask: () => Promise<T>, still = false): Answered<T> {
  const { key: answered, value, error } = useAsked(key, ask, still);
  return { value, waiting: key !== null && answered !== key, error: answered === key ? error : null };
}
