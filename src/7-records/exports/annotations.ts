import type { Span } from '../../0-terms/span.ts';
import type { Claim } from '../../5-claims/coded-report.ts';
import { statement } from '../statement.ts';
import type { ExportFormat, ToldReport } from './format.ts';

/** So many characters stand before and after a quotation. */
const AROUND = 32;

/**
 * The evidence of every claim as W3C Web Annotations in one AnnotationCollection: the words that tell the act and each of its values, with what they
 * are taken to say. Positions count characters (Unicode code points) of the text of the report, as the standard asks.
 * Source: W3C, Web Annotation Data Model, Recommendation of 23 February 2017, sections 3.2, 3.3, 4.2.4, 4.2.5, 5.1, 5.2.
 */
export const annotations: ExportFormat = {
  name: 'annotations',
  extension: 'jsonld',
  about: 'W3C Web Annotations: each claim and each of its values on the words that it stands on',
  holdsTexts: true,
  fields: [
    { name: 'id', about: 'urn:saidso:claim: and the id of the report and of the claim; of a value with its field and number.' },
    { name: 'motivation', about: 'classifying for the act, identifying for a value of it.' },
    {
      name: 'body',
      about: 'TextualBody: purpose describing, the claim in plain English, and purpose tagging, its type or the name of the field.',
    },
    { name: 'target.source', about: 'Address of the report, or urn:saidso:report: and its id where it has none.' },
    {
      name: 'TextQuoteSelector',
      about: `exact: the words; prefix and suffix: up to ${AROUND} characters before and after. Left out where the name of a private person stands in them.`,
    },
    {
      name: 'TextPositionSelector',
      about: 'start and end in the text of the report as it was published, in Unicode code points from 0, half open.',
    },
    { name: 'total', about: 'Of the collection: how many annotations.' },
  ],
  *write({ reports }) {
    yield '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:saidso:annotations","type":"AnnotationCollection","label":"Claims and the words they stand on","first":{"id":"urn:saidso:annotations:1","type":"AnnotationPage","startIndex":0,"items":[';
    let total = 0;
    for (const report of reports()) {
      for (const annotation of annotationsOf(report)) {
        yield `${total === 0 ? '\n' : ',\n'}${JSON.stringify(annotation)}`;
        total += 1;
      }
    }
    yield `\n]},"total":${total}}\n`;
  },
};

function* annotationsOf({ record, published, hides }: ToldReport): Iterable<unknown> {
  const { text, id } = published.report;
  const position = codePoints(text);
  const target = (span: Span): unknown => {
    const [start, end] = span;
    const quote = {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - AROUND), start),
      suffix: text.slice(end, end + AROUND),
    };
    return {
      source: record.report.url ?? `urn:saidso:report:${id}`,
      selector: [
        ...(hides(`${quote.prefix}${quote.exact}${quote.suffix}`) || hides(text.slice(Math.max(0, start - 2 * AROUND), end + 2 * AROUND))
          ? []
          : [{ type: 'TextQuoteSelector', ...quote }]),
        { type: 'TextPositionSelector', start: position(start), end: position(end) },
      ],
    };
  };
  for (const [at, claim] of published.claims.entries()) {
    const key = `urn:saidso:claim:${id}:${claim.id}`;
    const told = record.claims[at] ?? claim;
    yield {
      id: key,
      type: 'Annotation',
      motivation: 'classifying',
      body: [
        { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language: 'en', value: statement(told, record).line },
        { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: claim.type },
      ],
      target: target(claim.trigger),
    };
    for (const [field, n, span] of valuesOf(claim))
      yield {
        id: `${key}:${field}:${n}`,
        type: 'Annotation',
        motivation: 'identifying',
        body: [{ type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: field }],
        target: target(span),
      };
  }
}

const FILLED = ['actor', 'target', 'object', 'instrument', 'saidBy'] as const;

function* valuesOf(claim: Claim): Iterable<[field: string, n: number, span: Span]> {
  for (const field of FILLED) for (const [n, { span }] of claim[field].entries()) yield [field, n, span];
  if (claim.when?.span !== undefined) yield ['when', 0, claim.when.span];
  if (claim.where !== null) yield ['where', 0, claim.where.span];
  for (const [n, { effect, span }] of claim.toll.entries()) yield [effect, n, span];
}

/** Counts a text's code points up to an offset in UTF-16 code units. Texts without characters beyond the first plane need no counting. */
function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index);
  return (offset) => {
    let before = 0;
    while (before < pairs.length && (pairs[before] as number) < offset) before += 1;
    return offset - before;
  };
}
