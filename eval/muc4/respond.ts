import { cut, type Span } from '../../src/0-terms/span.ts';
import type { Entity } from '../../src/4-mentions/annotated-report.ts';
import type { Actor, Claim, CodedReport, Toll } from '../../src/5-claims/coded-report.ts';
import { type Incident, incidentsOf } from './incidents.ts';
import type { Response, Value } from './template.ts';
import { COUNTRIES, DATELINES, FIGHTERS, HUMAN_TYPES, INSTRUMENT_TYPES, PHYSICAL_TYPES, STATE_ACTORS, setFiller } from './words.ts';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

/** The day and town of a report's dateline: `SAN SALVADOR, 3 JAN 90 --`. */
export function datelineOf(text: string): { readonly day: string | null; readonly town: string | null } {
  const [, town, day, month, year] = /^\s*([A-Z .]+?)(?: \([^)]*\))?,\s+(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d{2})\b/.exec(text) ?? [];
  const m = MONTHS.indexOf(month ?? '');
  if (town === undefined || m < 0) return { day: null, town: null };
  return { day: `19${year}-${String(m + 1).padStart(2, '0')}-${day?.padStart(2, '0')}`, town };
}

/** The text of a wire translation as a newspaper would print it: unwrapped, no marks of the translator, no two-digit year in the dateline. */
export function plainText(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((p) => p.replace(/\s+/g, ' ').trim())
    .join('\n\n')
    .replace(/^([^\n]{0,80}?,\s+\d{1,2}\s+[A-Z]{3,9})\s+\d{2}\b/, '$1')
    .replace(
      /\[(?:TEXT|REPORT|EXCERPTS?|COMMENTARY|EDITORIAL REPORT|COMMUNIQUE|SPEECH|ARTICLE|INTERVIEW|NEWS CONFERENCE|PASSAGE OMITTED|WORDS INDISTINCT|NO DATELINE|BEGIN RECORDING|END RECORDING)[^\]]*\]\s*/g,
      '',
    );
}

