import type { EventStatus } from '../6-events/conflict-event.ts';
import type { MergeKit } from '../6-events/merge-kit.ts';
import type { DecisionStore, KeptEvent, View } from './decision-store.ts';
import type { PageOf, Paging } from './paging.ts';

export interface EventFilter extends View {
  readonly type?: string;
  /** ISO 3166-1 alpha-2, any case. */
  readonly country?: string;
  /** ISO dates. An event passes when its days touch the interval; one without a day does not pass. */
  readonly since?: string;
  readonly until?: string;
  readonly status?: EventStatus;
  /** Told by this report: its id or a beginning that fits one. */
  readonly report?: string;
}

/** A report that holds the words looked for. */
export interface SearchHit {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO date or null. */
  readonly published: string | null;
  /** The words in their place; each one found stands between « and ». */
  readonly passage: string;
}

/** How far merging has come. */
export interface RefreshProgress {
  /** Reports merged so far, and how many there are to merge. */
  readonly done: number;
  readonly of: number;
}

/** What merges: how telling words are and what each sign of sameness weighs. A kit is one. */
export type Merger = MergeKit;

/** What the database knows of many reports together. */
export interface EventStore extends DecisionStore {
  /**
   * Brings the events up to date with the reports and decisions that were added, changed or taken out since, at a cost that depends on these alone; true
   * when something was to do. In transactions of some reports each: after a stop what was merged is merged, and the rest follows the next time.
   */
  refreshEvents(merger: Merger, progress?: (at: RefreshProgress) => void): boolean;
  /** The same for a few reports at a time; true when more are due. */
  refreshSomeEvents(merger: Merger): boolean;
  /** Latest first; events without a day last. As they were at the last refresh. */
  events(filter?: EventFilter, paging?: Paging): PageOf<KeptEvent>;
  /** By id or a beginning that fits one; the id of an event that was merged into another gives that other. Null when there is none. */
  event(id: string, view?: View): KeptEvent | null;
  /** Reports that hold all these words (in any form of the word) or "phrases in quotation marks", the best first. */
  search(words: string, limit?: number): readonly SearchHit[];
}
