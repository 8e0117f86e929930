import type { EventSummary } from '../../src/index.ts';
import { usePagesAsked } from '../api/use-pages.ts';
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
  const { key: answered, value, error } = usePagesAsked(key, (after, size) => answers.list(view, view.sort, after ?? null, size));
  const current = answered === key;
  return {
    rows: value?.items ?? NONE,
    total: value?.total ?? 0,
    waiting: !current,
    error: current ? (error ?? value?.fault ?? null) : null,
    more: current ? (value?.more ?? null) : null,
  };
}
const NONE: readonly EventSummary[] = [];
