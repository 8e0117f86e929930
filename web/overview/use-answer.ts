import { useEffect, useRef, useState } from 'react';

export interface Answered<T> {
  /** The latest answer; while a new one is awaited still the one before, so that nothing jumps. */
  readonly value: T | null;
  readonly waiting: boolean;
  readonly error: Error | null;
}

/** Asks when `key` changes; an answer to an older key is dropped. Null as key asks nothing. */
export function useAnswer<T>(key: string | null, ask: () => Promise<T>): Answered<T> {
  const [got, setGot] = useState<{ readonly key: string | null; readonly value: T | null; readonly error: Error | null }>({
    key: null,
    value: null,
    error: null,
  });
  // A new function at every render; what it asks is told by the key.
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (key === null) return;
    let current = true;
    latest.current().then(
      (value) => current && setGot({ key, value, error: null }),
      (error: unknown) => current && setGot({ key, value: null, error: error instanceof Error ? error : new Error(String(error)) }),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return { value: got.value, waiting: key !== null && got.key !== key, error: got.key === key ? got.error : null };
}
