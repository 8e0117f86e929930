import { useAsked } from './use-asked.ts';

export type Loaded<T> = LoadState<T> & {
  /** Loads again; what is shown stays until the new answer is there. */
  readonly reload: () => void;
};
type LoadState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'done'; readonly value: T };

/** Loads when `key` changes, showing nothing of the one before, and again when the record does; see {@link useAsked}. */
export function useLoad<T>(key: string, load: () => Promise<T>, still = false): Loaded<T> {
  const { key: answered, value, error, reload } = useAsked(key, load, still);
  if (answered !== key) return { state: 'loading', reload };
  return error === null ? { state: 'done', value: value as T, reload } : { state: 'failed', error, reload };
}