/** A phrase without what only says where, who or which: "A WAREHOUSE IN THE PORT" is "A WAREHOUSE". */
const withoutTail = (phrase: string): string =>
  phrase
    .replace(/^["'“‘\s]+/, '')
    .replace(/(?<=\S)(?:,| (?:IN|AT|ON|NEAR|FROM|WHO|THAT|WHICH|DURING|LAST|THIS|YESTERDAY|TODAY|BY|ALONG|OUTSIDE|INSIDE)\b).*$/, '');

/** `1990-01-03` as MUC-4 writes it. */
const mucDay = (iso: string): string => `${iso.slice(8)} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(2, 4)}`;

/** As the keys are written: capitals, no accents. */
const capitals = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/\s+/g, ' ').trim();
/** Words that stand for others: no filler of MUC-4. */
const PRONOUN = /^(?:IT|THEY|THEM|HE|SHE|HIM|HER|WE|US|I|YOU|WHO|WHICH|THAT|THIS|THESE|THOSE|ITS|THEIR|HIS|OTHERS?|ONE)$/;
const unique = (values: readonly Value[]): Value[] => [...new Map(values.map((v) => [`${v.value}|${v.tags?.join()}`, v])).values()];

/** The templates that the claims of one report make. */
export function respond(
  report: CodedReport,
  dateline: ReturnType<typeof datelineOf>,
  mucType: (type: string) => string | undefined,
): Response[] {
  return incidentsOf(report, mucType).flatMap((incident) => templateOf(incident, report, dateline) ?? []);
}

/** One template; null when the incident is none for MUC-4: nothing hit, fighters against fighters, or a country that is not one of the nine. */
function templateOf(incident: Incident, report: CodedReport, dateline: ReturnType<typeof datelineOf>): Response | null {
  const { claims, type } = incident;
  const entities = new Map(report.entities.map((e) => [e.id, e]));
  const words = (span: Span): string => withoutTail(capitals(cut(report.text, span)));
  const roles = <R extends 'actor' | 'target' | 'object' | 'instrument'>(role: R): Claim[R][number][] =>
    claims.flatMap((c) => c[role] as Claim[R][number][]).filter((f) => !PRONOUN.test(words(f.span)));

  const place = claims.map((c) => (c.where ? entities.get(c.where.entity) : undefined)).find((p) => p !== undefined);
  const code = place?.country ?? DATELINES[dateline.town ?? ''] ?? '';
  const country = COUNTRIES[code];
  if (country === undefined) return null;

  const targets = roles('target');
  const physical = type === 'KIDNAPPING' ? [] : roles('object');
  const phrases = targets.map((t) => words(t.span));
  if (targets.length === 0 && physical.length === 0) return null;
  if (targets.length > 0 && physical.length === 0 && phrases.every((p) => FIGHTERS.test(p) && !/CIVILIAN/.test(p))) return null;

  const when = claims.map((c) => c.when).find((w) => w !== null);
  const date = when
    ? when.from === when.to
      ? mucDay(when.from)
      : `${mucDay(when.from)} - ${mucDay(when.to)}`
    : dateline.day
      ? `- ${mucDay(dateline.day)}`
      : undefined;
  const stage = claims.some((c) => c.stage === 'occurred')
    ? 'ACCOMPLISHED'
    : claims.some((c) => c.stage === 'attempted' || c.stage === 'foiled')
      ? 'ATTEMPTED'
      : 'THREATENED';
  const instruments = type === 'ARSON' || type === 'KIDNAPPING' ? [] : roles('instrument').map((i) => words(i.span));
  const instrumentTypes: Value[] = instruments.flatMap((i) => {
    const kind = setFiller(INSTRUMENT_TYPES, i);
    return kind ? [{ value: kind, tags: [i] }] : [];
  });
  if (instrumentTypes.length === 0 && type === 'BOMBING') instrumentTypes.push({ value: 'BOMB', tags: ['-'] });
  if (instrumentTypes.length === 0 && claims.some((c) => /shot|shoot|gun/i.test(cut(report.text, c.trigger))))
    instrumentTypes.push({ value: 'GUN', tags: ['-'] });

  const actors = roles('actor');
  const byState = actors.some((a) => STATE_ACTORS.test(words(a.span)));
  return {
    incident_date: date ? [{ value: date }] : [],
    incident_location: [{ value: place ? locationOf(place, country) : country }],
    incident_type: [{ value: type }],
    incident_stage_of_execution: [{ value: stage }],
    incident_instrument_id: unique(instruments.map((value) => ({ value }))),
    incident_instrument_type: unique(instrumentTypes),
    perp_incident_category: [{ value: byState ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT' }],
    ...perpetrators(actors, entities, words),
    ...physicalTargets(
      physical.map((o) => words(o.span)),
      damageOf(claims, type, report),
    ),
    ...humanTargets(
      targets,
      claims.flatMap((c) => c.toll),
      entities,
      words,
    ),
  };
}

const locationOf = (place: Entity, country: string): string => {
  const name = capitals(place.name);
  if (place.precision === 'country' || name === country) return country;
  const department = place.admin1 && capitals(place.admin1) !== name && place.precision !== 'admin1' ? '' : ' (DEPARTMENT)';
  return `${country}: ${name}${department || ' (CITY)'}`;
};

const CONFIDENCE: Readonly<Record<Actor['responsibility'], string>> = {
  fact: 'REPORTED AS FACT',
  claimed: 'CLAIMED OR ADMITTED',
  accused: 'SUSPECTED OR ACCUSED',
  'accused-by-authorities': 'SUSPECTED OR ACCUSED BY AUTHORITIES',
  possible: 'POSSIBLE',
  denied: 'SUSPECTED OR ACCUSED',
  charged: 'SUSPECTED OR ACCUSED BY AUTHORITIES',
  convicted: 'REPORTED AS FACT',
  acquitted: 'ACQUITTED',
};

/** People among the actors are individuals; named groups, armies and parties are organisations with a confidence. */
function perpetrators(actors: readonly Actor[], entities: ReadonlyMap<string, Entity>, words: (span: Span) => string): Response {
  const individuals: Value[] = [];
  const organisations: Value[] = [];
  const confidence: Value[] = [];
  for (const actor of actors) {
    const entity = entities.get(actor.entity ?? '');
    const phrase = words(actor.span);
    if (entity && (entity.kind === 'group' || entity.kind === 'organisation' || entity.kind === 'government')) {
      const name = capitals(entity.name);
      organisations.push({ value: name });
      confidence.push({ value: CONFIDENCE[actor.responsibility], tags: [name] });
    } else individuals.push({ value: phrase });
  }
  return {
    perp_individual_id: unique(individuals),
    perp_organization_id: unique(organisations),
    perp_organization_confidence: unique(confidence),
  };
}

/** What became of the things that were hit, where the words of the act say so. */
function damageOf(claims: readonly Claim[], type: string, report: CodedReport): string | undefined {
  const triggers = claims.map((c) => cut(report.text, c.trigger)).join(' ');
  if (/destr|blew up|blow(?:n|ing)? up|demolish|dynamited/i.test(triggers)) return 'DESTROYED';
  return type === 'ARSON' || /damag|sabotag/i.test(triggers) ? 'SOME DAMAGE' : undefined;
}

function physicalTargets(objects: readonly string[], damage: string | undefined): Response {
  const tagged = (value: (phrase: string) => string | undefined): Value[] =>
    unique(
      objects.flatMap((phrase) => {
        const filler = value(phrase);
        return filler ? [{ value: filler, tags: [phrase] }] : [];
      }),
    );
  return {
    phys_tgt_id: unique(objects.map((value) => ({ value }))),
    phys_tgt_type: tagged((p) => setFiller(PHYSICAL_TYPES, p) ?? 'OTHER'),
    phys_tgt_number: tagged(numberOf),
    phys_tgt_effect_of_incident: tagged(() => damage),
  };
}

const NUMBER_WORDS = 'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE'.split(' ');
/** "TWO BUSES" is 2, "BUSES" is PLURAL, "A BUS" is 1. */
function numberOf(phrase: string): string {
  const [first = '', ...rest] = phrase.split(' ');
  const at = NUMBER_WORDS.indexOf(first);
  if (at >= 0) return String(at + 1);
  if (/^\d+$/.test(first)) return first;
  const last = rest.at(-1) ?? first;
  return /(?:[^S]S|PEOPLE|MEN|CHILDREN)$/.test(last) ? 'PLURAL' : '1';
}

function humanTargets(
  targets: Claim['target'],
  tolls: readonly Toll[],
  entities: ReadonlyMap<string, Entity>,
  words: (span: Span) => string,
): Response {
  const names: Value[] = [];
  const descriptions: Value[] = [];
  const types: Value[] = [];
  const numbers: Value[] = [];
  const effects: Value[] = [];
  const effectOf = (): string | undefined => {
    if (tolls.some((t) => t.effect === 'killed')) return 'DEATH';
    return tolls.some((t) => t.effect === 'injured') ? 'INJURY' : undefined;
  };
  for (const target of targets) {
    const entity = entities.get(target.entity ?? '');
    const phrase = words(target.span);
    const named = entity?.kind === 'person' && /^[A-Z]/.test(entity.name) && entity.name.includes(' ');
    const tag = named ? capitals(entity.name) : phrase;
    const said = (entity?.descriptions ?? []).map(capitals);
    if (named) {
      names.push({ value: tag });
      if (said[0]) descriptions.push({ value: said[0], tags: [tag] });
    } else descriptions.push({ value: phrase });
    types.push({ value: setFiller(HUMAN_TYPES, [phrase, ...said].join(' ')) ?? 'CIVILIAN', tags: [tag] });
    const { low, high } = target.count ?? { low: 0, high: 0 };
    numbers.push({ value: low > 0 && low === high ? String(low) : named ? '1' : numberOf(phrase), tags: [tag] });
    const effect = effectOf();
    if (effect) effects.push({ value: effect, tags: [tag] });
  }
  return {
    hum_tgt_name: unique(names),
    hum_tgt_description: unique(descriptions),
    hum_tgt_type: unique(types),
    hum_tgt_number: unique(numbers),
    hum_tgt_effect_of_incident: unique(effects),
  };
}
