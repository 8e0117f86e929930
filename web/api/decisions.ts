import type {
  Agreement,
  Asked,
  ClaimView,
  CodebookView,
  DecisionAnswer,
  DifferenceView,
  EventSummary,
  EventView,
  PageOf,
  ReviewQueue,
} from '../../src/index.ts';
import { ask, query, send } from './ask.ts';
import { recordChanged } from './changes.ts';
import { whoAmI } from './person.ts';

export const getClaim = (id: string): Promise<ClaimView> => ask(`/api/claims/${encodeURIComponent(id)}`);
export const getEvent = (id: string): Promise<EventView> => ask(`/api/events/${encodeURIComponent(id)}`);
export const getEventsOf = (report: string): Promise<{ readonly items: readonly EventSummary[] }> =>
  ask(`/api/reports/${encodeURIComponent(report)}/events`);
export const getEvents = (filter: Readonly<Record<string, string | number | undefined>>): Promise<PageOf<EventSummary>> =>
  ask(`/api/events${query(filter)}`);

/** The codebook does not change while the server runs: asked for once. */
let codebook: Promise<CodebookView> | null = null;
export function getCodebook(): Promise<CodebookView> {
  codebook ??= ask<CodebookView>('/api/codebook').catch((error: unknown) => {
    codebook = null;
    throw error;
  });
  return codebook;
}

/** Keeps a decision under the name that this browser goes by; with `coder` as one coder's answer. */
export async function decide(
  asked: Asked,
  { why = '', coder }: { readonly why?: string; readonly coder?: string } = {},
): Promise<DecisionAnswer> {
  const who = coder ?? (await whoAmI());
  const answer = await send<DecisionAnswer>('POST', '/api/decisions', {
    ...asked,
    who,
    ...(why.trim() === '' ? {} : { why: why.trim() }),
    ...(coder === undefined ? {} : { coder }),
  });
  recordChanged();
  return answer;
}

export const getQueue = (coder: string | undefined, limit: number): Promise<ReviewQueue> =>
  ask(`/api/reviews/queue${query({ coder, limit })}`);
export const getCoders = (): Promise<{ readonly items: readonly { readonly name: string; readonly claims: number }[] }> =>
  ask('/api/reviews/coders');
export const getAgreement = (): Promise<{ readonly items: readonly Agreement[] }> => ask('/api/reviews/agreement');
export const getDifferences = (): Promise<{ readonly items: readonly DifferenceView[] }> => ask('/api/reviews/differences');
