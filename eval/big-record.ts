import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOfIso, isoOfDay } from '../src/0-terms/calendar.ts';
import { contentId } from '../src/0-terms/content-id.ts';
import { pageFromBytes } from '../src/1-pages/page-from-bytes.ts';
import type { CodedReport } from '../src/5-claims/coded-report.ts';
import type { Store } from '../src/7-records/store.ts';
import type { Kit } from '../src/kit.ts';
import { read } from '../src/read.ts';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');
const READING = { codebook: 'made 1', software: '0' };
/** Reports kept in one transaction. */
const TOGETHER = 500;
/** Two thirds of the stories tell one event, the others two, and each is told by three reports: 20,000 reports hold about 10,000 events. */
const CLAIMS = [1, 2, 1];
const TELLERS = 3;
/** Days over which stories are spread: ten years. */
const SPREAD = 3650;
const PAPERS = 200;

/** A record as large as a desk's of some years, made from the reports of `examples/` by other names, places, days and words; always the same. */
export function makeBigRecord(store: Store, kit: Kit, reports: number, tell: (done: number) => void = () => undefined): void {
  const bases = exampleReports(kit);
  const vary = varier(bases);
  const stories = bases.flatMap(pieces);
  for (let n = 0; n < reports; ) {
    store.together(() => {
      for (let more = 0; more < TOGETHER && n < reports; more++, n++) {
        const story = Math.floor(n / TELLERS);
        store.put(vary(stories[story % stories.length] as CodedReport, story, n % TELLERS), READING);
      }
    });
    store.refreshEvents(kit);
    tell(n);
  }
}

const exampleReports = (kit: Kit): CodedReport[] =>
  readdirSync(EXAMPLES)
    .sort()
    .map((name) =>
      read(
        pageFromBytes(readFileSync(join(EXAMPLES, name)), {
          source: name,
          url: null,
          mediaType: null,
          charset: null,
          published: undefined,
        }),
        kit,
      ),
    );

/** A report with each of its claims alone, or two that follow each other: so many stories come of a few examples. */
const pieces = (report: CodedReport): CodedReport[] =>
  report.claims.map((_, at) => ({ ...report, claims: report.claims.slice(at, at + (CLAIMS[at % CLAIMS.length] ?? 1)) }));

/** A number from a text (FNV-1a and a final mix): the same for the same text. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 12)) >>> 0;
}

/**
 * Varies a report: most words become other words of all examples that are as long and written alike, so that every span stays true and words are as
 * frequent as they are in reports. A name becomes the same other name throughout a story; later tellers put a third of the common words otherwise.
 */
function varier(bases: readonly CodedReport[]): (base: CodedReport, story: number, teller: number) => CodedReport {
  const pool = new Map<string, string[]>();
  const key = (word: string): string => `${word.length} ${/^\p{Lu}/u.test(word)}`;
  for (const { text } of bases) for (const [word] of text.matchAll(/\p{L}+/gu)) pool.set(key(word), [...(pool.get(key(word)) ?? []), word]);
  const other = (word: string, salt: string): string => {
    const words = pool.get(key(word)) ?? [];
    return words[hash(`${salt} ${word}`) % words.length] ?? word;
  };
  return (base, story, teller) => {
    const change = (text: string): string => {
      let at = 0;
      return text.replace(/\p{L}+/gu, (word) => {
        at += 1;
        if (word.length < 4) return word;
        if (/^\p{Lu}/u.test(word)) return other(word, `name ${story}`);
        const otherwise = teller > 0 && hash(`${teller} ${at}`) % 3 === 0;
        return other(word, otherwise ? `${story} ${at} ${teller}` : `${story} ${at}`);
      });
    };
    const shift = (hash(`day ${story}`) % SPREAD) - 2500;
    const moved = (iso: string, more = 0): string => isoOfDay(dayOfIso(iso) + shift + more);
    const text = change(base.text);
    const id = contentId('r', `${story} ${teller} ${text}`);
    const [lat, lon] = [(hash(`lat ${story}`) % 800) / 10 - 30, (hash(`lon ${story}`) % 1600) / 10 - 60];
    return {
      ...base,
      id,
      source: `made/${story}-${teller}.txt`,
      url: null,
      text,
      title: base.title === null ? null : change(base.title),
      publisher: `Paper ${hash(`${story} paper ${teller}`) % PAPERS}`,
      published: { date: moved(base.published.date ?? '2020-01-01', teller), basis: 'metadata' },
      entities: base.entities.map((one) => ({
        ...one,
        name: one.kind === 'place' && one.precision === 'country' ? one.name : change(one.name),
        aliases: [],
        ...(one.ref === undefined || one.precision === 'country' ? {} : { ref: `made:${hash(`${story} ${one.ref}`)}` }),
        ...(one.lat === undefined || one.precision === 'country' ? {} : { lat, lon }),
      })),
      claims: base.claims.map((one) => ({
        ...one,
        id: contentId('c', `${id} ${one.id}`),
        when: one.when === null ? null : { ...one.when, from: moved(one.when.from), to: moved(one.when.to) },
        confidence: 0.35 + (hash(`${id} ${one.id}`) % 60) / 100,
      })),
    };
  };
}
