import { setImmediate as breathe } from 'node:timers/promises';

/** Keeps events up with reports and decisions. */
export interface Freshness {
  /** Before events are read: merges what changed, unless more is just coming in. Much is merged in pieces, and until then events are those of before. */
  look(): void;
  /** After a change of this server's own: merges at once. */
  settle(): void;
  /** Merges all in pieces, so that others are answered in between. */
  catchUp(): Promise<void>;
  /** Waits until a piece that is under way is done. */
  close(): Promise<void>;
}

/** `all` and `some` bring events up to date; `some` a piece at a time, true when more is to do. */
export function freshness(all: () => void, some: () => boolean, busy: () => boolean): Freshness {
  let running: Promise<void> | null = null;
  let closing = false;
  const inPieces = async (): Promise<void> => {
    do await breathe();
    while (!closing && some());
  };
  const run = (): Promise<void> => {
    running ??= inPieces().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    settle: all,
    look() {
      // A job merges when it has ended; in between the events are those of before.
      if (busy() || running !== null || !some()) return;
      // A fault comes again, and is told, with the next look.
      run().catch(() => undefined);
    },
    catchUp: run,
    async close() {
      closing = true;
      await running?.catch(() => undefined);
    },
  };
}
