import type { Span } from '../0-terms/span.ts';
import { covers } from '../0-terms/span.ts';
import type { ParsedReport } from '../3-sentences/parsed-report.ts';
import type { AnnotatedReport, Entity, Mention, Quote } from './annotated-report.ts';
import { findCounts } from './counts/find-counts.ts';
import { findPlaceNames } from './places/find-place-names.ts';
import type { PlacesKit } from './places/places-kit.ts';
import { resolvePlaces } from './places/resolve-places.ts';
import type { RawQuote } from './quotes/attribution.ts';
import { findQuotes } from './quotes/find-quotes.ts';
import type { QuotesKit } from './quotes/reporting-words.ts';
import { findTimes } from './times/find-times.ts';

/** What floor 4 needs. */
export interface AnnotateKit extends PlacesKit, QuotesKit {}

/** Names, times, places, counts, quotes and who is who. Pure. */
export function annotate(report: ParsedReport, kit: AnnotateKit): AnnotatedReport {
  const times = findTimes(report, report.published);
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  const byPlace = new Map<number, string>();
  const placeNames = findPlaceNames(report, kit);
  for (const p of resolvePlaces(report, placeNames, report.dateline, kit)) {
    let id = byPlace.get(p.place);
    if (!id || p.place < 0) {
      id = `e${entities.length + 1}`;
      byPlace.set(p.place, id);
      entities.push({ id, kind: 'place', name: p.name, aliases: [], ...(p.country ? { country: p.country } : {}), ...(p.admin1 ? { admin1: p.admin1 } : {}), ...(p.precision ? { precision: p.precision } : {}) });
    }
    mentions.push({ id: `m${mentions.length + 1}`, kind: 'place', form: 'name', span: p.span, entity: id, rule: p.rule });
  }
  mentions.sort((a, b) => a.span[0] - b.span[0]);
  const quotes = findQuotes(report, kit).filter((quote) => quote.manner !== 'stance').map((quote) => resolved(quote, mentions));
  return { ...report, entities, mentions, times, counts: findCounts(report, times), quotes };
}

/** A quote whose speaker and relayer are entities where their words name or point at one. */
function resolved(quote: RawQuote, mentions: readonly Mention[]): Quote {
  const { speakerSpan, viaSpan, cue, content, direct, rule } = quote;
  return { speaker: entityIn(speakerSpan, mentions), speakerSpan, via: entityIn(viaSpan, mentions), viaSpan, cue, content, direct, rule };
}

/** Whom a phrase stands for: the mention that it is, else a person named in it ("Chief Pentagon spokesperson Dana White"), else the last name. */
function entityIn(span: Span | null, mentions: readonly Mention[]): string | null {
  if (!span) return null;
  const inside = mentions.filter((mention) => covers(span, mention.span));
  const whole = mentions.find((mention) => mention.span[0] === span[0] && mention.span[1] === span[1]);
  return (whole ?? inside.find((mention) => mention.kind === 'person') ?? (inside.length === 1 && inside[0]?.form === 'name' ? inside[0] : undefined))?.entity ?? null;
}
