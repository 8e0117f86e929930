import { dayOfIso, isoOfDay } from '../src/0-terms/calendar.ts';
import { contentId } from '../src/0-terms/content-id.ts';
import type { Entity } from '../src/4-mentions/annotated-report.ts';
import type { Claim, CodedReport } from '../src/5-claims/coded-report.ts';

/** Every story is told by so many reports. */
export const TELLERS = 3;
/** Days over which stories are spread: ten years. */
const SPREAD = 3650;

export interface MadeWorld {
  /** Of the names so many in a hundred are of nobody else's story, as most family names are; the others are taken from all reports. */
  readonly invented: number;
  /** So many towns there are, some with much more of what happens than others; null: every story has its own. */
  readonly towns: number | null;
  readonly papers: number;
}
/** Makes the report of a story as one paper tells it. Same numbers, same report. */
export type Varier = (base: CodedReport, story: number, teller: number) => CodedReport;

/** A number from a text (FNV-1a and a final mix): the same for the same text. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 12)) >>> 0;
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** A word that nobody knows, as long and written as this one. */
function inventedWord(word: string, salt: string): string {
  let seed = hash(`${salt} ${word.toLowerCase()}`);
  let made = '';
  for (let at = 0; at < word.length; at++) {
    const letters = at % 2 === 0 ? CONSONANTS : VOWELS;
    const letter = letters[seed % letters.length] as string;
    made += word[at] === word[at]?.toUpperCase() ? letter.toUpperCase() : letter;
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  }
  return made;
}

/** A town for a story, the first ones much more often: a quarter of all stories are in the first sixty-fourth of the towns. */
const townOf = (story: number, towns: number): number => Math.floor(towns * (hash(`town ${story}`) / 2 ** 32) ** 3);

/**
 * Varies reports: most words become other words of all of them that are as long and written alike, so that every span stays true and words are as
 * frequent as they are in reports. A name becomes the same other name throughout a story; later tellers put a third of the common words otherwise.
 */
export function varier(bases: readonly CodedReport[], { invented, towns, papers }: MadeWorld): Varier {
  const pool = new Map<string, string[]>();
  const key = (word: string): string => `${word.length} ${/^\p{Lu}/u.test(word)}`;
  for (const { text } of bases) {
    for (const [word] of text.matchAll(/\p{L}+/gu)) {
      const known = pool.get(key(word));
      if (known === undefined) pool.set(key(word), [word]);
      else known.push(word);
    }
  }
  const other = (word: string, salt: string): string => {
    const words = pool.get(key(word)) ?? [];
    return words[hash(`${salt} ${word}`) % words.length] ?? word;
  };
  const nameFor = (word: string, story: number): string =>
    hash(`whose ${story} ${word}`) % 100 < invented ? inventedWord(word, `name ${story}`) : other(word, `name ${story}`);
  return (base, story, teller) => {
    const change = (text: string): string => {
      let at = 0;
      return text.replace(/\p{L}+/gu, (word) => {
        at += 1;
        if (word.length < 3) return word;
        if (/^\p{Lu}/u.test(word)) return nameFor(word, story);
        const otherwise = teller > 0 && hash(`${teller} ${at}`) % 3 === 0;
        return other(word, otherwise ? `${story} ${at} ${teller}` : `${story} ${at}`);
      });
    };
    const shift = (hash(`day ${story}`) % SPREAD) - 2500;
    const moved = (iso: string, more = 0): string => isoOfDay(dayOfIso(iso) + shift + more);
    const text = change(base.text);
    const id = contentId('r', `${story} ${teller} ${text}`);
    const home = towns === null ? story : townOf(story, towns);
    const [lat, lon] = [(hash(`lat ${home}`) % 800) / 10 - 30, (hash(`lon ${home}`) % 1600) / 10 - 60];
    const entity = (one: Entity, at: number): Entity => ({
      ...one,
      name: one.kind === 'place' && one.precision === 'country' ? one.name : change(one.name),
      aliases: [],
      ...(one.ref === undefined || one.precision === 'country' ? {} : { ref: `made:${hash(`${home} ${at}`)}` }),
      ...(one.lat === undefined || one.precision === 'country' ? {} : { lat, lon }),
    });
    const claim = (one: Claim): Claim => ({
      ...one,
      id: contentId('c', `${id} ${one.id}`),
      when: one.when === null ? null : { ...one.when, from: moved(one.when.from), to: moved(one.when.to) },
      confidence: 0.35 + (hash(`${id} ${one.id}`) % 60) / 100,
    });
    return {
      ...base,
      id,
      source: `made/${story}-${teller}.txt`,
      url: null,
      text,
      title: base.title === null ? null : change(base.title),
      publisher: `Paper ${hash(`${story} paper ${teller}`) % papers}`,
      published: { date: moved(base.published.date ?? '2020-01-01', teller), basis: 'metadata' },
      entities: base.entities.map(entity),
      claims: base.claims.map(claim),
    };
  };
}
