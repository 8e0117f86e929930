import type { Io } from './io.ts';
import { fitted, widthOfText } from './wrap.ts';

/** A line on standard error that tells how far long work has come. Silent unless that is a terminal. */
export interface Progress {
  /** One more is done; `now` names what was done. */
  readonly step: (now: string) => void;
  /** Takes the line away, so that other output starts on a clean one. */
  readonly clear: () => void;
}

const EVERY = 100;
/** Short work needs no progress line. */
const PATIENCE = 400;

/** `expected`: how many there will be in all, where that is known; asked once, when the line is first shown. */
export function progress(io: Io, verb: string, wanted: boolean, expected: () => number | null = () => null): Progress {
  if (!wanted || io.stderr.isTTY !== true) return { step: () => undefined, clear: () => undefined };
  const start = io.now();
  let done = 0;
  let shownAt = start + PATIENCE - EVERY;
  let shown = false;
  let total: number | null | undefined;
  return {
    step: (now) => {
      done++;
      const time = io.now();
      if (time - shownAt < EVERY) return;
      shownAt = time;
      const rate = done / Math.max(0.001, (time - start) / 1000);
      if (total === undefined) total = expected();
      const known = total !== null && total > done;
      const parts = [
        `${verb} ${done.toLocaleString('en-GB')}${known ? ` of ${total?.toLocaleString('en-GB')}` : ''}`,
        `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`,
        ...(known ? [`${inWords(((total ?? done) - done) / rate)} left`] : []),
      ];
      const head = `${parts.join(' · ')} · `;
      const width = Math.max(20, (io.stderr.columns ?? 80) - 1);
      io.stderr.write(`\r\u001b[2K${head}${fitted(now, Math.max(8, width - widthOfText(head)), false)}`);
      shown = true;
    },
    clear: () => {
      if (shown) io.stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}

/** Seconds as a person says them, coarser the more there are. */
function inWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
