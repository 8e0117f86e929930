import { cut } from '../../src/0-terms/span.ts';
import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { type Incident, incidentsOf } from './incidents.ts';
import { instrumentSlots } from './instruments.ts';
import { locate } from './location.ts';
import type { OrganisationModel } from './organisations.ts';
import { byState, perpetratorSlots } from './perpetrators.ts';
import { isRelevant, type RelevanceModel, relevanceFeatures } from './relevance.ts';
import { hitBy, humanSlots, physicalSlots } from './targets.ts';
import type { Response } from './template.ts';
import { FIGHTERS } from './words.ts';

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

/** `1990-01-03` as MUC-4 writes it. */
const mucDay = (iso: string): string => `${iso.slice(8)} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(2, 4)}`;

/** The templates that the claims of one report make, and what speaks for and against each. */
export function candidates(
  report: CodedReport,
  dateline: ReturnType<typeof datelineOf>,
  mucType: (type: string) => string | undefined,
  organisations: OrganisationModel,
): { readonly response: Response; readonly incident: Incident; readonly features: readonly string[] }[] {
  const incidents = incidentsOf(report, mucType).flatMap((incident) => {
    const response = templateOf(incident, report, dateline, organisations);
    return response ? [{ incident, response }] : [];
  });
  return incidents.map(({ incident, response }, at) => ({
    response,
    incident,
    features: relevanceFeatures(incident, response, report, { at, of: incidents.length }),
  }));
}

/** Those of the templates that are likely to be in the key. */
export function respond(
  report: CodedReport,
  dateline: ReturnType<typeof datelineOf>,
  mucType: (type: string) => string | undefined,
  model: RelevanceModel,
  organisations: OrganisationModel,
): Response[] {
  return candidates(report, dateline, mucType, organisations).flatMap(({ response, features }) =>
    isRelevant(features, model) ? [response] : [],
  );
}

/** One template; null when the incident is none for MUC-4: nothing hit, fighters against fighters, or a country that is not one of the nine. */
function templateOf(
  incident: Incident,
  report: CodedReport,
  dateline: ReturnType<typeof datelineOf>,
  organisations: OrganisationModel,
): Response | null {
  const { claims, type } = incident;
  const place = locate(claims, report, dateline.town);
  if (place === null) return null;
  const hit = hitBy(claims, report);
  const things = type === 'KIDNAPPING' ? [] : hit.things;
  if (hit.people.length === 0 && things.length === 0) return null;
  if (things.length === 0 && hit.people.every((p) => FIGHTERS.test(p.tag) && !p.named && !/CIVILIAN/.test(p.tag))) return null;

  const date = dateOf(claims, dateline.day);
  return {
    incident_date: date ? [{ value: date }] : [],
    incident_location: [{ value: place.location }],
    incident_type: [{ value: type }],
    incident_stage_of_execution: [{ value: stageOf(claims) }],
    perp_incident_category: [{ value: byState(claims, report) ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT' }],
    ...instrumentSlots(claims, type, report),
    ...perpetratorSlots(claims, report, organisations),
    ...physicalSlots(things, damageOf(claims, type, report), place.country),
    ...humanSlots(hit.people, place.country, type === 'KIDNAPPING'),
  };
}

/** The day or days of the incident; up to the dateline's when the report gives none. */
function dateOf(claims: readonly Claim[], dateline: string | null): string | undefined {
  const when = claims.map((c) => c.when).find((w) => w !== null);
  if (!when) return dateline ? `- ${mucDay(dateline)}` : undefined;
  return when.from === when.to ? mucDay(when.from) : `${mucDay(when.from)} - ${mucDay(when.to)}`;
}

function stageOf(claims: readonly Claim[]): string {
  if (claims.some((c) => c.stage === 'occurred')) return 'ACCOMPLISHED';
  return claims.some((c) => c.stage === 'attempted' || c.stage === 'foiled') ? 'ATTEMPTED' : 'THREATENED';
}

/** What became of the things that were hit, where the words of the act say so. */
function damageOf(claims: readonly Claim[], type: string, report: CodedReport): string | undefined {
  const triggers = claims.map((c) => cut(report.text, c.trigger)).join(' ');
  if (/destr|blew up|blow(?:n|ing)? up|demolish|dynamited/i.test(triggers)) return 'DESTROYED';
  const said = claims.map((c) => cut(report.text, c.sentence)).join(' ');
  if (/\bdestroyed\b|\bdestroying\b|\bcompletely burned|\bburned down/i.test(said)) return 'DESTROYED';
  return type === 'ARSON' || /damag|sabotag/i.test(`${triggers} ${said}`) ? 'SOME DAMAGE' : undefined;
}
