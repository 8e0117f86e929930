import type { Stage } from '../0-terms/stage.ts';
import type { Capture } from '../1-pages/capture.ts';
import type { Report } from '../2-reports/report.ts';
import type { Claim, CodedReport } from '../5-claims/coded-report.ts';
import type { Human } from '../6-events/human.ts';
import type { KeptCapture, Verification } from './captures.ts';
import type { ChangePage } from './changes.ts';
import type { View } from './decision-store.ts';
import type { EventStore, Merger } from './event-store.ts';
import type { Backup, Export, ExportRequest, Forgotten, Imported } from './hand-over.ts';
import type { Overview, Tally } from './overview.ts';
import type { PageOf, Paging } from './paging.ts';
import type { ReportRecord } from './record.ts';
import type { WatchedSources } from './sources.ts';
import type { Statement } from './statement.ts';

export type { Tally } from './overview.ts';
export type { PageOf, Paging } from './paging.ts';

/** What made a reading: a newer one replaces the values of an older one. */
export interface Reading {
  /** Name and version of the codebook, e.g. `political-violence 1.0.0`. */
  readonly codebook: string;
  /** Version of Saidso, models included. */
  readonly software: string;
}

/**
 * added: new; updated: read again with another result; copy: a known text from another place; unchanged: nothing to do; forgotten: a person
 * had this text, these bytes or this address removed, and nothing was kept.
 */
export type PutOutcome = 'added' | 'updated' | 'copy' | 'unchanged' | 'forgotten';

/** Where a kept text was seen. The same text may be seen in several places; it is one report all the same. */
export interface Appearance {
  readonly source: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO date or null. */
  readonly published: string | null;
}

export interface KeptReport {
  readonly record: ReportRecord;
  readonly reading: Reading;
  /** First the one whose reading is kept. */
  readonly appearances: readonly Appearance[];
  /** What people say of its claims, by claim id; claims of which nobody says anything are left out. */
  readonly human: Readonly<Record<string, Human>>;
}

export interface ReportSummary {
  readonly id: string;
  readonly source: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO date or null. */
  readonly published: string | null;
  readonly language: string;
  readonly claims: number;
  readonly quotes: number;
}

export interface ClaimSummary {
  readonly report: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
  };
  /** The claim in plain English. */
  readonly statement: Statement;
  /** Name, country and coordinates of the claim's place. */
  readonly place: {
    readonly name: string;
    readonly country: string | null;
    readonly lat: number | null;
    readonly lon: number | null;
  } | null;
  readonly claim: Claim;
  /** What people say of it; the claim stays as the machine read it. */
  readonly human: Human;
}

export interface ClaimFilter extends View {
  readonly type?: string;
  /** ISO 3166-1 alpha-2, any case. */
  readonly country?: string;
  /** ISO dates. A claim passes when its days touch the interval; one without a date does not pass. */
  readonly since?: string;
  readonly until?: string;
  readonly stage?: Stage;
  /** Report id or a prefix that fits one report. */
  readonly report?: string;
}

export interface Counts {
  readonly reports: number;
  readonly claims: number;
  /** Claims by type, country code and stage, the most frequent first. */
  readonly types: readonly Tally[];
  readonly countries: readonly Tally[];
  readonly stages: readonly Tally[];
}

/** The database of reports and claims. Every method may throw StoreError; ids and cursors that fit nothing throw InputError. */
export interface Store extends EventStore {
  /**
   * Keeps a reading, all of it or nothing. Putting the same again changes nothing. With the capture it was read from. `again`: also what a person had
   * removed.
   */
  put(coded: CodedReport, reading: Reading, capture?: Capture, again?: boolean): PutOutcome;
  /** Keeps what arrived where it is no article, with the code that says so. True when it was new. */
  putCapture(report: Report, noArticle: string, reading: Reading, capture: Capture): boolean;
  /**
   * Removes a report with text, captures, values, events, search words and decisions; leaves digests, the day and the reason. Throws InputError when
   * there is none. Bring the events up to date after it.
   */
  forget(id: string, why: string): Forgotten;
  /** A whole copy while others read and write, checked. Throws InputError when the file is there and `force` is not set. */
  backup(file: string, force?: boolean): Promise<Backup>;
  /** The record in a form that other tools take, piece by piece. Bring the events up to date before it. */
  export(request: ExportRequest): Export;
  /** Takes an export of everything into an empty record, and makes its events. All of it or nothing, but for the events. */
  import(file: string, merger: Merger): Imported;
  /** Whether a person had what came from this address removed, so that it need not be fetched. */
  isForgotten(address: string): boolean;
  /** All that the work keeps is kept together or not at all, in one transaction: writing many reports so costs the disk's patience once. */
  together<T>(work: () => T): T;
  /** Newest first; reports without a date last. */
  reports(paging?: Paging): PageOf<ReportSummary>;
  /** Latest first; claims without a date last. */
  claims(filter?: ClaimFilter, paging?: Paging): PageOf<ClaimSummary>;
  /** By id, or by a prefix that fits one report; null when there is none. */
  report(id: string, view?: View): KeptReport | null;
  /** By id, or by a prefix that fits one claim; null when there is none. */
  claim(id: string, view?: View): { readonly claim: Claim; readonly kept: KeptReport; readonly human: Human } | null;
  counts(): Counts;
  /** Changes after the number `since`, or from a time on (ISO 8601), in the order of commits, at most `limit` (1 to 1,000); from the first one without it. */
  changes(since?: number | string, limit?: number): ChangePage;
  /** The captures of an address or path, the newest first. */
  captures(place: string): KeptCapture[];
  /** Captures in the order in which they were kept, from number `after` + 1 on, at most `limit`; of one place where it is given. */
  capturesAfter(after: number, limit: number, place?: string): KeptCapture[];
  /** The bytes under a SHA-256; null when there are none. */
  bytes(sha256: string): Uint8Array | null;
  /** Recomputes the proof of every capture. */
  verify(): Verification;
  /** Events under filters: lists, counts, map, time line, network. */
  readonly overview: Overview;
  /** The feeds that are watched, and what they named. */
  readonly watched: WatchedSources;
  close(): void;
}
