/** The public API of Saidso, and nothing else. */
export type { DateRange } from './0-terms/date-range.ts';
export { CodebookError, InputError, StoreError } from './0-terms/errors.ts';
export type { Note } from './0-terms/note.ts';
export type { Span } from './0-terms/span.ts';
export type { Polarity, Responsibility, Stage } from './0-terms/stage.ts';
export type { Page } from './1-pages/page.ts';
export type { Origin, Report } from './2-reports/report.ts';
export type { Entity, Mention, Quote } from './4-mentions/annotated-report.ts';
export type { Claim, CodedReport, Toll } from './5-claims/coded-report.ts';
export type { ConflictEvent } from './6-events/conflict-event.ts';
export { type CorrectedField, readCorrection } from './6-events/correction.ts';
export type { Decision, Ruling } from './6-events/decision.ts';
export type { Human, HumanValue } from './6-events/human.ts';
export { merge } from './6-events/merge.ts';
export type { MergeReport } from './6-events/merge-report.ts';
export type { Change, ChangeKind, ChangePage } from './7-records/changes.ts';
export type { Agreement, Asked, DecisionFilter, Difference, KeptDecision, KeptEvent, Review, View } from './7-records/decision-store.ts';
export type { EventFilter, Merger, SearchHit } from './7-records/event-store.ts';
export { toJson } from './7-records/json.ts';
export { open } from './7-records/open.ts';
export type {
  ActorNetwork,
  EventQuery,
  EventSort,
  EventSummary,
  FacetName,
  Facets,
  MapPoint,
  MapPoints,
  PartyName,
  Timeline,
  TimeStep,
} from './7-records/overview.ts';
export type { PublishedData, PublishedEvent } from './7-records/publish/site-data.ts';
export type { ReportRecord } from './7-records/record.ts';
export type { SourceHealth } from './7-records/sources.ts';
export { type Statement, statement } from './7-records/statement.ts';
export type {
  ClaimFilter,
  ClaimSummary,
  Counts,
  KeptReport,
  PageOf,
  Paging,
  PutOutcome,
  Reading,
  ReportSummary,
  Store,
} from './7-records/store.ts';
export type {
  ClaimValue,
  ClaimView,
  CodebookType,
  CodebookView,
  DecisionAnswer,
  DecisionRequest,
  DecisionView,
  DifferenceView,
  EventView,
  ExportFormatView,
  FacetsView,
  Health,
  Job,
  JobResult,
  JobState,
  Limits,
  ReportName,
  ReviewQueue,
  SourceNode,
  SourceTree,
} from './8-http/answers.ts';
export { app } from './8-http/app.ts';
export type { Failure } from './8-http/failure.ts';
export type { ReportView } from './8-http/report-view.ts';
export type { Kit, KitFiles } from './kit.ts';
export { makeKit } from './kit.ts';
export { type KitOptions, loadKit } from './load-kit.ts';
export { read } from './read.ts';
