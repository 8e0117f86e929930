import { useSyncExternalStore } from 'react';

/** What a reader chose for this browser. */
export type Setting = 'warn';
const changed = new Set<() => void>();

export function useSetting(name: Setting): [boolean, (on: boolean) => void] {
  const key = `saidso.${name}`;
  const on = useSyncExternalStore(
    (tell) => {
      changed.add(tell);
      return () => changed.delete(tell);
    },
    () => window.localStorage.getItem(key) === 'on',
  );
  const set = (value: boolean): void => {
    if (value) window.localStorage.setItem(key, 'on');
    else window.localStorage.removeItem(key);
    for (const tell of changed) tell();
  };
  return [on, set];
}
