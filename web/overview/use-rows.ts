import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventSummary } from '../../src/index.ts';
import { useAnswers } from './answers.ts';
import type { View } from './view.ts';
import { filterQuery } from './view.ts';

export interface Rows {
  readonly rows: readonly EventSummary[];
  readonly total: number;
  readonly waiting: boolean;
  readonly error: Error | null;
  readonly more: (() => void) | null;
}

/** The events that fit, fetched page by page as they are asked for; those of before are shown until the first page of the new ones is there. */
export function useRows(view: View): Rows {
  const answers = useAnswers();
  const key = `${filterQuery(view)} ${view.sort}`;
  const [got, setGot] = useState<{
    key: string;
    rows: readonly EventSummary[];
    total: number;
    next: string | null;
    error: Error | null;
  } | null>(null);
  const under = useRef({ key, view, asking: '' });
  under.current.key = key;
  under.current.view = view;
  const ask = useCallback(
    (after: string | null, before: readonly EventSummary[]): void => {
      const now = under.current;
      const [asked, what] = [now.key, `${now.key} ${after}`];
      if (now.asking === what) return;
      now.asking = what;
      answers.list(now.view, now.view.sort, after).then(
        ({ items, total, next }) => {
          if (under.current.key === asked) setGot({ key: asked, rows: [...before, ...items], total, next, error: null });
        },
        (error: unknown) => {
          if (under.current.key !== asked) return;
          under.current.asking = '';
          setGot({
            key: asked,
            rows: before,
            total: before.length,
            next: null,
            error: error instanceof Error ? error : new Error(String(error)),
          });
        },
      );
    },
    [answers],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when what is asked for changes
  useEffect(() => ask(null, []), [key, ask]);
  const { rows = [], total = 0, next = null, error = null } = got ?? {};
  const current = got?.key === key;
  const more = useCallback(() => ask(next, rows), [ask, next, rows]);
  return { rows, total, waiting: !current, error: current ? error : null, more: current && next !== null ? more : null };
}
