import type { Span } from '../../0-terms/span.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { Candidate, Gazetteer } from './gazetteer.ts';
import { placeKey } from './place-key.ts';
import { DIVISIONS, INSTITUTIONS, KINDS_OF_PLACE, LOCATIVE, NEVER, PARTS, PERHAPS_LOCATIVE, SPEECH, TITLES } from './place-words.ts';
import type { PlaceWord } from './place-words-of-report.ts';
import { placeWords } from './place-words-of-report.ts';
import type { PlacesKit } from './places-kit.ts';

/** Words that may name a place, before it is known which. */
export interface PlaceName {
  readonly span: Span;
  readonly text: string;
  /** True inside the name of something else: "Lahore High Court". */
  readonly inside?: boolean;
}
export interface FoundPlaceName extends PlaceName {
  /** Sum of the evidence; names above 1 are given out. */
  readonly score: number;
}

/** The longest name, in words: "San Fernando del Valle de Catamarca". */
const MOST_WORDS = 6;
const ENOUGH = 1;

interface Found {
  readonly start: number;
  /** One past the last word. */
  readonly end: number;
  readonly key: string;
  readonly span: Span;
  readonly candidates: readonly Candidate[];
  score: number;
  /** Written right after or before another name: a person's or an institution's rather than a place's. */
  readonly inName: boolean;
}

/**
 * Finds the names of places by the gazetteer and the words around them: prepositions, kinds of place, a state or country
 * after a comma, titles and neighbours in a longer name. Names that stay doubtful are left out. Linear in the text.
 * @returns names in text order, not overlapping.
 */
export function findPlaceNames(parsed: ParsedReport, kit: PlacesKit): FoundPlaceName[] {
  const words = placeWords(parsed);
  const found: Found[] = [];
  for (let i = 0; i < words.length; ) {
    const match = longestName(words, i, parsed.text, kit.gazetteer);
    if (match === null) i++;
    else {
      found.push(match);
      i = match.end;
    }
  }
  for (const f of found) f.score = evidence(f, words, kit.gazetteer);
  const states = addContainers(found, words, kit.gazetteer);
  agree(found);
  const named = new Set(found.map((f) => f.start));
  for (const s of states) if (!named.has(s.start)) found.push(s);
  found.sort((a, b) => a.start - b.start);
  return found.filter((f) => f.score >= ENOUGH).map((f) => ({ span: f.span, text: parsed.text.slice(...f.span), score: f.score }));
}

/** The longest run of words from `i` on that the gazetteer knows; null when it knows none. */
function longestName(words: readonly PlaceWord[], i: number, text: string, gazetteer: Gazetteer): Found | null {
  const first = words[i];
  if (first === undefined || !first.capital || first.lower.startsWith("'")) return null;
  if (first.lower === 'the' && words[i + 1]?.lower !== 'hague') return null;
  let reach = i;
  while (reach + 1 < words.length && reach + 1 - i < MOST_WORDS && joins(words, reach, text)) reach++;
  for (let last = reach; last >= i; last--) {
    const end = words[last];
    if (end === undefined || (last > i && !end.capital && !DIVISIONS.has(end.lower))) continue;
    if (last === i && ((NEVER.has(first.lower) && !/^\p{Lu}\p{Lu}$/u.test(first.form)) || (first.shouted && first.upos !== 'PROPN')))
      continue;
    const span: Span = [startOf(first, i, words, text), lastOf(end)];
    const key = placeKey(text.slice(span[0], span[1]));
    if (key.length < 2 || !gazetteer.hasKey(key)) continue;
    const before = words[i - 1];
    const after = words[last + 1];
    return {
      start: i,
      end: last + 1,
      key,
      span,
      candidates: gazetteer.lookup(key),
      score: 0,
      inName: inName(before, after, first, text, span),
    };
  }
  return null;
}

