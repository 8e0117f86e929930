import type { Database } from 'better-sqlite3';
import { changesOf } from './changes.ts';
import { facetsOf, typesOf } from './event-facets.ts';
import { eventOfClaim, eventsOfReport, listSummaries, summariesOf } from './event-list.ts';
import { networkOf } from './event-network.ts';
import { pointsOf, timelineOf } from './event-points.ts';
import type { Overview } from './overview.ts';
import { bringRowsUpToDate } from './overview-rows.ts';
import { listCoders, listToReview } from './review-queue.ts';

/** The overview of a database; `guard` turns its faults into StoreErrors. */
export function overviewOf(db: Database, guard: <T>(work: () => T) => T): Overview {
  const fresh = <T>(work: () => T): T =>
    guard(() => {
      bringRowsUpToDate(db);
      return work();
    });
  return {
    list: (query, sort = '-date', paging = {}) => fresh(() => listSummaries(db, query, sort, paging)),
    summaries: (ids) => fresh(() => summariesOf(db, ids)),
    ofReport: (report) => fresh(() => eventsOfReport(db, report)),
    ofClaim: (report, claim) => guard(() => eventOfClaim(db, report, claim)),
    history: (event) => guard(() => changesOf(db, event)),
    toReview: (query, paging = {}) => guard(() => listToReview(db, query, paging)),
    coders: () => guard(() => listCoders(db)),
    count: () => guard(() => db.prepare('SELECT count(*) FROM events').pluck().get() as number),
    types: (query) => fresh(() => typesOf(db, query)),
    facets: (query, names, limit = 20) => fresh(() => facetsOf(db, query, names, limit)),
    points: (query) => fresh(() => pointsOf(db, query)),
    timeline: (query, by) => fresh(() => timelineOf(db, query, by)),
    network: (query, limit = 60) => fresh(() => networkOf(db, query, limit)),
  };
}
