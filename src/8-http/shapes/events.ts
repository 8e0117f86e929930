import type { Disagreement, RepublicationEdge } from '../../6-events/conflict-event.ts';
import { CORRECTED_FIELDS } from '../../6-events/correction.ts';
import type { Change, ChangePage } from '../../7-records/changes.ts';
import type { KeptEvent } from '../../7-records/decision-store.ts';
import type { SearchHit } from '../../7-records/event-store.ts';
import {
  type ActorNetwork,
  type EventSummary,
  FACETS,
  type MapPoints,
  SORTS,
  TIME_STEPS,
  type Timeline,
} from '../../7-records/overview.ts';
import type { DecisionView, EventView, FacetsView, SourceNode, SourceTree } from '../answers.ts';
import { decisionParts } from './decisions.ts';
import { claimView, dateRange, effect, human, kind, reportName, stage, tally } from './record.ts';
import { count, maybeDay, maybeText, shape, text, texts, z } from './shape.ts';

export const status = z.enum(['corroborated', 'single-origin', 'denied', 'attempted', 'foiled', 'planned', 'threatened']);
const party = z.object({ name: text, kind: kind.nullable() });
const place = {
  name: text,
  ref: text.optional(),
  country: text.optional(),
  admin1: text.optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  precision: text.optional(),
};
const figures = { low: z.number(), best: z.number(), high: z.number().nullable() };
/** One value an effect, where there is one. */
const byEffect = <S extends z.ZodType>(value: S) => z.partialRecord(effect, value);

export const eventSummary = shape<EventSummary>('EventSummary')(
  z.object({
    id: text,
    title: maybeText.openapi({ description: 'title of the report that told it first' }),
    type: text,
    stage,
    status,
    when: dateRange.nullable(),
    where: z.object(place).nullable(),
    actors: z.array(party),
    targets: z.array(party),
    toll: byEffect(z.object(figures)),
    claims: count,
    reports: count,
    origins: count.openapi({ description: 'independent origins' }),
    disagreements: texts,
    verdict: z.enum(['accepted', 'partly-accepted', 'rejected']).nullable(),
    corrected: z
      .array(z.enum(CORRECTED_FIELDS as [(typeof CORRECTED_FIELDS)[number]]))
      .openapi({ description: 'fields whose value is a person’s' }),
    decisions: count,
    confidence: z.number(),
  }),
);

const ref = z.object({ report: text, claim: text });
const edge = shape<RepublicationEdge>('RepublicationEdge')(
  z.object({
    from: text,
    to: text,
    reasons: z.array(z.object({ reason: z.enum(['credit-line', 'agency', 'copied-passages', 'shared-quote', 'shared-statement']), text })),
  }),
);
const disagreement = shape<Disagreement>('Disagreement')(
  z.object({
    field: z.enum(['when', 'where', 'type', ...effect.options]),
    accounts: z.array(z.object({ value: text, reports: texts })),
  }),
);
export const keptEvent = shape<KeptEvent>('ConflictEvent')(
  z.object({
    id: text,
    type: text,
    stage,
    status,
    claims: z.array(ref),
    when: dateRange.extend({ rule: text, accounts: z.array(z.object({ from: text, to: text, claims: z.array(ref) })) }).nullable(),
    where: z.object({ ...place, rule: text, accounts: z.array(z.object({ name: text, claims: z.array(ref) })) }).nullable(),
    actors: z.array(party.extend({ responsibilities: texts, claims: z.array(ref) })),
    targets: z.array(party.extend({ responsibilities: texts, claims: z.array(ref) })),
    toll: byEffect(
      z.object({
        ...figures,
        rule: text,
        accounts: z.array(ref.extend({ published: maybeText, rule: text.optional(), low: z.number(), high: z.number().nullable() })),
      }),
    ),
    reports: texts,
    origins: count,
    republication: z.array(edge),
    disagreements: z.array(disagreement),
    decisions: texts,
    human,
  }),
);

const reasons = edge.shape.reasons;
const sourceNode: z.ZodType<SourceNode> = z
  .lazy(() => z.object({ report: reportName, reasons, copies: z.array(sourceNode) }))
  .openapi('SourceNode', { type: 'object' });
const sources = shape<SourceTree>('SourceTree')(z.object({ roots: z.array(sourceNode), edges: z.array(edge), independent: count }));

export const change = shape<Change>('Change')(
  z.object({
    n: count,
    at: text,
    kind: z.enum(['report-added', 'report-changed', 'report-gone', 'event-added', 'event-changed', 'event-gone', 'decision']),
    id: text,
    successor: maybeText,
  }),
);
export const changes = shape<ChangePage>('ChangePage')(z.object({ items: z.array(change), last: count, more: z.boolean() }));

export const decisionView = shape<DecisionView>('DecisionView')(z.object({ ...decisionParts, events: texts }));
export const eventView = shape<EventView>('EventView')(
  z.object({
    summary: eventSummary,
    event: keptEvent,
    accounts: z.array(claimView),
    sources,
    decisions: z.array(decisionView),
    history: z.array(change),
  }),
);

export const facetName = z.enum([...FACETS, 'family']);
export const facets = shape<FacetsView>('Facets')(z.object({ total: count, facets: z.partialRecord(facetName, tally) }));
export const points = shape<MapPoints>('MapPoints')(
  z.object({
    points: z
      .array(z.tuple([text, z.number(), z.number(), maybeText, text, maybeDay, z.number().nullable(), text, maybeText]))
      .openapi({ description: 'id, lat, lon, precision, type, date, killed, place, country' }),
    placeless: count,
    total: count,
  }),
);
export const step = z.enum(TIME_STEPS);
export const timeline = shape<Timeline>('Timeline')(
  z.object({ by: step, bins: z.array(z.object({ from: text, count, killed: z.number() })), undated: count, total: count }),
);
export const network = shape<ActorNetwork>('ActorNetwork')(
  z.object({
    nodes: z.array(party.extend({ asActor: count, asTarget: count })),
    edges: z.array(z.object({ from: text, to: text, events: count, killed: z.number() })),
    left: count,
  }),
);
export const sort = z.enum([...SORTS, ...SORTS.map((one) => `-${one}` as const)]);
export const searchHit = shape<SearchHit>('SearchHit')(
  z.object({ id: text, title: maybeText, publisher: maybeText, published: maybeDay, passage: text }),
);