/** "al-" and the like before a name belong to it. */
function startOf(first: PlaceWord, i: number, words: readonly PlaceWord[], text: string): number {
  const hyphen = words[i - 1];
  const article = words[i - 2];
  if (
    hyphen?.form === '-' &&
    article !== undefined &&
    /^(?:al|el|ad|ar|as|ash|at|az|an)$/i.test(article.form) &&
    text.slice(article.span[0], first.span[0]).length === article.form.length + 1
  )
    return article.span[0];
  return first.span[0];
}

/** "Kabul-based" as one token: the name ends before the hyphen. */
function lastOf(word: PlaceWord): number {
  const m = /^(.{2,}?)[-–](?:based|born|area|led|backed|bound|controlled|held|run|style|trained|educated)$/i.exec(word.form);
  return m?.[1] === undefined ? word.span[1] : word.span[0] + m[1].length;
}

/** Whether the next word may belong to the same name: only a space, a hyphen or an apostrophe between them. */
function joins(words: readonly PlaceWord[], i: number, text: string): boolean {
  const a = words[i];
  const b = words[i + 1];
  if (a === undefined || b === undefined || a.sentence !== b.sentence) return false;
  if (!/^[ \u00a0\n]?$/u.test(text.slice(a.span[1], b.span[0]))) return false;
  return /^[\p{L}\p{N}.'’`-]+$/u.test(b.form) && b.lower !== "'s" && b.lower !== '’s';
}

const spaced = (text: string, a: number, b: number): boolean => /^[ \u00a0-]*$/u.test(text.slice(a, b));

function inName(before: PlaceWord | undefined, after: PlaceWord | undefined, first: PlaceWord, text: string, span: Span): boolean {
  const cut =
    before !== undefined &&
    before.sentence === first.sentence &&
    !before.shouted &&
    before.capital &&
    !before.first &&
    spaced(text, before.span[1], span[0]);
  const next =
    after !== undefined && after.sentence === first.sentence && !after.shouted && after.capital && spaced(text, span[1], after.span[0]);
  return cut || next;
}

function evidence(f: Found, words: readonly PlaceWord[], gazetteer: Gazetteer): number {
  const first = words[f.start];
  if (first === undefined) return -9;
  const same = (w: PlaceWord | undefined): PlaceWord | undefined => (w?.sentence === first.sentence ? w : undefined);
  const before = same(words[f.start - 1]);
  const beforeThat = same(words[f.start - 2]);
  const after = same(words[f.end]);
  return (
    prior(f, gazetteer) +
    beforeEvidence(before, beforeThat) +
    afterEvidence(f, after, first) +
    (first.first && f.end - f.start === 1 ? -0.5 : 0) +
    (first.upos !== '' && first.upos !== 'PROPN' && !first.shouted ? -1 : 0)
  );
}

/** What the name alone says: how well known the best place of that name is, and how the name is used elsewhere. */
function prior(f: Found, gazetteer: Gazetteer): number {
  let best = -2;
  for (const c of f.candidates) best = Math.max(best, prominence(c) - (c.mainName ? 0 : 0.4));
  const use = gazetteer.useOf(f.key);
  let used = 0;
  if (use !== null) {
    if (use.located !== null && !(best > 2 && use.small > 0.5))
      used += use.located >= 0.25 ? 1.2 : use.located >= 0.15 ? 0.7 : use.located >= 0.08 ? 0 : use.located >= 0.04 ? -0.7 : -1.5;
    if (best < 2) used -= use.small > 0.6 ? 3 : use.small > 0.25 ? 2 : use.small > 0.1 ? 1 : 0;
  }
  const several = f.key.includes(' ') ? 0.8 : 0;
  const division = DIVISIONS.has(f.key.slice(f.key.lastIndexOf(' ') + 1)) && several > 0 ? 1.2 : 0;
  return best + used + several + division;
}

function prominence(c: Candidate): number {
  if (c.class === 'country' || c.class === 'continent') return 2.5;
  if (c.class === 'region') return 1.8;
  if (c.class === 'admin1') return 1.3;
  if (c.class === 'capital') return 1.8;
  const size =
    c.population >= 1_000_000 ? 1.3 : c.population >= 200_000 ? 0.8 : c.population >= 50_000 ? 0.2 : c.population >= 15_000 ? -0.2 : -0.7;
  return c.class === 'admin2' || c.class === 'admin2-unlocated' ? Math.min(size, 0) - 0.2 : size;
}

function beforeEvidence(before: PlaceWord | undefined, beforeThat: PlaceWord | undefined): number {
  if (before === undefined) return 0;
  const article = before.lower === 'the' ? beforeThat : before;
  if (before.lower === 'of' && beforeThat !== undefined && KINDS_OF_PLACE.has(beforeThat.lower)) return 2.2;
  if (PARTS.has(before.lower)) return 1.5;
  if (KINDS_OF_PLACE.has(before.lower) && !before.capital) return 0.8;
  if (TITLES.has(before.lower)) return -2.5;
  if (article !== undefined && LOCATIVE.has(article.lower)) return before.lower === 'the' ? 1 : 1.7;
  if (article !== undefined && PERHAPS_LOCATIVE.has(article.lower)) return 0.5;
  if (before.capital && !before.shouted) return before.first ? -0.3 : INSTITUTIONS.has(before.lower) ? 0 : -1.5;
  return 0;
}

function afterEvidence(f: Found, after: PlaceWord | undefined, first: PlaceWord): number {
  if (after === undefined) return 0;
  if (DIVISIONS.has(after.lower)) return 1.5;
  if (after.form === '-' || /^[-–]/.test(after.form)) return 0.3;
  if (SPEECH.has(after.lower)) return -0.8;
  if (after.capital && !first.shouted && after.span[0] - f.span[1] <= 1) return INSTITUTIONS.has(after.lower) ? 0.5 : -1.2;
  return 0;
}

/** "X, Country", "X (Country)", "X in Country": a name inside another one of the report is a place. */
function addContainers(found: readonly Found[], words: readonly PlaceWord[], gazetteer: Gazetteer): Found[] {
  const states: Found[] = [];
  found.forEach((f, i) => {
    const comma = words[f.end];
    const next = words[f.end + 1];
    if (comma === undefined || next === undefined || comma.form !== ',') return;
    const short = gazetteer.division(next.form);
    if (short !== null && f.candidates.some((c) => c.admin1Index === short.index)) {
      f.score += 3;
      states.push({
        start: f.end + 1,
        end: f.end + 2,
        key: `~${short.index}`,
        span: next.span,
        candidates: [short],
        score: 3,
        inName: false,
      });
      return;
    }
    const container = found[i + 1];
    if (container === undefined || container.start !== f.end + 1 || container.key === f.key) return;
    if (!f.candidates.some((c) => container.candidates.some((outer) => holds(outer, c)))) return;
    f.score += 2.5;
    container.score += 1;
  });
  return states;
}

/** Whether the first place is a country or division that holds the second. */
export function holds(outer: Candidate, inner: Candidate): boolean {
  if (outer.index === inner.index) return false;
  if (outer.class === 'country') return inner.country === outer.country && inner.class !== 'country';
  if (outer.class === 'admin1') return inner.admin1Index === outer.index;
  return outer.admin2 !== null && outer.class === 'admin2' && inner.admin2 === outer.admin2 && inner.admin1Index === outer.admin1Index;
}

/** A report uses a name in one sense: sure mentions help the others; mentions inside longer names only spoil bare ones when nothing speaks for them. */
function agree(found: readonly Found[]): void {
  const byKey = new Map<string, Found[]>();
  for (const f of found) {
    const list = byKey.get(f.key);
    if (list) list.push(f);
    else byKey.set(f.key, [f]);
  }
  for (const list of byKey.values()) {
    if (list.length < 2) continue;
    const sure = list.some((f) => f.score >= 2 && !f.inName);
    const spoilt = list.some((f) => f.score < -0.5 && f.inName);
    for (const f of list) {
      if (sure && !f.inName && f.score < ENOUGH) f.score += 1.5;
      else if (spoilt && !sure) f.score -= 1.5;
    }
  }
}
