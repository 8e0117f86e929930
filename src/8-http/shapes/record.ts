import { ENTITY_KINDS } from '../../0-terms/entity-kind.ts';
import type { Note } from '../../0-terms/note.ts';
import { POLARITIES, RESPONSIBILITIES, STAGES } from '../../0-terms/stage.ts';
import type { Entity, Mention, Quote } from '../../4-mentions/annotated-report.ts';
import type { Claim } from '../../5-claims/coded-report.ts';
import { EFFECTS } from '../../5-claims/coded-report.ts';
import type { Human } from '../../6-events/human.ts';
import type { ReportRecord } from '../../7-records/record.ts';
import type { Statement } from '../../7-records/statement.ts';
import type { Appearance, ClaimSummary, Counts, Reading, ReportSummary } from '../../7-records/store.ts';
import type { ClaimView, ReportName } from '../answers.ts';
import type { ReportView } from '../report-view.ts';
import { count, maybeDay, maybeText, shape, span, text, texts, z } from './shape.ts';

export const kind = z.enum(ENTITY_KINDS);
export const stage = z.enum(STAGES);
export const polarity = z.enum(POLARITIES);
export const effect = z.enum(EFFECTS);
const responsibility = z.enum(RESPONSIBILITIES);
export const precision = z.enum(['day', 'week', 'month', 'year']);
const basis = z.enum(['explicit', 'relative', 'anchored', 'publication']);
const rule = text.openapi({ description: 'the rule or model that gave it' });

const entity = shape<Entity>('Entity')(
  z.object({
    id: text,
    kind,
    name: text,
    aliases: texts,
    sector: text.optional(),
    country: text.optional(),
    ref: text.optional(),
    descriptions: texts.optional(),
    admin1: text.optional(),
    lat: z.number().optional(),
    lon: z.number().optional(),
    precision: z.enum(['exact', 'near', 'admin2', 'admin1', 'country']).optional(),
  }),
);
const mention = shape<Mention>('Mention')(
  z.object({ id: text, kind, form: z.enum(['name', 'nominal', 'pronoun']), span, entity: text, rule }),
);
const quote = shape<Quote>('Quote')(
  z.object({
    speaker: maybeText,
    speakerSpan: span.nullable(),
    via: maybeText,
    viaSpan: span.nullable(),
    cue: span.nullable(),
    content: span,
    direct: z.boolean(),
    rule,
  }),
);
const note = shape<Note>('Note')(z.object({ code: text, text, span: span.optional() }));

const filler = { entity: text.optional(), span, rule };
export const dateRange = z.object({ from: text, to: text, precision, basis });
export const claim = shape<Claim>('Claim')(
  z.object({
    id: text,
    type: text,
    trigger: span,
    stage,
    polarity,
    actor: z.array(z.object({ ...filler, responsibility })),
    target: z.array(z.object({ ...filler, count: z.object({ low: z.number(), high: z.number().nullable() }).optional() })),
    object: z.array(z.object(filler)),
    instrument: z.array(z.object(filler)),
    when: dateRange.extend({ span: span.optional(), rule }).nullable(),
    where: z.object({ entity: text, span, rule }).nullable(),
    toll: z.array(
      z.object({
        effect,
        low: z.number(),
        high: z.number().nullable(),
        approximate: z.literal(true).optional(),
        whom: text.optional(),
        span,
        rule,
      }),
    ),
    saidBy: z.array(z.object({ speaker: text.optional(), span, via: text.optional(), cue: span.optional(), rule })),
    sentence: span,
    confidence: z.number(),
    rule,
    reasons: z.array(z.object({ field: text, rule, span: span.optional() })),
  }),
);

const day = z.object({ date: maybeText, basis: z.enum(['metadata', 'text', 'url', 'given', 'inferred', 'unknown']) });
const headField = z.enum(['title', 'publisher', 'byline', 'language', 'published', 'updated', 'dateline', 'section', 'canonical']);
const foundIn = z.enum(['given', 'container', 'json-ld', 'meta', 'markup', 'heading', 'title-tag', 'address', 'domain', 'list', 'text']);

