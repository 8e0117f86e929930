/** What one measurement is given: the data folder or file (`--data`, else the open one) and the flags it understands. */
export interface TaskInput {
  readonly data: string;
  /** The same data in capitals (`--upper`). */
  readonly upper: boolean;
  /** `--part`, where the data has parts. */
  readonly part: string | undefined;
  /** Every other flag of the command line, for the tasks that have some: `--quick` is `{quick: true}`, `--lower gold.f1` `{lower: 'gold.f1'}`. */
  readonly options?: Readonly<Record<string, string | true>>;
}

/** Scores by key, shares from 0 to 1 (counts where the key says so), and the readable table. */
export interface TaskResult {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly table: string;
  /** True when the measurement itself says that something is wrong (`floors`): exit code 1. */
  readonly failed?: boolean;
}

/** One benchmark. The open data path is relative to `../shared` (or `SAIDSO_CORPORA` for what lies under `corpora/`). */
export interface Task {
  readonly name: string;
  readonly about: string;
  /** e.g. `corpora/ud-english-ewt/en_ewt-ud-dev.conllu` or `gold`; null when the task needs no data of its own. */
  readonly open: string | null;
  /** The part of the open data that is measured when neither `--data` nor `--part` is given. */
  readonly openPart?: string;
  run(input: TaskInput): TaskResult | Promise<TaskResult>;
}
