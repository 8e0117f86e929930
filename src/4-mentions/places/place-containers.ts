import type { Toponym } from './choose-together.ts';
import type { PlaceName } from './find-place-names.ts';
import { holds } from './find-place-names.ts';
import type { Candidate, Gazetteer } from './gazetteer.ts';

/** Between a place and what holds it: "X, Y", "X (Y)", "X in northern Y", "X, a town in Y", "X city of Y province". */
const BETWEEN =
  /^(?:'s|’s)?(?:,? \(|, | in (?:\p{Ll}+ly |the )?(?:\p{Ll}+ )?|,? (?:a|the) (?:\p{Ll}+[ -]){0,3}?(?:city|town|village|province|district|capital|region|area|state) (?:in|of) (?:\p{Ll}+ )?| (?:city|town|village|district|province|area|region|county) (?:of|in) (?:the )?(?:\p{Ll}+ )?)$/u;

/** For each name the places it may still mean once the words beside it have spoken ("Paris, Texas" bounds both); null when they have not. */
export function containerBounds(
  names: readonly PlaceName[],
  toponyms: readonly Toponym[],
  text: string,
  gazetteer: Gazetteer,
): (readonly Candidate[] | null)[] {
  const bounds: (readonly Candidate[] | null)[] = toponyms.map(() => null);
  toponyms.forEach((t, i) => {
    const here = names[i];
    if (here === undefined || t.candidates.length === 0) return;
    const short = /^, ?((?:\p{Lu}\.? ?){1,3}|\p{Lu}\p{Ll}{1,4}\.)(?![\p{L}])/u.exec(text.slice(here.span[1], here.span[1] + 12))?.[1];
    const state = short === undefined ? null : gazetteer.division(short.trim());
    if (state !== null) {
      const fit = t.candidates.filter((c) => c.admin1Index === state.index && c.index !== state.index);
      if (fit.length > 0) bounds[i] = fit;
    }
    for (const j of [i + 1, i + 2]) {
      const other = names[j];
      const outer = toponyms[j];
      if (other === undefined || outer === undefined || other.span[0] - here.span[1] > REACH) break;
      let between = text.slice(here.span[1], other.span[0]);
      const middle = names[i + 1];
      // "X, District, Country": the name between them is stepped over.
      if (j === i + 2 && middle !== undefined) between = between.replace(middle.text, '').replace(/^, , /, ', ');
      if (!BETWEEN.test(between)) continue;
      const inside: readonly Candidate[] = (bounds[i] ?? t.candidates).filter((c) => outer.candidates.some((o) => holds(o, c)));
      if (inside.length === 0 || (between === ', ' && isListed(t.candidates, inside, here.span[0], other.span[1], text))) continue;
      bounds[i] = inside;
      bounds[j] = outer.candidates.filter((o) => inside.some((c) => holds(o, c)));
    }
  });
  return bounds;
}
const REACH = 60;

/** "Oregon, Ohio and Iowa" names three states: a well-known country or state before a comma in a row of names is no town of the next. */
function isListed(all: readonly Candidate[], inside: readonly Candidate[], start: number, end: number, text: string): boolean {
  const great = all.some((c) => (c.class === 'country' || c.class === 'admin1' || c.population > 2_000_000) && !inside.includes(c));
  if (!great || inside.some((c) => c.class === 'admin1')) return false;
  return (
    /(?:, |\band |\bor )$/.test(text.slice(Math.max(0, start - 5), start)) || /^,? (?:and|or) |^, \p{Lu}/u.test(text.slice(end, end + 7))
  );
}
