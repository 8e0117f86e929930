import { anchorsOf } from '../../6-events/decision.ts';
import type { Asked as Ruled } from '../../7-records/decision-store.ts';
import type { ReviewQuery } from '../../7-records/overview.ts';
import { dayIn, listIn, pagingOf, pagingQuery } from '../asked-values.ts';
import { claimView } from '../claim-view.ts';
import { endpoint } from '../endpoint.ts';
import { decisionView, eventsOf } from '../event-view.ts';
import type { House } from '../house.ts';
import { decisionAnswer, differenceView, reviewQueue } from '../shapes/deciding.ts';
import { agreement, decisionRequest } from '../shapes/decisions.ts';
import { decisionView as decisionShape } from '../shapes/events.ts';
import { stage } from '../shapes/record.ts';
import { count, itemsOf, text, z } from '../shapes/shape.ts';

const name = z.string().trim().min(1).max(200);

/** What people rule, and what is left to rule on. */
export function decisionRoutes({ api, store, fresh }: House): void {
  const tag = 'Deciding';
  endpoint(api, {
    method: 'get',
    path: '/api/decisions',
    tag,
    about: 'Decisions, the latest first, those that were undone too.',
    query: z.object({ event: text.optional(), report: text.optional(), claim: text.optional(), coder: name.optional() }),
    gives: itemsOf(decisionShape),
    handle: ({ query }) => {
      fresh.look();
      const filter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
      return {
        items: store
          .decisions(filter)
          .map((decision) => decisionView(store, decision))
          .reverse(),
      };
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/api/decisions',
    tag,
    about: 'Rules on events and claims; nothing is overwritten, and an undo takes any of it back.',
    body: decisionRequest,
    gives: decisionAnswer,
    status: 201,
    handle: ({ body: { who, why, coder, ...asked } }) => {
      // The ids are of events as they are now.
      fresh.settle();
      const decision = store.decide(who, why ?? '', asked as Ruled, coder);
      fresh.settle();
      const { ruling } = decision;
      const about = ruling.kind === 'undo' ? store.decisions().find(({ id }) => id === ruling.decision)?.ruling : ruling;
      return { decision, events: store.overview.summaries(about === undefined ? [] : eventsOf(store, anchorsOf(about))) };
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/reviews/queue',
    tag,
    about: 'Claims without a verdict, the least sure first; with a coder those without that coder’s, and nothing of what others said.',
    query: z.object({
      coder: name.optional(),
      type: listIn,
      country: listIn,
      stage: z.array(stage).optional(),
      since: dayIn,
      until: dayIn,
      report: text.optional(),
      ...pagingQuery,
    }),
    gives: reviewQueue,
    handle: ({ query: { limit, after, ...filter } }) => {
      fresh.look();
      const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as ReviewQuery;
      const { items, next, total } = store.overview.toReview(query, pagingOf({ limit: limit ?? 20, after }));
      return { items: items.flatMap(({ claim }) => claimView(store, claim, query.coder) ?? []), next, total };
    },
  });
  endpoint(api, {
    method: 'get',
    path: '/api/reviews/coders',
    tag,
    about: 'Who codes where claims are coded twice, and how many claims each has ruled on.',
    gives: itemsOf(z.object({ name: text, claims: count })),
    handle: () => ({ items: store.overview.coders() }),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/reviews/agreement',
    tag,
    about: 'How far coders agree: Krippendorff’s alpha, a question each.',
    gives: itemsOf(agreement),
    handle: () => ({ items: store.agreement() }),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/reviews/differences',
    tag,
    about: 'On what coders differ and nobody has ruled yet; a decision without a coder ends it.',
    gives: itemsOf(differenceView),
    handle: () => {
      fresh.look();
      return {
        items: store
          .differences()
          .map((one) => ({ ...one, claims: one.anchors.flatMap(({ claim }) => (known(claim) ? (claimView(store, claim) ?? []) : [])) })),
      };
    },
  });
  /** A newer reading may have another id for it. */
  const known = (claim: string): boolean => store.claim(claim)?.claim.id === claim;
}
