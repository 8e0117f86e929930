import { useEffect, useRef, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'done'; readonly value: T };

/** Loads when `key` changes; an answer to an older key is dropped. */
export function useLoad<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T> & { readonly key: string }>({ state: 'loading', key });
  // A new function at every render; what it loads is told by the key.
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    let current = true;
    latest.current().then(
      (value) => current && setLoaded({ state: 'done', value, key }),
      (error: unknown) => current && setLoaded({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)), key }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return loaded.key === key ? loaded : { state: 'loading' };
}
