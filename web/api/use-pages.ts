import { useCallback, useMemo, useRef, useState } from 'react';
import type { PageOf } from '../../src/index.ts';
import { type Asked, useAsked } from './use-asked.ts';
import type { Loaded } from './use-load.ts';

export interface Pages<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Fetches the next page; null on the last one. */
  readonly more: (() => void) | null;
  /** Why the next page did not come. */
  readonly fault: Error | null;
}

/** Fetches what follows a cursor; with the size of the page that the server takes for usual, or of this one. */
export type LoadPage<T> = (after: string | undefined, size: number | undefined) => Promise<PageOf<T>>;
/** The most that the server gives at once. */
const LARGEST = 500;
/** Asked for beyond what is shown: what is new must not push out what stood last. */
const SPARE = 50;

/**
 * A list that comes page by page; begins anew when `key` changes. When the record changes, as much as is shown, and some more, is asked for again and takes its place
 * all at once, so that the list neither shrinks nor shows a row twice.
 */
export function usePagesAsked<T>(key: string, load: LoadPage<T>): Asked<Pages<T>> {
  const shown = useRef({ key, items: 0 });
  if (shown.current.key !== key) shown.current = { key, items: 0 };
  const first = useAsked(key, async () => {
    const { items } = shown.current;
    const size = (have: number): number | undefined => (items === 0 ? undefined : Math.min(LARGEST, items - have + SPARE));
    const all: PageOf<T>[] = [await load(undefined, size(0))];
    for (let have = all[0]?.items.length ?? 0; have < items; have += all.at(-1)?.items.length ?? 0) {
      const next = all.at(-1)?.next ?? null;
      if (next === null) break;
      all.push(await load(next, size(have)));
    }
    return all as readonly PageOf<T>[];
  });
  const [rest, setRest] = useState<Rest<T>>({ after: null, pages: [], fault: null });
  const own = rest.after === first.value ? rest : { after: first.value, pages: NONE, fault: null };
  const all = first.value === null ? [] : [...first.value, ...own.pages];
  const next = all.at(-1)?.next ?? null;
  const items = useMemo(() => [...(first.value ?? []), ...own.pages].flatMap((page) => page.items), [first.value, own.pages]);
  if (first.key === key) shown.current.items = items.length;
  const latest = useRef({ own, load });
  latest.current = { own, load };
  const asking = useRef<string | null>(null);
  const more = useCallback((): void => {
    if (next === null || asking.current === next) return;
    asking.current = next;
    const before = latest.current.own;
    // The list may be asked for anew meanwhile: what follows another list is not put after this one.
    const still = (): boolean => latest.current.own.after === before.after;
    latest.current
      .load(next, undefined)
      .then(
        (page) => still() && setRest({ ...before, pages: [...before.pages, page], fault: null }),
        (fault: Error) => still() && setRest({ ...before, fault }),
      )
      .finally(() => {
        asking.current = null;
      });
  }, [next]);
  const value = first.value === null ? null : { items, total: all[0]?.total ?? 0, more: next === null ? null : more, fault: own.fault };
  return { ...first, value };
}

const NONE: readonly never[] = [];
interface Rest<T> {
  /** The pages that these follow. */
  readonly after: readonly PageOf<T>[] | null;
  readonly pages: readonly PageOf<T>[];
  readonly fault: Error | null;
}

/** The same as something that is loading, failed or there. */
export function usePages<T>(key: string, load: LoadPage<T>): Loaded<Pages<T>> {
  const { key: answered, value, error, reload } = usePagesAsked(key, load);
  if (answered !== key) return { state: 'loading', reload };
  return value === null ? { state: 'failed', error: error ?? new Error(), reload } : { state: 'done', value, reload };
}
