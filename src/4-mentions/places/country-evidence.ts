import type { Dateline } from '../../2-reports/report.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { Toponym } from './choose-together.ts';
import type { Gazetteer } from './gazetteer.ts';

/**
 * How much the report speaks of each country (ISO code → weight from 0 to 1, the most spoken of at 1): its name, its people
 * ("Pakistani"), towns that only it has, the dateline.
 */
export function countryEvidence(
  parsed: ParsedReport,
  toponyms: readonly Toponym[],
  dateline: Dateline | null,
  gazetteer: Gazetteer,
): ReadonlyMap<string, number> {
  const weight = new Map<string, number>();
  const add = (country: string | null, w: number): void => {
    if (country !== null) weight.set(country, (weight.get(country) ?? 0) + w);
  };
  for (const sentence of parsed.sentences) {
    for (let i = 0; i < sentence.tokens.length; i++) {
      const form = sentence.tokens[i]?.form ?? '';
      if (!/^\p{Lu}/u.test(form)) continue;
      const two = gazetteer.countryOfDemonym(`${form} ${sentence.tokens[i + 1]?.form ?? ''}`);
      add(two ?? gazetteer.countryOfDemonym(form), 0.8);
    }
  }
  for (const t of toponyms) {
    const nation = t.candidates.find((c) => c.class === 'country');
    if (nation !== undefined) {
      // "Georgia" and "Lebanon" are divisions or towns elsewhere, and speak less surely of the country.
      const other = t.candidates.some(
        (c) => c.country !== nation.country && (c.class === 'admin1' || (c.class !== 'country' && c.mainName && c.population > 10_000)),
      );
      add(nation.country, other ? 0.3 : 1);
      continue;
    }
    const countries = new Set((t.bound ?? t.candidates).map((c) => c.country));
    if (countries.size === 1) add([...countries][0] ?? null, 0.7);
    else {
      if (t.candidates.length === 0) continue;
      const big = t.candidates.reduce((a, b) => (b.population > a.population ? b : a));
      const rest = t.candidates.reduce((s, c) => (c.country === big.country ? s : s + c.population), 0);
      if (big.population > 200_000 && big.population > 20 * rest) add(big.country, 0.4);
    }
  }
  if (dateline !== null) {
    const big = [...gazetteer.lookup(dateline.place.split(',')[0] ?? '')].sort((a, b) => b.population - a.population)[0];
    add(big?.country ?? null, 0.7);
  }
  let most = 1;
  for (const w of weight.values()) most = Math.max(most, w);
  // Square roots: a country named ten times is not ten times as likely as one named once.
  return new Map([...weight].map(([country, w]) => [country, Math.sqrt(w / most)]));
}
