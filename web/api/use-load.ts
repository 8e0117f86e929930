import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<T> = LoadState<T> & {
  /** Loads again; what is shown stays until the new answer is there. */
  readonly reload: () => void;
};
type LoadState<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'done'; readonly value: T };

/** Loads when `key` changes; an answer to an older key is dropped. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<LoadState<T> & { readonly key: string }>({ state: 'loading', key });
  // A new function at every render; what it loads is told by the key.
  const latest = useRef(load);
  latest.current = load;
  const asked = useRef(0);
  const begin = useCallback((): void => {
    asked.current += 1;
    const mine = asked.current;
    latest.current().then(
      (value) => mine === asked.current && setLoaded({ state: 'done', value, key }),
      (error: unknown) =>
        mine === asked.current && setLoaded({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)), key }),
    );
  }, [key]);
  useEffect(() => {
    begin();
    return () => {
      asked.current += 1;
    };
  }, [begin]);
  return loaded.key === key ? { ...loaded, reload: begin } : { state: 'loading', reload: begin };
}
