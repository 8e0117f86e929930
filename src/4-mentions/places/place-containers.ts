import type { PlaceName } from './find-place-names.ts';
import { holds } from './find-place-names.ts';
import type { Toponym } from './choose-together.ts';
import type { Candidate, Gazetteer } from './gazetteer.ts';

/** Between a place and what holds it: "X, Y", "X (Y)", "X in northern Y", "X, a town in Y", "X city of Y province". */
const BETWEEN = /^(?:'s|’s)?(?:,? \(|, | in (?:\p{Ll}+ly |the )?(?:\p{Ll}+ )?|,? (?:a|the) (?:\p{Ll}+[ -]){0,3}?(?:city|town|village|province|district|capital|region|area|state) (?:in|of) (?:\p{Ll}+ )?| (?:city|town|village|district|province|area|region|county) (?:of|in) (?:the )?(?:\p{Ll}+ )?)$/u;

/** For each name the places it may still mean once the name of a country or division beside it has spoken; null when none has. */
export function containerBounds(names: readonly PlaceName[], toponyms: readonly Toponym[], text: string, gazetteer: Gazetteer): (readonly Candidate[] | null)[] {
  return toponyms.map((t, i) => {
    const here = names[i];
    if (here === undefined || t.candidates.length === 0) return null;
    const short = /^, ?((?:\p{Lu}\.? ?){1,3}|\p{Lu}\p{Ll}{1,4}\.)(?![\p{L}])/u.exec(text.slice(here.span[1], here.span[1] + 12))?.[1];
    const state = short === undefined ? null : gazetteer.division(short.trim());
    if (state !== null) {
      const fit = t.candidates.filter((c) => c.admin1Index === state.index && c.index !== state.index);
      if (fit.length > 0) return fit;
    }
    let fit: readonly Candidate[] | null = null;
    for (const [j, reach] of [[i + 1, 60], [i + 2, 60]] as const) {
      const other = names[j];
      const outer = toponyms[j];
      if (other === undefined || outer === undefined || other.span[0] - here.span[1] > reach) break;
      let between = text.slice(here.span[1], other.span[0]);
      const middle = names[i + 1];
      // "X, District, Country": the name between them is stepped over.
      if (j === i + 2 && middle !== undefined) between = between.replace(middle.text, '').replace(/^, , /, ', ');
      if (!BETWEEN.test(between)) continue;
      const inside: readonly Candidate[] = (fit ?? t.candidates).filter((c) => outer.candidates.some((o) => holds(o, c)));
      if (inside.length > 0) fit = inside;
    }
    return fit;
  });
}
