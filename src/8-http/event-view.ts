import type { RepublicationEdge } from '../6-events/conflict-event.ts';
import { anchorsOf } from '../6-events/decision.ts';
import type { KeptDecision, KeptEvent } from '../7-records/decision-store.ts';
import type { Store } from '../7-records/store.ts';
import type { DecisionView, EventView, ReportName, SourceNode, SourceTree } from './answers.ts';
import { claimView } from './claim-view.ts';

/** All that is known of an event; null when there is none. */
export function eventView(store: Store, id: string): EventView | null {
  const event = store.event(id);
  const summary = event === null ? undefined : store.overview.summaries([event.id])[0];
  if (event === null || summary === undefined) return null;
  const accounts = event.claims.flatMap(({ claim }) => claimView(store, claim) ?? []);
  return {
    summary,
    event,
    accounts: accounts.sort((a, b) => compare(a.report.published ?? '9', b.report.published ?? '9')),
    sources: sourceTree(store, event),
    decisions: store.decisions({ event: event.id }).map((decision) => decisionView(store, decision)),
    history: store.overview.history(event.id),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A decision with the events that hold its claims now; an undoing has those of what it undid. */
export function decisionView(store: Store, decision: KeptDecision): DecisionView {
  const { ruling } = decision;
  const about = ruling.kind === 'undo' ? store.decisions().find(({ id }) => id === ruling.decision)?.ruling : ruling;
  return { ...decision, events: about === undefined ? [] : eventsOf(store, anchorsOf(about)) };
}

export const eventsOf = (store: Store, anchors: readonly { readonly report: string; readonly claim: string }[]): string[] => [
  ...new Set(anchors.flatMap(({ report, claim }) => store.overview.ofClaim(report, claim) ?? [])),
];

/** Reports in the order of who goes back to whom. One that goes back to several hangs on the first; nothing hangs twice. */
function sourceTree(store: Store, { reports, republication, origins }: KeptEvent): SourceTree {
  const known = new Set(reports);
  const above = new Map<string, RepublicationEdge>();
  for (const edge of republication) {
    if (!known.has(edge.from) || !known.has(edge.to) || above.has(edge.from)) continue;
    // Each edge leads up; one that would close a circle is left out of the tree and stands among the edges.
    let at: string | undefined = edge.to;
    while (at !== undefined && at !== edge.from) at = above.get(at)?.to;
    if (at === undefined) above.set(edge.from, edge);
  }
  const node = (id: string): SourceNode => ({
    report: reportName(store, id),
    reasons: above.get(id)?.reasons ?? [],
    copies: reports.filter((other) => above.get(other)?.to === id).map(node),
  });
  return { roots: reports.filter((id) => !above.has(id)).map(node), edges: republication, independent: origins };
}

function reportName(store: Store, id: string): ReportName {
  const head = store.report(id)?.record.report;
  return {
    id,
    title: head?.title ?? null,
    publisher: head?.publisher ?? null,
    published: head?.published.date ?? null,
    url: head?.url ?? null,
  };
}
