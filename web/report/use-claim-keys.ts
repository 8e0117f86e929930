import { useEffect, useRef } from 'react';

interface ClaimKeys {
  readonly count: number;
  readonly open: number | null;
  readonly onMove: (claim: number) => void;
  readonly onOpen: (claim: number) => void;
  readonly onClose: () => void;
  readonly onKey: (key: 'a' | 'r' | 'e' | '?') => void;
}

/** Whether a key is being typed into a field, where it means itself. */
export const isTyped = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof HTMLElement && (event.target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))) ||
  document.querySelector('dialog[open]') !== null;

/** j and k go through the claims, a accepts, r rejects, e corrects, ? tells the keys, Escape closes. */
export function useClaimKeys(keys: ClaimKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (isTyped(event)) return;
      const { count, open, onMove, onClose, onKey } = latest.current;
      const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['claim'] : undefined;
      const at = focused !== undefined ? Number(focused) : (open ?? -1);
      if (event.key === 'j' && count > 0) onMove(Math.min(count - 1, at + 1));
      else if (event.key === 'k' && count > 0) onMove(Math.max(0, at - 1));
      else if (event.key === 'Escape') onClose();
      else if (event.key === 'a' || event.key === 'r' || event.key === 'e' || event.key === '?') onKey(event.key);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
