/** A stream that takes text; `columns` and `isTTY` as on a Node stream. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Everything of the outside world that the command line touches, so that a test can stand in for it. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since any fixed moment: for progress lines only. */
  readonly now: () => number;
  /** Settles when the user presses Ctrl-C; from the first call on, Ctrl-C no longer ends the process by itself. */
  readonly untilInterrupted: () => Promise<void>;
}

const WIDEST = 100;
const NARROWEST = 40;

/** Columns to write: the terminal's, within reason; 80 when piped. */
export const widthOf = (sink: Sink): number => (sink.isTTY && sink.columns ? Math.min(WIDEST, Math.max(NARROWEST, sink.columns)) : 80);
