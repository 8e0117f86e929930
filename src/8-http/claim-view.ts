import { cut, type Span } from '../0-terms/span.ts';
import { daysInWords } from '../7-records/days-in-words.ts';
import { namer } from '../7-records/filler-words.ts';
import { statement } from '../7-records/statement.ts';
import type { Store } from '../7-records/store.ts';
import { tollInWords } from '../7-records/toll-in-words.ts';
import type { ClaimValue, ClaimView } from './answers.ts';

/** A claim with all that it stands on; null when there is none. `blind`: what other coders said of it is left out. */
export function claimView(store: Store, id: string, blind?: string): ClaimView | null {
  const found = store.claim(id, blind === undefined ? {} : { blind });
  if (found === null) return null;
  const { claim, human, kept } = found;
  const { record } = kept;
  const { report } = record;
  const place = claim.where ? record.entities.find((entity) => entity.id === claim.where?.entity) : undefined;
  return {
    report: { id: report.id, title: report.title, publisher: report.publisher, published: report.published.date },
    statement: statement(claim, record),
    place: place ? { name: place.name, country: place.country ?? null, lat: place.lat ?? null, lon: place.lon ?? null } : null,
    claim,
    human,
    event: store.overview.ofClaim(report.id, claim.id),
    passage: passageAround(report.text, claim.sentence),
    values: valuesOf(claim, record),
  };
}

/** The paragraph that a sentence stands in. */
function passageAround(text: string, [from, to]: Span): ClaimView['passage'] {
  const before = text.lastIndexOf('\n\n', from - 1);
  const after = text.indexOf('\n\n', to);
  const start = before < 0 ? 0 : before + 2;
  return { start, text: text.slice(start, after < 0 ? text.length : after) };
}

type Found = NonNullable<ReturnType<Store['claim']>>;

function valuesOf(claim: Found['claim'], record: Found['kept']['record']): ClaimValue[] {
  const { text } = record.report;
  const names = namer(record);
  const value = (field: string, said: string, span: Span | undefined, rule: string): ClaimValue => ({
    field,
    value: said,
    words: span === undefined ? null : cut(text, span),
    span: span ?? null,
    rule,
  });
  const why = (field: string): string => claim.reasons.find((reason) => reason.field === field)?.rule ?? claim.rule;
  const basis = (field: string): Span | undefined => claim.reasons.find((reason) => reason.field === field)?.span;
  return [
    value('type', claim.type, claim.trigger, claim.rule),
    value('stage', claim.stage, basis('stage'), why('stage')),
    value('polarity', claim.polarity, basis('polarity'), why('polarity')),
    ...(['actor', 'target', 'object', 'instrument'] as const).flatMap((field) =>
      claim[field].map((filler) => value(field, names.name(filler), filler.span, filler.rule)),
    ),
    ...(claim.when ? [value('when', daysInWords(claim.when), claim.when.span, claim.when.rule)] : []),
    ...(claim.where ? [value('where', names.named(claim.where.entity), claim.where.span, claim.where.rule)] : []),
    ...claim.toll.map((toll) => value(toll.effect, tollInWords(toll, text), toll.span, toll.rule)),
    ...claim.saidBy.map((source) => value('saidBy', names.name({ entity: source.speaker, span: source.span }), source.span, source.rule)),
  ];
}
