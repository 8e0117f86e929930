import type { Span } from '../../0-terms/span.ts';
import type { ParsedReport, Sentence } from '../../3-sentences/parsed-report.ts';
import type { CountMention, TimeMention } from '../annotated-report.ts';
import { findTimes } from '../times/find-times.ts';
import { countedNoun } from './counted-noun.ts';
import { isNoCount } from './not-counts.ts';
import type { Numeral } from './numerals.ts';
import { numeralAt } from './numerals.ts';
import { quantify } from './quantifiers.ts';

/** "no casualties": nothing happened to so many of them. */
const HARMED = new Set(
  `casualties casualty injuries injury deaths death fatalities fatality victims victim people person civilians civilian soldiers passengers hostages arrests losses wounded injured survivors`.split(
    ' ',
  ),
);

/**
 * The numbers and quantities of people and things in a report, in order. Ages, dates, money, measures, ordinals, names with
 * numbers and telephone numbers are none. "up to 40" is 1 to 40; "fewer than ten" 1 to 9; "dozens" 24 or more.
 * `times` are the report's times; without them they are looked for.
 */
export function findCounts(parsed: ParsedReport, times: readonly TimeMention[] = findTimes(parsed, parsed.published)): CountMention[] {
  const out: CountMention[] = [];
  let next = 0;
  for (const [index, sentence] of parsed.sentences.entries()) {
    // Times and sentences both go through the text in order.
    while ((times[next]?.span[1] ?? Infinity) <= sentence.span[0]) next += 1;
    const near: Span[] = [];
    for (let i = next; i < times.length; i += 1) {
      const time = times[i];
      if (!time || time.span[0] >= sentence.span[1]) break;
      near.push(time.span);
    }
    countsOf(parsed.text, sentence, index, near, out);
  }
  return out;
}

function countsOf(text: string, sentence: Sentence, index: number, times: readonly Span[], out: CountMention[]): void {
  const { tokens } = sentence;
  const words = tokens.map(({ form }) => form.toLowerCase());
  // Times in order, as the tokens are: one hand moves on with them.
  let hand = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const zero = noHarm(words, i);
    if (zero) {
      push(out, tokens, index, i, zero.numeral, zero.noun);
      i = zero.numeral.end - 1;
      continue;
    }
    const bare = numeralAt(words, i);
    if (!bare) continue;
    const token = tokens[i];
    if (!token) continue;
    while ((times[hand]?.[1] ?? Infinity) <= token.span[0]) hand += 1;
    if (
      (times[hand]?.[0] ?? Infinity) < token.span[1] ||
      isNoCount(text, tokens, words, i, bare.end) ||
      isLooseOne(tokens, words, i, bare) ||
      isLooseBoth(tokens, words, i)
    ) {
      i = bare.end - 1;
      continue;
    }
    const ranged = rangeFrom(text, tokens, words, i, bare);
    const { start, numeral } = quantify(words, ranged.start, ranged.numeral);
    const noun = outside(times.slice(hand, hand + 4), tokens, countedNoun(tokens, words, start, numeral.end));
    if (noun < 0 && isName(tokens, i, numeral.end)) {
      i = numeral.end - 1;
      continue;
    }
    push(out, tokens, index, start, numeral, noun);
    i = numeral.end - 1;
  }
}

/** A noun that is part of a time was not counted: "by the hundreds today". */
function outside(times: readonly Span[], tokens: Sentence['tokens'], noun: number): number {
  const span = tokens[noun]?.span;
  return span && times.some((time) => span[0] < time[1] && time[0] < span[1]) ? -1 : noun;
}

function push(out: CountMention[], tokens: Sentence['tokens'], sentence: number, start: number, numeral: Numeral, noun: number): void {
  const [first, last] = [tokens[start], tokens[numeral.end - 1]];
  if (!first || !last) return;
  out.push({
    span: [first.span[0], last.span[1]],
    sentence,
    noun,
    low: numeral.low,
    high: numeral.high,
    ...(numeral.approximate && { approximate: true as const }),
    rule: numeral.rule,
  });
}

/** "no casualties", "without injuries", "no serious injuries". */
function noHarm(words: readonly string[], at: number): { numeral: Numeral; noun: number } | null {
  const word = words[at];
  if (word !== 'no' && word !== 'without' && word !== 'zero') return null;
  for (let i = at + 1; i <= at + 3; i += 1) {
    if (HARMED.has(words[i] ?? '')) return { numeral: { end: at + 1, low: 0, high: 0, approximate: false, rule: 'counts.none' }, noun: i };
    if (!/^(?:other|further|more|immediate|serious|civilian|reported|any|known|major|human|confirmed)$/.test(words[i] ?? '')) return null;
  }
  return null;
}

