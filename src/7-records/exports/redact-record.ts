import type { Span } from '../../0-terms/span.ts';
import type { ReportRecord } from '../record.ts';
import type { Discretion } from './told-event.ts';

/** Keys under which a record holds a span of its text. */
const SPANS: ReadonlySet<string> = new Set(['span', 'trigger', 'sentence', 'cue', 'content', 'speakerSpan', 'viaSpan']);

/** A record without the names of private persons, in text, title, entities and all else; its spans are moved so that they fit the new text. */
export function redactRecord(record: ReportRecord, discretion: Discretion): ReportRecord {
  const { text } = record.report;
  const told = discretion.words(text);
  const move = told === text ? (span: Span): Span => span : mover(text, discretion);
  const walked = walk(
    record,
    '',
    (words) => (ADDRESS.test(words) ? (discretion.url(words) ?? '') : discretion.words(words)),
    move,
  ) as ReportRecord;
  const { url } = record.report;
  return {
    ...walked,
    // A byline is a person's name as a rule, and a person of no office.
    report: { ...walked.report, text: told, url: discretion.url(url), byline: null },
    entities: walked.entities.map((entity, at) =>
      entity.name === record.entities[at]?.name
        ? entity
        : { ...entity, aliases: [...new Set(entity.aliases)].filter((alias) => alias !== entity.name) },
    ),
  };
}

const ADDRESS = /^https?:\/\/\S+$/i;

/** Strings and spans of any value changed, and all else as it is. Also of events, which hold no spans. */
export function walk(value: unknown, key: string, words: (text: string) => string, move: (span: Span) => Span): unknown {
  if (typeof value === 'string') return words(value);
  if (Array.isArray(value)) {
    if (SPANS.has(key) && value.length === 2 && value.every((one) => typeof one === 'number')) return move(value as unknown as Span);
    return value.map((one) => walk(one, key, words, move));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name, words, move)]));
}

/** Where a span of the old text stands in the new one; one that cuts a name is widened to what stands for it. */
function mover(text: string, { replaced }: Discretion): (span: Span) => Span {
  const pieces: { from: number; to: number; newFrom: number; newTo: number }[] = [];
  let shift = 0;
  for (const { from, to, by } of replaced(text)) {
    pieces.push({ from, to, newFrom: from + shift, newTo: from + shift + by.length });
    shift += by.length - (to - from);
  }
  const at = (offset: number, end: boolean): number => {
    let moved = 0;
    for (const { from, to, newFrom, newTo } of pieces) {
      if (end ? offset <= from : offset < from) break;
      if (end ? offset <= to : offset < to) return end ? newTo : newFrom;
      moved = newTo - to;
    }
    return offset + moved;
  };
  return ([start, end]) => [at(start, false), at(end, true)];
}