export const record = shape<ReportRecord>('ReportRecord')(
  z.object({
    format: z.literal('saidso/1'),
    report: z.object({
      id: text,
      url: maybeText,
      title: maybeText,
      publisher: maybeText,
      byline: maybeText,
      language: text,
      published: day,
      dateline: z.object({ place: text, date: maybeText }).nullable(),
      publishedAt: maybeText.optional(),
      updated: day.nullable().optional(),
      updatedAt: maybeText.optional(),
      section: maybeText.optional(),
      canonical: maybeText.optional(),
      entries: z.array(z.object({ span, time: maybeText, title: maybeText })).optional(),
      basis: z.partialRecord(headField, foundIn).optional(),
      text,
      origins: z.array(
        z.object({ name: text, relation: z.enum(['credited', 'agency', 'reported-by', 'statement-of']), span: span.optional() }),
      ),
    }),
    entities: z.array(entity),
    mentions: z.array(mention),
    quotes: z.array(quote),
    claims: z.array(claim),
    notes: z.array(note),
  }),
);

export const statement = shape<Statement>('Statement')(
  z.object({ head: text, rest: text, toll: text, where: text, when: text, according: text, line: text }),
);

const said = { written: text, who: text, at: text, decision: text };
const figure = z.object({ low: z.number(), high: z.number().nullable() }).nullable();
const party = z.object({ name: text, responsibility: responsibility.nullable() });
const byHand = <S extends z.ZodType>(value: S) => z.object({ value, ...said }).optional();
export const human = shape<Human>('Human')(
  z.object({
    verdict: z.enum(['accepted', 'partly-accepted', 'rejected']).nullable(),
    values: z.object({
      type: byHand(text),
      stage: byHand(stage),
      polarity: byHand(polarity),
      actor: byHand(z.array(party)),
      target: byHand(z.array(party)),
      when: byHand(z.object({ from: text, to: text, precision }).nullable()),
      where: byHand(z.object({ name: text, country: text.optional(), lat: z.number().optional(), lon: z.number().optional() }).nullable()),
      saidBy: byHand(texts),
      killed: byHand(figure),
      injured: byHand(figure),
      missing: byHand(figure),
      abducted: byHand(figure),
      arrested: byHand(figure),
      displaced: byHand(figure),
    }),
    notes: z.array(z.object({ text, who: text, at: text, decision: text })),
    disputed: texts,
    decisions: texts,
  }),
);

const reading = shape<Reading>('Reading')(z.object({ codebook: text, software: text }));
const appearance = shape<Appearance>('Appearance')(
  z.object({ source: text, url: maybeText, title: maybeText, publisher: maybeText, published: maybeDay }),
);
export const reportView = shape<ReportView>('ReportView')(
  z.object({
    record,
    statements: z.array(statement).openapi({ description: 'one a claim, in their order' }),
    reading,
    appearances: z.array(appearance),
    human: z.record(text, human).openapi({ description: 'what people say of its claims, by claim id' }),
  }),
);
export const reportSummary = shape<ReportSummary>('ReportSummary')(
  z.object({
    id: text,
    source: text,
    url: maybeText,
    title: maybeText,
    publisher: maybeText,
    published: maybeDay,
    language: text,
    claims: count,
    quotes: count,
  }),
);
export const reportName = shape<ReportName>('ReportName')(
  z.object({ id: text, title: maybeText, publisher: maybeText, published: maybeDay, url: maybeText }),
);

const claimSummaryParts = {
  report: z.object({ id: text, title: maybeText, publisher: maybeText, published: maybeText }),
  statement,
  place: z.object({ name: text, country: maybeText, lat: z.number().nullable(), lon: z.number().nullable() }).nullable(),
  claim,
  human,
};
export const claimSummary = shape<ClaimSummary>('ClaimSummary')(z.object(claimSummaryParts));
export const claimView = shape<ClaimView>('ClaimView')(
  z.object({
    ...claimSummaryParts,
    event: maybeText,
    passage: z.object({ start: count, text }),
    values: z.array(z.object({ field: text, value: text, words: maybeText, span: span.nullable(), rule })),
  }),
);

const tally = z.array(z.object({ value: text, count }));

export { tally };
export const counts = shape<Counts>('Counts')(z.object({ reports: count, claims: count, types: tally, countries: tally, stages: tally }));
