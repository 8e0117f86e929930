import type { PlaceName } from './find-place-names.ts';
import type { Candidate, Gazetteer } from './gazetteer.ts';
import { placeKey, withoutDivision } from './place-key.ts';
import { PARTS } from './place-words.ts';

/** The places a name may mean, and the key under which its mentions are one. */
export interface Candidates {
  readonly key: string;
  readonly candidates: readonly Candidate[];
}

/** Looks a name up as written, then without its division word, part words and article; the word after it ("Kunar" + "province") narrows the choice. */
export function candidatesFor(name: PlaceName, text: string, gazetteer: Gazetteer): Candidates {
  const key = placeKey(name.text.replace(/['’]s$/, ''));
  const after = /^[ \u00a0](\p{L}+)/u.exec(text.slice(name.span[1], name.span[1] + 30))?.[1];
  const whole = after === undefined ? null : withoutDivision(`${key} ${after.toLowerCase()}`);
  const state = gazetteer.division(name.text);
  if (
    state !== null &&
    (name.text.includes('.') || /, ?$/.test(text.slice(Math.max(0, name.span[0] - 2), name.span[0])) || !gazetteer.hasKey(key))
  )
    return { key: `${key}.`, candidates: [state] };
  const found = gazetteer.lookup(key);
  if (whole !== null && whole.division !== 'any') {
    const longer = gazetteer.lookup(`${key} ${after ?? ''}`);
    const fit = ofDivision([...longer, ...found.filter((c) => !longer.some((l) => l.index === c.index))], whole.division);
    if (fit.length > 0) return { key: `${key} ${after?.toLowerCase() ?? ''}`, candidates: fit };
  }
  if (found.length > 0) return { key, candidates: found };
  const bare = withoutDivision(key);
  if (bare !== null) {
    const all = gazetteer.lookup(bare.key);
    const fit = ofDivision(all, bare.division);
    if (all.length > 0) return { key, candidates: fit.length > 0 ? fit : all };
  }
  const [first = '', ...rest] = key.split(' ');
  if (rest.length > 0 && PARTS.has(first)) {
    const inner = gazetteer.lookup(rest.join(' '));
    if (inner.length > 0) return { key: rest.join(' '), candidates: inner };
  }
  const comma = name.text.indexOf(',');
  if (comma > 0) {
    const inner = gazetteer.lookup(name.text.slice(0, comma));
    const outer = name.text.slice(comma + 1).trim();
    const states = [gazetteer.division(outer), ...gazetteer.lookup(outer)].filter((c) => c !== null);
    const fit = inner.filter((c) => states.some((s) => (s.class === 'country' ? c.country === s.country : c.admin1Index === s.index)));
    return { key, candidates: fit.length > 0 ? fit : inner };
  }
  return { key, candidates: [] };
}

function ofDivision(all: readonly Candidate[], division: 'admin1' | 'admin2' | 'any'): Candidate[] {
  if (division === 'any') return [...all];
  const same = all.filter((c) =>
    division === 'admin1' ? c.class === 'admin1' || c.class === 'region' : c.class === 'admin2' || c.class === 'admin2-unlocated',
  );
  return same.length > 0 ? same : all.filter((c) => c.class === 'admin1' || c.class === 'admin2' || c.class === 'admin2-unlocated');
}
