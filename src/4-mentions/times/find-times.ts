import { dayOfIso } from '../../0-terms/calendar.ts';
import type { PublicationDate } from '../../2-reports/report.ts';
import type { TimeMention } from '../annotated-report.ts';
import type { Clock, Resolved } from './clock.ts';
import type { Running } from './days.ts';
import type { Expression, Meaning } from './expression.ts';
import { findExpressions } from './find-expressions.ts';
import { smooth } from './finder.ts';
import { FINDERS } from './finders/finders.ts';
import { mergeRanges } from './merge-ranges.ts';
import { REFINERS } from './refiners/refiners.ts';
import { resolve } from './resolve.ts';
import { advance } from './resolve-calendar.ts';
import { splitEnds } from './split-ends.ts';
import { tenseAround } from './tense.ts';

/** Years told outright that make a text a history rather than news, and their share among them far from the publication. */
const HISTORY_YEARS = 5;
const HISTORY_SHARE = 0.6;
/** How many "yesterday" and "Tuesday" a history may have for each year told. */
const HISTORY_DEICTIC = 0.2;
/** Characters that a year told outright reaches on to the dates behind it: "in April 2015 and released in June". */
const YEAR_REACH = 120;

/**
 * The times a text speaks of, in order: find expressions, refine them, tie them to days. Spans are code units of `text`.
 * Bare months and weekdays count from the publication in news, from the date told of last in histories and undated texts.
 * Method: patterns and refiners as in chrono; running date for narratives as in HeidelTime (Strötgen and Gertz 2013).
 */
export function findTimes(report: { readonly text: string }, published: PublicationDate): TimeMention[] {
  return mergeRanges(
    tie(report.text, published).map(({ mention }) => mention),
    report.text,
  );
}

/** As `findTimes`, but each end of a range is a mention of its own, as TimeML has it. */
export const findSingleTimes = (report: { readonly text: string }, published: PublicationDate): TimeMention[] =>
  tie(report.text, published).flatMap(({ mention, meaning }) => splitEnds(mention, meaning, report.text));

interface Tied {
  readonly mention: TimeMention;
  readonly meaning: Meaning;
}

/** Finds, refines and resolves, left to right with a running date. */
function tie(written: string, published: PublicationDate): Tied[] {
  const text = smooth(written);
  let expressions = findExpressions(written, FINDERS);
  for (const refiner of REFINERS) expressions = refiner(expressions, text);
  const day = published.date === null ? Number.NaN : dayOfIso(published.date);
  const publishedDay = Number.isNaN(day) ? null : day;
  const narrative = isHistory(expressions, published.date);
  let running: Running | null = null;
  let quarter: Clock['quarter'] = null;
  let toldAt = -1;
  const tied: Tied[] = [];
  for (const expression of expressions) {
    const [start, end] = expression.span;
    const { meaning } = expression;
    const follows =
      toldAt >= 0 &&
      start - toldAt <= YEAR_REACH &&
      meaning.is === 'calendar' &&
      meaning.month !== undefined &&
      !meaning.which &&
      !text.slice(toldAt, start).includes('\n\n');
    const tense = narrative ? -1 : tenseAround(text, start, end);
    const clock: Clock = { published: publishedDay, running, quarter, narrative: narrative || (follows && tense !== 1), tense };
    const resolved = resolve(expression, clock);
    running = advance(meaning, resolved, clock);
    quarter = quarterOf(meaning, resolved) ?? quarter;
    if (meaning.is === 'calendar') toldAt = meaning.year !== undefined && meaning.month !== undefined ? end : follows ? toldAt : -1;
    tied.push({ mention: { span: expression.span, ...resolved, rule: expression.rule }, meaning });
  }
  return tied;
}

/** Whether a text tells of years long before its publication, so that bare dates go with the story. */
function isHistory(expressions: readonly Expression[], published: string | null): boolean {
  if (published === null) return true;
  const year = Number(published.slice(0, 4));
  let told = 0;
  let far = 0;
  let deictic = 0;
  for (const { meaning } of expressions) {
    if (
      (meaning.is === 'shift' && meaning.from === 'publication' && meaning.amount !== null) ||
      (meaning.is === 'calendar' && meaning.weekday !== undefined)
    )
      deictic += 1;
    if (meaning.is !== 'calendar' || meaning.year === undefined) continue;
    told += 1;
    if (Math.abs(year - meaning.year) > 1) far += 1;
  }
  return told >= HISTORY_YEARS && far / told >= HISTORY_SHARE && deictic <= told * HISTORY_DEICTIC;
}

/** The quarter an expression tells of, when it is one of the story's. */
function quarterOf(meaning: Meaning, resolved: Resolved): Clock['quarter'] {
  const match = meaning.is === 'calendar' && meaning.quarter !== undefined ? /^(\d{4})-Q([1-4])$/.exec(resolved.value) : null;
  return match ? { year: Number(match[1]), quarter: Number(match[2]) } : null;
}
