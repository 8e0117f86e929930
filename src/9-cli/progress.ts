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

export function progress(io: Io, verb: string, wanted: boolean): Progress {
  if (!wanted || io.stderr.isTTY !== true) return { step: () => undefined, clear: () => undefined };
  const start = io.now();
  let done = 0;
  let shownAt = start + PATIENCE - EVERY;
  let shown = false;
  return {
    step: (now) => {
      done++;
      const time = io.now();
      if (time - shownAt < EVERY) return;
      shownAt = time;
      const rate = done / Math.max(0.001, (time - start) / 1000);
      const head = `${verb} ${done.toLocaleString('en-GB')} · ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second · `;
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
