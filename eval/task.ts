/** What one measurement is given: the data folder or file (`--data`, else the open one) and the flags it understands. */
export interface TaskInput {
  readonly data: string;
  /** The same data in capitals (`--upper`). */
  readonly upper: boolean;
  /** `--part`, where the data has parts. */
  readonly part: string | undefined;
}

/** Scores by key, shares from 0 to 1 (counts where the key says so), and the readable table. */
export interface TaskResult {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly table: string;
}

/** One benchmark. The open data path is relative to `../shared` (or `SAIDSO_CORPORA` for what lies under `corpora/`). */
export interface Task {
  readonly name: string;
  readonly about: string;
  /** e.g. `corpora/ud-english-ewt/en_ewt-ud-dev.conllu` or `gold`. */
  readonly open: string;
  run(input: TaskInput): TaskResult | Promise<TaskResult>;
}
