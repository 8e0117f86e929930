import type { ActorKit } from './actor-kit.ts';
import { type KnownActor, type KnownPerson, sectorOn } from './actor-lexicon.ts';

/** What the words around an actor tell: the day of the report (ISO), and a country (ISO 3166-1 alpha-2) to fall back on. */
export interface ActorContext {
  readonly day?: string;
  readonly country?: string;
}

/** Who an actor is, in the lexicon's words; what is not known is left out. */
export interface CodedActor {
  readonly name?: string;
  readonly sector?: string;
  /** ISO 3166-1 alpha-2; UN, EU, IGO for bodies of many countries. */
  readonly country?: string;
  readonly ref?: string;
}

const FORMER = /^(?:former|ex|late|ousted|deposed|disgraced|retired|onetime)$/;
/** Words that a name in the lexicon may share with ordinary text, so that only the whole text counts. */
const SHORT = 3;
/** Roles that say less than any other word beside them: "army spokesman", "police chief". */
const VAGUE = /^(?:spokes(?:man|woman|person)|officials?|leaders?|chief|members?|secretary|deputy|head|commissioner|director|sources?)$/;
const MOST_WORDS = 8;

/**
 * Codes a name or description of an actor: "Pakistani police" → police, PK; "suspected militants" → rebel; "unknown gunmen" → unidentified;
 * "Boko Haram gunmen" → Boko Haram, rebel, NG. Names of the lexicon first, then people on the day, then agent words and countries.
 */
export function codeActor(text: string, context: ActorContext, kit: ActorKit): CodedActor {
  const words = text
    .replace(/[’‘]/g, "'")
    .replace(/'s\b/g, ' ')
    .replace(/(\p{L})s'(?=\s|$)/gu, '$1s')
    .split(/[^\p{L}\p{N}.'&/()-]+/u)
    .filter((w) => /[\p{L}\p{N}]/u.test(w))
    .slice(0, 40);
  const day = Number((context.day ?? '9999-12-31').replaceAll('-', ''));
  const year = context.day ? Number(context.day.slice(0, 4)) : undefined;
  const named = nameIn(words, year, kit);
  const person = named && named.length === words.length ? null : personIn(words, kit);
  const former = words.some((word) => FORMER.test(word.toLowerCase().replace(/-.*/, '')));
  const own = sectorIn(words, named, kit);
  const told = countryIn(words, named, kit);
  let sector = named ? named.actor.sector : own;
  let country = told ?? (named?.actor.country || undefined);
  let name = named?.actor.name;
  if (person && (!named || person.length > named.length)) {
    name = person.person.name;
    sector = sectorOn(person.person, day) ?? own;
    country = person.person.country || country;
    // A stated present office is surer than a list that may be stale.
    if (own && own !== 'unknown' && !former && sector === 'elite') sector = own;
  } else if (named && own && own !== 'unknown' && named.length < words.length && !sameSide(own, named.actor.sector)) {
    // "a CIA official" is the agency's; "the EU legislature" is what the other words say.
    if (named.actor.sector === 'igo' || own === 'legislature' || own === 'judiciary') sector = own;
  }
  if (former && (sector === undefined || /^(?:government|legislature|intelligence|military|elite)$/.test(sector))) sector = 'elite';
  if (!sector && country === undefined && !name) {
    const place = placeAlone(words, kit);
    if (place) ({ country, sector } = place);
  } else if (!sector && !name) {
    const place = placeAlone(words, kit);
    if (place) sector = place.sector;
  }
  if (!country && sector && context.country) country = context.country;
  return {
    ...(name ? { name } : {}),
    ...(sector ? { sector } : {}),
    ...(country ? { country } : {}),
    ...(named?.actor.ref && name === named.actor.name ? { ref: named.actor.ref } : {}),
  };
}

const sameSide = (a: string, b: string): boolean =>
  a === b || (a === 'rebel' && b === 'unidentified') || (a === 'unidentified' && b === 'rebel');

/** The longest run of words that names an actor of the lexicon. */
function nameIn(
  words: readonly string[],
  year: number | undefined,
  kit: ActorKit,
): { actor: KnownActor; first: number; length: number } | null {
  for (let length = Math.min(words.length, MOST_WORDS); length > 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const run = words.slice(first, first + length);
      const written = run.join(' ');
      // Small words and everyday acronyms name nothing by themselves.
      if (!run.some((word) => /\p{Lu}/u.test(word))) continue;
      if (length < words.length && written.replace(/[^\p{L}\p{N}]/gu, '').length < SHORT && !/^(?:UN|U\.N\.?|EU)$/.test(written)) continue;
      const actor = kit.actors.find(written, year);
      if (actor) return { actor, first, length };
    }
  }
  return null;
}

function personIn(words: readonly string[], kit: ActorKit): { person: KnownPerson; length: number } | null {
  for (let length = Math.min(words.length, 6); length > 0; length--) {
    for (let first = words.length - length; first >= 0; first--) {
      const run = words.slice(first, first + length);
      // A surname alone counts at the end only: "President Museveni".
      if (!/^\p{Lu}/u.test(run[0] ?? '') || (length === 1 && first + 1 !== words.length)) continue;
      const person = kit.actors.person(run.join(' '));
      if (person) return { person, length };
    }
  }
  return null;
}

/** Sector by the agent words; the longest phrase wins, and of equals the last before an "of". */
function sectorIn(words: readonly string[], named: { first: number; length: number } | null, kit: ActorKit): string | undefined {
  const low = words.map((word) => word.toLowerCase().replace(/\.$/, ''));
  let cutAt = low.findIndex((word, i) => i > 0 && /^(?:of|in|from|at|for|who|that|to|on|with)$/.test(word));
  if (cutAt < 0) cutAt = low.length;
  let best: { sector: string; score: number } | null = null;
  for (let first = 0; first < low.length; first++) {
    for (let length = 1; length <= 4 && first + length <= low.length; length++) {
      if (named && first < named.first + named.length && named.first < first + length) continue;
      const sector = agentOf(low.slice(first, first + length), kit);
      if (!sector) continue;
      const last = first + length;
      // The head of the phrase says most; "unknown" says least.
      const vague = length === 1 && VAGUE.test(low[first] as string);
      const score =
        (sector === 'unknown' ? 0 : vague ? 2 : 10) + length * 3 + (last === cutAt ? 4 : 0) + (last < cutAt ? last / low.length : 0);
      if (!best || score > best.score) best = { sector, score };
    }
  }
  return best?.sector;
}

/** The agent phrase as written or with its last word in the singular; hyphenated words also by their parts. */
function agentOf(words: readonly string[], kit: ActorKit): string | null {
  const whole = words.join(' ');
  const before = words.length > 1 ? `${words.slice(0, -1).join(' ')} ` : '';
  const last = words.at(-1) ?? '';
  for (const form of [whole, ...singulars(last).map((word) => before + word)]) {
    const sector = kit.actors.agent(form);
    if (sector) return sector;
  }
  return words.length === 1 && last.includes('-') ? agentOf([last.slice(last.lastIndexOf('-') + 1)], kit) : null;
}

function singulars(word: string): string[] {
  const forms: string[] = [];
  if (word.endsWith('men')) forms.push(`${word.slice(0, -3)}man`);
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  return forms;
}

/** A country named, a people's adjective, or the country of a town in the text. */
function countryIn(words: readonly string[], named: { first: number; length: number } | null, kit: ActorKit): string | undefined {
  const { gazetteer } = kit;
  const free = (first: number, length: number): boolean => !named || first + length <= named.first || named.first + named.length <= first;
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      if (!free(first, length)) continue;
      const written = words
        .slice(first, first + length)
        .join(' ')
        .replace(/-(?:led|based|backed|held|born|controlled|aligned|funded|occupied)$/i, '');
      if (!/^\p{Lu}/u.test(written)) continue;
      const known = COUNTRIES[written.toLowerCase().replaceAll('.', '')] ?? gazetteer.countryOfDemonym(written);
      if (known) return known;
      const country = gazetteer.lookup(written).find((place) => place.class === 'country');
      if (country?.country) return country.country;
    }
  }
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const written = words.slice(first, first + length).join(' ');
      if (!free(first, length) || length === words.length || !/^\p{Lu}/u.test(written) || agentOf([written.toLowerCase()], kit)) continue;
      const place = largest(written, kit);
      if (place && (place.population > 50_000 || place.class === 'admin1')) return place.country ?? undefined;
    }
  }
  return undefined;
}

