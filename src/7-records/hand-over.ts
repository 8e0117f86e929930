/** What is asked and told where the record is handed on, copied, taken in or removed. */
import type { EventQuery } from './overview.ts';

/** How finely places are told: `admin1` the first division, `country` the country alone. */
export type Coarsening = 'admin1' | 'country';

export interface ExportRequest {
  /** Name of a format: `acled-csv`, `geojson` … */
  readonly format: string;
  /** Which events, and of `annotations`, `bibtex` and `jsonl` which reports: those that tell them. All without one. */
  readonly query?: EventQuery;
  /** Private persons are named by their role. */
  readonly privateNames?: boolean;
  /** How finely places are told; as they are without it. */
  readonly coarsen?: Coarsening;
  /** Version of Saidso. */
  readonly software?: string;
}

export interface Export {
  /** The file, piece by piece, as of one moment; can be walked through once. */
  readonly pieces: Iterable<string>;
  /** What the format has no place for, by reason, once `pieces` is at its end. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What an import brought. */
export interface Imported {
  readonly reports: number;
  readonly captures: number;
  readonly decisions: number;
}

/** A copy that was made and checked. */
export interface Backup {
  readonly file: string;
  readonly reports: number;
  readonly bytes: number;
  /** Of the file, hexadecimal. */
  readonly sha256: string;
}

/** What was removed with a report. */
export interface Forgotten {
  readonly report: string;
  readonly captures: number;
  readonly claims: number;
  readonly decisions: number;
  /** Events that it told; those that other reports tell too are made anew at the next `refreshEvents`. */
  readonly events: number;
  /** Whether nothing is left in gaps of the file either. False: forget again, or copy the record, when nobody else uses it and there is room on the disk. */
  readonly overwritten: boolean;
}
