import { dayOfIso, isoOfDay } from '../../src/0-terms/calendar.ts';
import { contentId } from '../../src/0-terms/content-id.ts';
import type { Entity } from '../../src/4-mentions/annotated-report.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';

/** Days over which the made reports are spread: ten years, so that a larger record is also a denser one. */
const SPREAD = 3650;
/** Every story is told by so many reports, the later ones in partly other words. */
export const TELLERS = 3;

/** A small generator of numbers from a text (FNV-1a and a final mix): the same for the same text. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 12)) >>> 0;
}

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';

/** Another word of the same length, so that every span of the report stays true. */
function anotherWord(word: string, salt: string): string {
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

/**
 * Report `n` of a made record: a real coded report with other names, places, days and, beside them, a share of other words. Reports `TELLERS` times k
 * and following tell one story. Deterministic.
 */
export function varied(real: readonly CodedReport[], n: number): CodedReport {
  const story = Math.floor(n / TELLERS);
  const teller = n % TELLERS;
  const base = real[hash(`story ${story}`) % real.length] as CodedReport;
  const shift = (hash(`day ${story}`) % SPREAD) - 2000;
  const change = (text: string): string =>
    text.replace(/\p{L}+/gu, (word) => {
      if (word.length < 4) return word;
      if (/^\p{Lu}/u.test(word)) return anotherWord(word, `name ${story}`);
      const kind = hash(`${word} ${teller}`) % 10;
      return kind < teller ? anotherWord(word, `teller ${teller}`) : word;
    });
  const moved = (iso: string, more = 0): string => isoOfDay(dayOfIso(iso) + shift + more);
  const text = change(base.text);
  const id = contentId('r', `${n} ${text}`);
  const entity = (one: Entity): Entity => ({
    ...one,
    name: one.kind === 'place' && (one.precision === 'country' || one.precision === 'admin1') ? one.name : change(one.name),
    aliases: [],
    ...(one.ref === undefined || one.precision === 'country' ? {} : { ref: `made:${hash(`${story} ${one.ref}`)}` }),
    ...(one.lat === undefined ? {} : { lat: (hash(`lat ${story}`) % 1200) / 10 - 60 }),
    ...(one.lon === undefined ? {} : { lon: (hash(`lon ${story}`) % 3600) / 10 - 180 }),
  });
  const claim = (one: Claim): Claim => ({
    ...one,
    id: contentId('c', `${id} ${one.id}`),
    when: one.when === null ? null : { ...one.when, from: moved(one.when.from), to: moved(one.when.to) },
  });
  return {
    ...base,
    id,
    source: `made-${n}.txt`,
    url: null,
    text,
    title: base.title === null ? null : change(base.title),
    publisher: `Paper ${hash(`paper ${n}`) % 500}`,
    published: { date: moved(base.published.date ?? '2017-01-01', teller), basis: 'metadata' },
    entities: base.entities.map(entity),
    claims: base.claims.map(claim),
  };
}