/** "6 to 8", "between 6 and 8", "six or seven", "6 - 8": one count with two ends. */
function rangeFrom(
  text: string,
  tokens: Sentence['tokens'],
  words: readonly string[],
  at: number,
  first: Numeral,
): { start: number; numeral: Numeral } {
  const link = words[first.end] ?? '';
  const before = words[at - 1] ?? '';
  const plain = { start: at, numeral: first };
  const joined = link === 'to' || link === 'or' || link === '-' || link === '\u2013' || (link === 'and' && before === 'between');
  if (!joined) return plain;
  const second = numeralAt(words, first.end + 1);
  if (!second || second.high === null || first.high === null) return plain;
  if ((link === 'to' || link === 'or') && second.low <= first.low) return plain;
  if (second.low <= first.low || isNoCount(text, tokens, words, first.end + 1, second.end)) {
    if (link !== '-' && link !== '\u2013') return plain;
    if (second.low <= first.low) return plain;
  }
  // "2 to 3 million"
  const scale =
    second.low >= 1000 && first.low < 100 && /^(?:million|thousand|billion)$/.test(words[second.end - 1] ?? '')
      ? second.low / Math.max(1, leading(words[first.end + 1] ?? ''))
      : 1;
  return {
    start: before === 'between' || before === 'from' ? at - 1 : at,
    numeral: {
      end: second.end,
      low: first.low * scale,
      high: second.high,
      approximate: first.approximate || second.approximate,
      rule: 'counts.range',
    },
  };
}

const leading = (word: string): number => Number(word.replaceAll(',', '')) || 1;

/** "one" that counts nothing: "one another", "the one", "one of the largest", "at one point", "one day". */
function isLooseOne(tokens: Sentence['tokens'], words: readonly string[], at: number, numeral: Numeral): boolean {
  if (words[at] !== 'one' || numeral.end !== at + 1) return false;
  const [before, after] = [words[at - 1] ?? '', words[at + 1] ?? ''];
  if (/^(?:the|this|that|which|no|any|every|each|another|some|number|a)$/.test(before) && tokens[at + 1]?.upos !== 'NOUN') return true;
  if (
    /^(?:another|'s|\u2019s|must|can|could|should|may|might|would)$/.test(after) ||
    (before === 'at' && /^(?:point|time|stage|end|moment)$/.test(after))
  )
    return true;
  if (
    after === 'of' &&
    /^(?:the|its|their|his|her|our|my)$/.test(words[at + 2] ?? '') &&
    /^(?:most|largest|biggest|worst|deadliest|few|best|main|oldest|first|last|bloodiest)$/.test(words[at + 3] ?? '')
  )
    return true;
  if (tokens[at]?.xpos === 'PRP' || /^(?:last|first|next|only|latest|same|new|right|wrong)$/.test(before)) return true;
  if (after === 'of' && /^(?:the|its|their|our)$/.test(words[at + 2] ?? '') && /est$/.test(words[at + 3] ?? '')) return true;
  return /^(?:reason|thing|way|example|point|side|hand|case|sense|end|place)$/.test(after);
}

/** "both Israel and the United States", "both necessary and right": a conjunction, no number. */
function isLooseBoth(tokens: Sentence['tokens'], words: readonly string[], at: number): boolean {
  if (words[at] !== 'both') return false;
  if (tokens[at]?.deprel.startsWith('cc') || tokens[at]?.upos === 'CCONJ') return true;
  for (let i = at + 1; i < Math.min(tokens.length, at + 6); i += 1) {
    if (words[i] === 'and') return true;
    if (tokens[i]?.upos === 'VERB' || tokens[i]?.upos === 'AUX' || tokens[i]?.upos === 'PUNCT') return false;
  }
  return false;
}

/** A number behind a name with nothing counted is part of the name: "Boeing 737", "Channel 4". */
function isName(tokens: Sentence['tokens'], at: number, end: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before || !token || !/^\d/.test(token.form)) return false;
  return (
    before.upos === 'PROPN' &&
    before.span[1] + 1 >= token.span[0] &&
    tokens[end]?.upos !== 'VERB' &&
    tokens[end]?.upos !== 'ADJ' &&
    tokens[end]?.upos !== 'AUX'
  );
}
