import { Button, CloseButton } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { texts } from '../texts.ts';

interface Notice {
  readonly n: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

let current: Notice | null = null;
let count = 0;
const changed = new Set<() => void>();
const tellAll = (): void => {
  for (const tell of changed) tell();
};

/** Says what was done, at the foot of the page and to screen readers, with one thing that can be done about it. */
export function say(text: string, action?: Notice['action']): void {
  count += 1;
  current = { n: count, text, ...(action ? { action } : {}) };
  tellAll();
}

/** Takes the notice away. */
export function hush(): void {
  current = null;
  tellAll();
}

/** How long a notice stays, in milliseconds. What it offers stands elsewhere too, so nothing is lost with it. */
const STAYS = 12_000;

export function Notices() {
  const notice = useSyncExternalStore(
    (tell) => {
      changed.add(tell);
      return () => changed.delete(tell);
    },
    () => current,
  );
  useEffect(() => {
    if (notice === null) return;
    const timer = window.setTimeout(() => {
      if (current?.n === notice.n) hush();
    }, STAYS);
    return () => window.clearTimeout(timer);
  }, [notice]);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notice && (
        <div className="notice">
          <span>{notice.text}</span>
          {notice.action && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notice.action?.run();
                hush();
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <CloseButton size="sm" aria-label={texts.states.close} onClick={hush} />
        </div>
      )}
    </div>
  );
}
