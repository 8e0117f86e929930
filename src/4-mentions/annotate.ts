import type { ParsedReport } from '../3-sentences/parsed-report.ts';
import type { AnnotatedReport } from './annotated-report.ts';
import type { CoreferenceKit } from './coreference/coreference-kit.ts';
import { resolve } from './coreference/resolve.ts';
import { findCounts } from './counts/find-counts.ts';
import { findNames } from './names/find-names.ts';
import type { NameKit } from './names/name-kit.ts';
import { findPlaceNames } from './places/find-place-names.ts';
import { joinPlaceNames } from './places/join-place-names.ts';
import { locateEntities, withPlaceNames } from './places/place-entities.ts';
import type { PlacesKit } from './places/places-kit.ts';
import { resolvePlaces } from './places/resolve-places.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import type { QuotesKit } from './quotes/reporting-words.ts';
import { resolveQuote } from './quotes/resolve-quote.ts';
import { findTimes } from './times/find-times.ts';

/** What floor 4 needs. */
export interface AnnotateKit extends PlacesKit, NameKit, CoreferenceKit, QuotesKit {}

/** Names, times, places, counts, quotes and who is who. Pure. */
export function annotate(report: ParsedReport, kit: AnnotateKit): AnnotatedReport {
  const times = findTimes(report, report.published);
  const counts = findCounts(report, times);
  const named = findNames(report, kit);
  const placeNames = joinPlaceNames(findPlaceNames(report, kit), named, report.text);
  const places = resolvePlaces(report, placeNames, report.dateline, kit);
  const who = resolve(report, withPlaceNames(report, named, placeNames), kit);
  const { entities, mentions } = locateEntities(who.entities, who.mentions, places);
  const dateline = report.dateline?.place;
  // "Washington : Islamic State has gained": the dateline says nothing.
  const spoken = findQuotes(report, kit).filter(
    ({ speakerSpan }) => !speakerSpan || !dateline || report.text.slice(...speakerSpan) !== dateline,
  );
  const quotes = spoken.flatMap((quote) => resolveQuote(quote, mentions) ?? []);
  return { ...report, entities, mentions, times, counts, quotes };
}
