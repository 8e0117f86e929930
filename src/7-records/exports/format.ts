import type { ConflictEvent } from '../../6-events/conflict-event.ts';
import type { Decision } from '../../6-events/decision.ts';
import type { KeptCapture } from '../captures.ts';
import type { Coarsening } from '../hand-over.ts';
import type { ReportRecord } from '../record.ts';
import type { Appearance, Reading } from '../store.ts';
import type { ToldEvent } from './told-event.ts';

export type { Coarsening } from '../hand-over.ts';

/** One entry of a format's data dictionary. */
export interface Field {
  readonly name: string;
  /** What stands there, with its form, and when it is empty. */
  readonly about: string;
}

/** A report as exports see it. */
export interface ToldReport {
  /** Without the names of private persons where that was asked for; its spans fit its own text. */
  readonly record: ReportRecord;
  /** As it was published. */
  readonly published: ReportRecord;
  /** Whether words hold the name of a private person that is not to be told. */
  readonly hides: (words: string) => boolean;
  readonly reading: Reading;
  readonly appearances: readonly Appearance[];
}

/** An id that is gone, with the event that its claims went into. */
export interface Tombstone {
  readonly id: string;
  readonly successor: string | null;
}

/** Digest of what a person had removed. */
export interface ForgottenDigest {
  readonly what: string;
  readonly sha256: string;
  readonly at: string;
  readonly why: string;
}

/** What an export is made of: streams that can be asked for anew, so that no record has to fit into memory. */
export interface Told {
  readonly events: () => Iterable<ToldEvent>;
  /** Of the events, or all of them without a filter; in the order in which they were added. */
  readonly reports: () => Iterable<ToldReport>;
  /** Events as the machine has them, without what people say. */
  readonly machineEvents: () => Iterable<ConflictEvent>;
  readonly decisions: () => Iterable<Decision>;
  readonly captures: () => Iterable<KeptCapture>;
  readonly tombstones: () => Iterable<Tombstone>;
  readonly forgotten: () => Iterable<ForgottenDigest>;
  /** Version of Saidso. */
  readonly software: string;
  readonly privateNames: boolean;
  readonly coarsen: Coarsening | null;
  /** Counts what the format has no place for, with the reason in a few words: it is told at the end. */
  readonly leaveOut: (reason: string) => void;
}

/** A way to hand the record on. */
export interface ExportFormat {
  readonly name: string;
  /** Of the file, without a dot. */
  readonly extension: string;
  /** What it is and who takes it, one line. */
  readonly about: string;
  readonly fields: readonly Field[];
  /** Whole texts or titles stand in it, which name places: it cannot be coarsened. */
  readonly holdsTexts?: true;
  /** The file, piece by piece. The same record gives the same bytes. */
  readonly write: (told: Told) => Iterable<string>;
}
