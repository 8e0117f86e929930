import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from './ask.ts';
import { useRecordVersion } from './changes.ts';

export interface Asked<T> {
  /** What was asked for last and answered; null before the first answer. */
  readonly key: string | null;
  /** The answer to it; null when it failed. */
  readonly value: T | null;
  readonly error: Error | null;
  /** Asks again; what is shown stays until the new answer is there. */
  readonly reload: () => void;
}

/**
 * Asks when `key` changes, and again when the record does; an answer to an older key is dropped. Null as key asks nothing. `still`: what is asked for
 * is no part of the record and never changes.
 */
export function useAsked<T>(key: string | null, ask: () => Promise<T>, still = false): Asked<T> {
  const [got, setGot] = useState<Omit<Asked<T>, 'reload'>>({ key: null, value: null, error: null });
  const version = useRecordVersion();
  // A new function at every render; what it asks is told by the key.
  const latest = useRef(ask);
  latest.current = ask;
  const current = useRef(key);
  const underWay = useRef<string | null>(null);
  const again = useRef(false);
  const begin = useCallback((): void => {
    const asked = current.current;
    if (asked === null) return;
    if (underWay.current === asked) {
      // One after the other: changes that come faster than answers must not keep every answer from being shown.
      again.current = true;
      return;
    }
    underWay.current = asked;
    const done = (show: () => void): void => {
      if (current.current !== asked) return;
      underWay.current = null;
      show();
      if (!again.current) return;
      again.current = false;
      begin();
    };
    latest.current().then(
      (value) => done(() => setGot({ key: asked, value, error: null })),
      (fault: unknown) =>
        done(() =>
          setGot((before) =>
            before.key === asked && before.value !== null && isPassing(fault)
              ? before
              : { key: asked, value: null, error: fault instanceof Error ? fault : new Error(String(fault)) },
          ),
        ),
    );
  }, []);
  useEffect(() => {
    current.current = key;
    underWay.current = null;
    again.current = false;
    begin();
    return () => {
      current.current = null;
    };
  }, [key, begin]);
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    if (!still) begin();
  }, [version, still, begin]);
  return { ...got, reload: begin };
}

/** Whether the server may answer the next time: what is shown then stays. */
const isPassing = (fault: unknown): boolean => fault instanceof ApiError && ['no-server', 'database', 'fault'].includes(fault.code);