const COUNTRIES: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  us: 'US',
  usa: 'US',
  uk: 'GB',
  britain: 'GB',
  'republic of china': 'TW',
  uae: 'AE',
  drc: 'CD',
  'the us': 'US',
  'united states': 'US',
  america: 'US',
  abkhazia: 'GE',
  'south ossetia': 'GE',
  transnistria: 'MD',
  somaliland: 'SO',
  'nagorno-karabakh': 'AZ',
  'northern cyprus': 'CY',
  'islamic republic of iran': 'IR',
});

/** Names of states that few recognise. */
const UNRECOGNISED = new Set(['abkhazia', 'south ossetia', 'transnistria', 'somaliland', 'nagorno-karabakh', 'northern cyprus']);

function largest(written: string, kit: ActorKit): ReturnType<ActorKit['gazetteer']['lookup']>[number] | null {
  const use = kit.gazetteer.lookup(
    written === written.toUpperCase() && written.length > 4 ? written[0] + written.slice(1).toLowerCase() : written,
  );
  return [...use].sort((a, b) => b.population - a.population)[0] ?? null;
}

/** A place's name alone: the capital stands for the government, a country for itself, any other place for its people. */
function placeAlone(words: readonly string[], kit: ActorKit): { country: string | undefined; sector: string | undefined } | null {
  const written = words.filter((word) => word.toLowerCase() !== 'the').join(' ');
  if (!/^\p{Lu}/u.test(written)) return null;
  if (UNRECOGNISED.has(written.toLowerCase())) return { country: COUNTRIES[written.toLowerCase()], sector: 'unrecognised' };
  const place = largest(written, kit);
  if (!place) return null;
  if (place.class === 'country') return { country: place.country ?? undefined, sector: undefined };
  // A capital may be the larger of two entries only as a province of the same name.
  const capital =
    kit.gazetteer.lookup(written).some((p) => p.class === 'capital' && p.country === place.country) ||
    kit.gazetteer.lookup(written[0] + written.slice(1).toLowerCase()).some((p) => p.class === 'capital' && p.country === place.country);
  return { country: place.country ?? undefined, sector: capital ? 'government' : 'civilian' };
}
