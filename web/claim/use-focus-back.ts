import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** After a field was corrected or let be, the focus goes back to the button that opened it (`data-edit`). */
export function useFocusBack<T extends HTMLElement>(editing: string | null): RefObject<T | null> {
  const root = useRef<T>(null);
  const before = useRef(editing);
  useEffect(() => {
    if (before.current !== null && editing === null) root.current?.querySelector<HTMLElement>(`[data-edit="${before.current}"]`)?.focus();
    before.current = editing;
  }, [editing]);
  return root;
}
