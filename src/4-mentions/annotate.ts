import { overlaps } from '../0-terms/span.ts';
import type { ParsedReport } from '../3-sentences/parsed-report.ts';
import type { ActorKit } from './actors/actor-kit.ts';
import { findActors, withKnownNames } from './actors/find-actors.ts';
import type { AnnotatedReport } from './annotated-report.ts';
import { findCounts } from './counts/find-counts.ts';
import { describeEntities } from './describe-entities.ts';
import { groupNames } from './group-names.ts';
import { findNames } from './names/find-names.ts';
import type { NameKit } from './names/name-kit.ts';
import { findPlaceNames } from './places/find-place-names.ts';
import type { PlacesKit } from './places/places-kit.ts';
import { resolvePlaces } from './places/resolve-places.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import type { QuotesKit } from './quotes/reporting-words.ts';
import { resolveQuote } from './quotes/resolve-quote.ts';
import { findTimes } from './times/find-times.ts';

/** What floor 4 needs. */
export interface AnnotateKit extends PlacesKit, NameKit, ActorKit, QuotesKit {}

/** Names, times, places, counts, quotes and who is who. Pure. */
export function annotate(report: ParsedReport, kit: AnnotateKit): AnnotatedReport {
  const times = findTimes(report, report.published);
  const counts = findCounts(report, times);
  const names = withKnownNames(findNames(report, kit), findActors(report, kit));
  const placeNames = [
    ...names.filter((name) => name.kind === 'place').map(({ span }) => ({ span, text: report.text.slice(span[0], span[1]) })),
    // The gazetteer finds what the model missed, but never inside the name of somebody else.
    ...findPlaceNames(report, kit).filter((place) => !names.some((name) => overlaps(name.span, place.span))),
  ];
  const places = resolvePlaces(report, placeNames, report.dateline, kit);
  const grouped = groupNames(report, names, places, kit);
  const { entities, mentions } = describeEntities(report, grouped, places, kit);
  const quotes = findQuotes(report, kit).flatMap((quote) => resolveQuote(quote, mentions) ?? []);
  return { ...report, entities, mentions, times, counts, quotes };
}
