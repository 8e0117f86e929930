/** Keeps events up with reports and decisions. */
export interface Freshness {
  /** Before events are read: merges what changed, unless more is just coming in. */
  look(): void;
  /** After a change of this server's own: merges at once. */
  settle(): void;
}

export const freshness = (refresh: () => void, busy: () => boolean): Freshness => ({
  settle: refresh,
  look: () => {
    // A job merges when it has ended; in between the events are those of before.
    if (!busy()) refresh();
  },
});
