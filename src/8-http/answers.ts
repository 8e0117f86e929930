/** What the API answers, beside the shapes that the floors below give it. The page takes its types from here, through src/index.ts. */
import type { RepublicationEdge } from '../6-events/conflict-event.ts';
import type { Decision } from '../6-events/decision.ts';
import type { Change } from '../7-records/changes.ts';
import type { Asked, Difference, KeptDecision, KeptEvent } from '../7-records/decision-store.ts';
import type { EventSummary, Facets } from '../7-records/overview.ts';
import type { ClaimSummary, PageOf, PutOutcome, Reading, Tally } from '../7-records/store.ts';

/** GET /api/health */
export interface Health extends Reading {
  readonly ok: true;
  readonly reports: number;
  readonly claims: number;
  readonly events: number;
  /** Name to suggest for `who`: the user of this machine. */
  readonly who: string;
  readonly limits: Limits;
}
export interface Limits {
  /** Bytes of a JSON body, of one uploaded file, of all files of an upload. */
  readonly body: number;
  readonly file: number;
  readonly upload: number;
  /** Files of an upload, addresses of POST /api/urls, jobs that are not done. */
  readonly files: number;
  readonly urls: number;
  readonly jobs: number;
}

/** A report as it is named beside something else. */
export interface ReportName {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO date or null. */
  readonly published: string | null;
  readonly url: string | null;
}

/** GET /api/facets: those of {@link Facets}, and the families of the codebook. */
export interface FacetsView {
  readonly total: number;
  readonly facets: Facets['facets'] & { readonly family?: readonly Tally[] };
}

/** GET /api/claims/ID: one account of one happening, with all that it stands on. */
export interface ClaimView extends ClaimSummary {
  /** The event it is an account of; null when it is of none (rejected, or of a kind that makes no events). */
  readonly event: string | null;
  /** The paragraph around it; `start` is where it begins in the text of the report. */
  readonly passage: { readonly start: number; readonly text: string };
  /** The value of each field, the words it stands on, and the rule that gave it. */
  readonly values: readonly ClaimValue[];
}
export interface ClaimValue {
  /** type, actor, target, object, instrument, when, where, killed …, saidBy, stage, polarity. */
  readonly field: string;
  readonly value: string;
  readonly words: string | null;
  readonly span: readonly [number, number] | null;
  readonly rule: string;
}

/** GET /api/events/ID */
export interface EventView {
  readonly summary: EventSummary;
  /** As `saidso event --json` prints it: the machine's values, and people's in `human`. */
  readonly event: KeptEvent;
  /** One a claim, in order of publication. */
  readonly accounts: readonly ClaimView[];
  readonly sources: SourceTree;
  /** All decisions on its claims in the order of time, those taken back too. */
  readonly decisions: readonly DecisionView[];
  readonly history: readonly Change[];
}

/** Who goes back to whom; a root goes back to none. Two roots that have a copy in common count as one origin. */
export interface SourceTree {
  readonly roots: readonly SourceNode[];
  readonly edges: readonly RepublicationEdge[];
  /** How many roots are independent; as `origins` of the event. */
  readonly independent: number;
}
export interface SourceNode {
  readonly report: ReportName;
  /** Why it goes back to the one above; empty at a root. */
  readonly reasons: RepublicationEdge['reasons'];
  readonly copies: readonly SourceNode[];
}

/**
 * POST /api/decisions: what is {@link Asked}, by whom and why. With `coder` it is one coder's answer in double coding and takes effect when another
 * coder says the same; without it is a ruling and takes effect at once.
 */
export type DecisionRequest = Asked & { readonly who: string; readonly why?: string; readonly coder?: string };
/** GET /api/decisions */
export interface DecisionView extends KeptDecision {
  /** Events that hold its claims now. */
  readonly events: readonly string[];
}
export interface DecisionAnswer {
  readonly decision: Decision;
  /** The events that hold its claims now. */
  readonly events: readonly EventSummary[];
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
/** Something being read. Events of GET /api/jobs/ID/events: `progress` (a Job), `result` (a JobResult), `end` (a Job). */
export interface Job {
  readonly id: string;
  readonly kind: 'text' | 'upload' | 'urls';
  readonly state: JobState;
  /** Pages done; how many there will be is known only at the end for archives and feeds. */
  readonly done: number;
  readonly total: number | null;
  /** What is being read. */
  readonly now: string | null;
  readonly added: number;
  readonly updated: number;
  readonly copies: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly claims: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Why it failed; null otherwise. */
  readonly error: string | null;
  /** The latest, at most 500. */
  readonly results: readonly JobResult[];
}
export interface JobResult {
  readonly n: number;
  readonly source: string;
  readonly outcome: PutOutcome | 'failed';
  readonly report: ReportName | null;
  readonly claims: number;
  /** One line: what happened, where, what to do; null when it was read. */
  readonly error: string | null;
}

/** GET /api/export */
export interface ExportFormatView {
  readonly name: string;
  readonly about: string;
  /** Of the file, without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether its places can be told no finer than the first division or the country. */
  readonly canBeCoarse: boolean;
}

/** GET /api/codebook */
export interface CodebookView {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly families: readonly string[];
  readonly types: readonly CodebookType[];
}
export interface CodebookType {
  readonly id: string;
  readonly label: string;
  readonly family: string;
  readonly definition: string;
  readonly crosswalk: Readonly<Record<string, string>>;
  readonly roles: readonly string[];
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

/** GET /api/reviews/queue: one page of claims without a verdict (of this coder, where one is named), the least sure first; `total` are left. */
export type ReviewQueue = PageOf<ClaimView>;
/** GET /api/reviews/differences: a question on which coders differ, nobody having ruled yet, with the claims that it is about. */
export interface DifferenceView extends Difference {
  readonly claims: readonly ClaimView[];
}
