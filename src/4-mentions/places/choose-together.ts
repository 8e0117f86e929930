import type { Span } from '../../0-terms/span.ts';
import type { Candidate } from './gazetteer.ts';

/** A name with the places it may mean. */
export interface Toponym {
  readonly key: string;
  readonly span: Span;
  readonly candidates: readonly Candidate[];
  /** The places its own words leave ("Paris, Texas"); null when they say nothing. */
  readonly bound: readonly Candidate[] | null;
}

/** Weights of the kinds of evidence, in units of a tenfold population. */
const WEIGHTS = { country: 2.2, admin1: 1.6, near: 1.6, mainName: 1.4 } as const;
const ROUNDS = 3;
/** Names a toponym is compared with: a list of hundreds of places is not made of all pairs. */
const MOST_OTHERS = 60;

/** For each toponym the place that fits best with all others, null when it has no candidate. The same key gets the same place, unless a mention is bound otherwise. */
export function chooseTogether(toponyms: readonly Toponym[], countries: ReadonlyMap<string, number>): (Candidate | null)[] {
  const groups = new Map<string, { options: readonly Candidate[]; members: number[]; choice: Candidate | null }>();
  toponyms.forEach((t, i) => {
    const group = groups.get(t.key);
    if (group === undefined) groups.set(t.key, { options: t.bound ?? t.candidates, members: [i], choice: null });
    else {
      group.members.push(i);
      // The first mention that says which place it means speaks for the others.
      if (
        t.bound !== null &&
        toponyms[group.members[0] ?? 0]?.bound === null &&
        group.options === toponyms[group.members[0] ?? 0]?.candidates
      )
        group.options = t.bound;
    }
  });
  const all = [...groups.values()].filter((g) => g.options.length > 0);
  for (const g of all) g.options = withoutNamesakeDivision(g.options);
  for (const g of all) g.choice = best(g.options, (c) => standing(c) + WEIGHTS.country * (countries.get(c.country ?? '') ?? 0));
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = all.map((g) => g.choice);
    all.forEach((g, i) => {
      if (g.options.length === 1) return;
      const others = chosen.filter(
        (c, j): c is Candidate => c !== null && j !== i && Math.abs(j - i) <= MOST_OTHERS && c.class !== 'continent',
      );
      g.choice = best(g.options, (c) => standing(c) + WEIGHTS.country * (countries.get(c.country ?? '') ?? 0) + company(c, others));
    });
  }
  return toponyms.map((t) => {
    const choice = groups.get(t.key)?.choice ?? null;
    if (t.bound === null || choice === null || t.bound.some((c) => c.index === choice.index)) return choice;
    return best(t.bound, (c) => standing(c) + WEIGHTS.country * (countries.get(c.country ?? '') ?? 0));
  });
}

/** A bare "Aleppo" is the town, not the governorate around it: a division leaves when its seat or a large town of it has the same name. */
function withoutNamesakeDivision(options: readonly Candidate[]): readonly Candidate[] {
  const towns = options.filter(
    (c) => c.mainName && (c.class === 'capital' || c.class === 'seat' || (c.class === 'town' && c.population > 100_000)),
  );
  if (towns.length === 0) return options;
  const left = options.filter((c) => !/^admin/.test(c.class) || !towns.some((t) => t.admin1Index === c.admin1Index));
  return left.length > 0 ? left : options;
}

function best(options: readonly Candidate[], score: (c: Candidate) => number): Candidate | null {
  let top: Candidate | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const c of options) {
    const s = score(c);
    if (s > most) {
      most = s;
      top = c;
    }
  }
  return top;
}

/** How likely the place is meant when nothing else is known: the tens of its population, and what it is. */
export function standing(c: Candidate): number {
  const size = Math.log10(c.population + 100) * 0.8;
  const main = c.mainName ? WEIGHTS.mainName : 0;
  switch (c.class) {
    case 'country':
      return 7.2 + main;
    case 'continent':
      return 7 + main;
    case 'region':
      return 5.2 + main;
    case 'admin1':
      return Math.max(size, 4) + 0.4 + main;
    case 'capital':
      return size + 1.9 + main;
    case 'seat':
      return size + 0.3 + main;
    case 'town':
      return size + main;
    case 'quarter':
      return size - 0.8 + main;
    case 'admin2':
      return size - 1 + main;
    case 'admin2-unlocated':
      return 1.4 + main;
  }
}

/** How well a place sits among the others of the report: in the same division, nearby. */
function company(c: Candidate, others: readonly Candidate[]): number {
  let sameDivision = 0;
  let near = 0;
  // A country keeps the company of all places in it.
  if (c.class === 'country')
    return WEIGHTS.admin1 * (1 - Math.exp(-others.filter((o) => o.country === c.country).length)) + WEIGHTS.near / 2;
  for (const o of others) {
    if (o.admin1Index >= 0 && o.admin1Index === c.admin1Index) sameDivision++;
    if (o.class !== 'country') near += Math.exp(-kilometres(c, o) / 150);
  }
  return WEIGHTS.admin1 * (1 - Math.exp(-sameDivision)) + WEIGHTS.near * (1 - Math.exp(-near));
}

/** Great-circle distance. */
export function kilometres(a: { readonly lat: number; readonly lon: number }, b: { readonly lat: number; readonly lon: number }): number {
  const r = Math.PI / 180;
  const u = Math.sin(((b.lat - a.lat) * r) / 2) ** 2 + Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(u)));
}
