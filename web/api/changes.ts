import { useSyncExternalStore } from 'react';

/** Changes come in bursts, of which only the last need be answered; and who shows much of the record is not asked for it without end. */
const GATHER_MS = 150;
const SPACING_MS = 1000;
/** After which a stream that the server refused is tried again. */
const AGAIN_MS = 5000;

let version = 0;
const followers = new Set<() => void>();

/** Whatever is shown of the record may be another now: those who show it ask again. */
export function recordChanged(): void {
  version += 1;
  told = Date.now();
  for (const tell of followers) tell();
}

/** A number that goes up when the record has changed: by this window, another one, or the command line. */
export const useRecordVersion = (): number =>
  useSyncExternalStore(
    (tell) => {
      followers.add(tell);
      return () => followers.delete(tell);
    },
    () => version,
  );

let told = 0;
let telling = false;
function tellSoon(): void {
  if (telling) return;
  telling = true;
  window.setTimeout(
    () => {
      telling = false;
      recordChanged();
    },
    Math.max(GATHER_MS, told + SPACING_MS - Date.now()),
  );
}

/**
 * Follows what changes in the record for as long as the window is in sight. A window out of sight holds no connection, of which a browser allows a
 * server six at a time; it goes on from where it left when it is looked at again.
 */
export function followChanges(): void {
  let stream: EventSource | null = null;
  let last: string | null = null;
  const open = (): void => {
    if (stream !== null || document.visibilityState === 'hidden') return;
    const now = new EventSource(`/api/changes/events${last === null ? '' : `?since=${last}`}`);
    stream = now;
    now.addEventListener('from', (event) => {
      last = event.lastEventId;
    });
    now.addEventListener('change', (event) => {
      last = event.lastEventId;
      tellSoon();
    });
    now.addEventListener('error', () => {
      // A connection that breaks is taken up again by the browser; one that was refused is not.
      if (now.readyState !== EventSource.CLOSED) return;
      close();
      window.setTimeout(open, AGAIN_MS);
    });
  };
  const close = (): void => {
    stream?.close();
    stream = null;
  };
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? close() : open()));
  open();
}
