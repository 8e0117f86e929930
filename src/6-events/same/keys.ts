import type { Outline } from '../outline.ts';
import { type WordVector, weightiest, wordNumber } from './word-weights.ts';

/** What keys are made of. */
export interface Keyed {
  readonly words: WordVector;
  readonly people: Int32Array;
  readonly day: number;
  readonly happenings: readonly Outline[];
}

const RAREST_WORDS = 20;
/** A place without a week would gather all that ever happened there. */
const DAYS = 7;

/** Kinds of key: the lowest two bits. */
const KINDS = { word: 0, name: 1, place: 2 } as const;

/**
 * The keys under which a report is looked for: people named, the words most its own, and each happening's place with its week and kind of act. Two
 * reports of one happening share several; most pairs of reports share none. Numbers under 2^34, each once, rising.
 */
export function keysOf({ words, people, day, happenings }: Keyed): number[] {
  const keys = new Set<number>();
  const add = (kind: keyof typeof KINDS, hash: number): void => void keys.add((hash >>> 0) * 4 + KINDS[kind]);
  for (const name of people) add('name', name);
  for (const word of weightiest(words, RAREST_WORDS)) add('word', word);
  for (const { place, days, group, main } of happenings) {
    if (place === null || (days === null && !main)) continue;
    const week = Math.floor((days?.[0] ?? day) / DAYS);
    const name = place.ref ?? place.name.toLowerCase();
    for (const near of [week, week + 1]) add('place', wordNumber(`${name} ${near} ${group === 'none' ? '' : group}`));
  }
  return [...keys].sort((a, b) => a - b);
}

/** What sharing a key counts: a rare word is in common by chance too often, so two are asked for, or one name, or one place in one week. */
export const worthOf = (key: number): number => (kindOf(key) === KINDS.word ? 1 : MEETING);
/** Two reports meet when the keys that they share count so much. */
export const MEETING = 2;

/**
 * A key brings a report together with so many before and so many after it, in order of publication. What more share tells little apart, and a
 * report meets no more others however large the record grows. A word that many reports have tells least.
 */
export const WINDOW = 40;
const WORD_WINDOW = 12;
/** `widest` is for all keys; a narrower one of the key's kind holds. */
export const windowOf = (key: number, widest: number): number => (kindOf(key) === KINDS.word ? Math.min(widest, WORD_WINDOW) : widest);

const kindOf = (key: number): number => key % 4;
