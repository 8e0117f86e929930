import { useState } from 'react';
import type { PageOf } from '../../src/index.ts';
import type { Loaded } from './use-load.ts';
import { useLoad } from './use-load.ts';

export interface Pages<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Fetches the next page; null on the last one. */
  readonly more: (() => void) | null;
  /** Why the next page did not come. */
  readonly fault: Error | null;
}

/** A list that comes page by page; begins anew when `key` changes. */
export function usePages<T>(key: string, load: (after?: string) => Promise<PageOf<T>>): Loaded<Pages<T>> {
  const first = useLoad(key, load);
  const [rest, setRest] = useState<{ readonly key: string; readonly pages: readonly PageOf<T>[]; readonly fault: Error | null }>({
    key,
    pages: [],
    fault: null,
  });
  if (first.state !== 'done') return first;
  const own = rest.key === key ? rest : { key, pages: [], fault: null };
  const pages = [first.value, ...own.pages];
  const next = pages.at(-1)?.next ?? null;
  const more = (): void => {
    load(next ?? undefined).then(
      (page) => setRest({ key, pages: [...own.pages, page], fault: null }),
      (fault: Error) => setRest({ ...own, fault }),
    );
  };
  return {
    state: 'done',
    reload: first.reload,
    value: { items: pages.flatMap(({ items }) => items), total: first.value.total, more: next === null ? null : more, fault: own.fault },
  };
}
