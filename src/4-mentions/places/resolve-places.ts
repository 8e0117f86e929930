import type { Span } from '../../0-terms/span.ts';
import type { Dateline } from '../../2-reports/report.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';
import type { Toponym } from './choose-together.ts';
import { chooseTogether } from './choose-together.ts';
import { countryEvidence } from './country-evidence.ts';
import type { PlaceName } from './find-place-names.ts';
import type { Candidate } from './gazetteer.ts';
import { candidatesFor } from './place-candidates.ts';
import { containerBounds } from './place-containers.ts';
import type { PlaceRole } from './place-context.ts';
import { contextOf } from './place-context.ts';
import type { PlacesKit } from './places-kit.ts';

/** A mention of a place with what is known of where it is. Names the gazetteer lacks stay, with nulls. */
export interface ResolvedPlace {
  /** The name alone. */
  readonly span: Span;
  /** The name with what belongs to it: "Kunar Province", "northern Sindh", "20 km south of Mosul". */
  readonly extent: Span;
  readonly text: string;
  /** located: where something is or happens; dateline: reported from; origin: where somebody comes from or holds office; part-of-name: inside the name of something else. */
  readonly role: PlaceRole;
  /** The gazetteer's name of the place, or the text for an unresolved one. */
  readonly name: string;
  /** `geonames:ID`; null where GeoNames has no id in our data. */
  readonly ref: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  /** Degrees. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: 'exact' | 'near' | 'admin2' | 'admin1' | 'country' | null;
  /** The same number for mentions of the same place; -1 for an unresolved one. */
  readonly place: number;
  readonly rule: string;
}

/**
 * Decides which place each name means, by the whole report: a country or state after the name, the countries and peoples the
 * report names, the other places near it, and only then the number of inhabitants. One name has one sense in a report,
 * unless its own words say otherwise ("Paris, Texas").
 */
export function resolvePlaces(
  parsed: ParsedReport,
  placeNames: readonly PlaceName[],
  dateline: Dateline | null,
  kit: PlacesKit,
): ResolvedPlace[] {
  const { gazetteer } = kit;
  const names = [...placeNames].sort((a, b) => a.span[0] - b.span[0]);
  const toponyms: Toponym[] = names.map((n) => ({ ...candidatesFor(n, parsed.text, gazetteer), span: n.span, bound: null }));
  const bounds = containerBounds(names, toponyms, parsed.text, gazetteer);
  const bound = toponyms.map((t, i): Toponym => ({ ...t, bound: bounds[i] ?? null }));
  const countries = countryEvidence(parsed, bound, dateline, gazetteer);
  const chosen = chooseTogether(bound, countries);
  return names.map((n, i) => {
    const words = contextOf(parsed.text, n.span, dateline);
    const context = n.inside ? { ...words, extent: n.span, role: 'part-of-name' as const } : words;
    const place = chosen[i] ?? null;
    return place === null ? unresolved(n, context) : resolved(n, place, context, bounds[i] ? 'places.container' : 'places.together');
  });
}

type Context = ReturnType<typeof contextOf>;

function unresolved(n: PlaceName, context: Context): ResolvedPlace {
  return {
    span: n.span,
    extent: context.extent,
    text: n.text,
    role: context.role,
    name: n.text,
    ref: null,
    country: null,
    admin1: null,
    admin2: null,
    lat: null,
    lon: null,
    precision: null,
    place: -1,
    rule: 'places.unresolved',
  };
}

function resolved(n: PlaceName, c: Candidate, context: Context, rule: string): ResolvedPlace {
  const own = precisionOf(c);
  return {
    span: n.span,
    extent: context.extent,
    text: n.text,
    role: context.role,
    name: c.name,
    ref: c.geonames === 0 ? null : `geonames:${c.geonames}`,
    country: c.country,
    admin1: c.admin1,
    admin2: c.admin2,
    lat: c.lat,
    lon: c.lon,
    precision: context.near && own === 'exact' ? 'near' : own,
    place: c.index,
    rule: context.near ? 'places.near' : rule,
  };
}

/** An area with no government of its own counts as wide as an admin1; a continent as a country, the widest there is. */
function precisionOf(c: Candidate): 'exact' | 'admin2' | 'admin1' | 'country' {
  if (c.class === 'country' || c.class === 'continent') return 'country';
  if (c.class === 'admin1' || c.class === 'region' || c.class === 'admin2-unlocated') return 'admin1';
  return c.class === 'admin2' ? 'admin2' : 'exact';
}
