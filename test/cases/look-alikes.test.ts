import { beforeAll, describe, expect, it } from 'vitest';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import { merge } from '../../src/6-events/merge.ts';
import type { Kit } from '../../src/kit.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await loadKit();
});

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven'];
const PLACES = ['Garissa, Kenya', 'Gao, Mali', 'Maroua, Cameroon', 'Jos, Nigeria', 'Taiz, Yemen', 'Kitui, Kenya', 'Garoua, Cameroon', 'Kisumu, Kenya'];

/** What happens again and again in one town, as two papers tell it of one day. `n`, `who`: how many, and a person named. */
const KINDS: readonly ((town: string, day: string, n: string, who: string) => readonly [string, string])[] = [
  (town, day, n, who) => [
    `Gunmen killed ${n} policemen at a checkpoint in ${town} on ${day}, police said. Inspector ${who} said that the attackers fled on foot.`,
    `Police in ${town} said that ${n} officers were shot dead on ${day} when gunmen attacked a checkpoint. Inspector ${who} led the search.`,
  ],
  (town, day, n, who) => [
    `A bomb killed ${n} people at the market in ${town} on ${day}, the governor's office said. ${who}, a trader, was among the dead.`,
    `A bombing at the market of ${town} killed ${n} people on ${day}. Relatives buried ${who}, who sold grain there.`,
  ],
  (town, day, n, who) => [
    `Gunmen kidnapped ${n} teachers in ${town} on ${day}, police said. The headmaster, ${who}, hid in a storeroom.`,
    `Gunmen kidnapped ${n} teachers in ${town} on ${day}. "They asked for the register," said the headmaster, ${who}.`,
  ],
  (town, day, n, who) => [
    `Police arrested ${n} men in ${town} on ${day} on suspicion of planting explosives. Commander ${who} said that they would be charged.`,
    `${n.charAt(0).toUpperCase()}${n.slice(1)} men were arrested in ${town} on ${day}, said the police commander, ${who}.`,
  ],
];
const PEOPLE = ['Daniel Musyoka', 'Amina Farah', 'Paul Abbo', 'Grace Ndolo', 'Hassan Qaid', 'Ruth Pam', 'Issa Touré', 'Joseph Hamidou'];

/** A short report, published the day after. `day` counts from 4 March 2024, a Monday. */
function report(place: string, text: string, day: number, paper: string): CodedReport {
  const published = new Date(Date.UTC(2024, 2, 5 + day)).toISOString().slice(0, 10);
  return read({ source: `${paper} ${day}`, url: null, mediaType: 'text/plain', text: `${place.toUpperCase()} - ${text}\n\n${paper} will report on it further.`, published, notes: [] }, kit);
}

/** Of the pairs that these reports make, the share that one event tells. */
function together(pairs: readonly (readonly [CodedReport, CodedReport])[]): number {
  const joined = pairs.filter(([a, b]) => merge([a, b], kit).some(({ reports }) => reports.length > 1));
  return joined.length / pairs.length;
}

describe('happenings that look alike', () => {
  const told = KINDS.flatMap((kind, k) =>
    PLACES.map((place, p) => {
      const town = place.split(',')[0] as string;
      const tell = (day: number, at: number): readonly [string, string] =>
        kind(town, WEEKDAYS[(1 + day) % 7] as string, NUMBERS[(k + p + at) % NUMBERS.length] as string, PEOPLE[(p + 3 * at) % PEOPLE.length] as string);
      return { place, gap: [2, 4, 8, 20][(k + p) % 4] as number, tell };
    }),
  );

  it('stay apart when they are on other days in one place', () => {
    const pairs = told.map(({ place, gap, tell }) => [report(place, tell(0, 0)[0], 0, 'The Daily Lamp'), report(place, tell(gap, 1)[0], gap, 'The Daily Lamp')] as const);
    expect(together(pairs)).toBeLessThan(0.03);
  });

  it('are one where two papers tell of one day', () => {
    const pairs = told.map(({ place, tell }) => [report(place, tell(0, 0)[0], 0, 'The Daily Lamp'), report(place, tell(0, 0)[1], 0, 'Harbour Radio')] as const);
    expect(together(pairs)).toBeGreaterThan(0.9);
  });
});
