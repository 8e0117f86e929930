import type { Claim, CodedReport } from '../../src/5-claims/coded-report.ts';
import { type ReportView, viewOf } from './filler-features.ts';
import { chooseFillers, FILLED, type FilledSlot } from './fillers.ts';
import { givenBy } from './given.ts';
import { type Incident, incidentsOf } from './incidents.ts';
import { instrumentSlots } from './instruments.ts';
import type { Weights } from './linear.ts';
import { locate } from './location.ts';
import { type NounPhrase, nounPhrases } from './noun-phrases.ts';
import { perpetratorSlots } from './perpetrators.ts';
import { isRelevant, type RelevanceModel, relevanceFeatures } from './relevance.ts';
import { categoryFeatures, setFill } from './set-fills.ts';
import { humanSlots, peopleOf, physicalSlots } from './targets.ts';
import type { Response, SlotName, Value } from './template.ts';

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

/** The models that make templates of claims; fitted on DEV by `npm run train -- muc4`. */
export interface Muc4Models {
  readonly relevance: RelevanceModel;
  readonly fillers: Weights;
  readonly incidents: Weights;
}

/** A template that an incident would make, and what it was made of. */
export interface Candidate {
  readonly response: Response;
  readonly incident: Incident;
  /** What speaks for and against the template's being in the key. */
  readonly features: readonly string[];
}

/** The templates that the claims of one report make. */
export function candidates(
  report: CodedReport,
  dateline: ReturnType<typeof datelineOf>,
  mucType: (type: string) => string | undefined,
  models: Omit<Muc4Models, 'relevance'>,
): Candidate[] {
  const phrases = nounPhrases(report);
  const view = viewOf(report, phrases);
  const made = incidentsOf(report, mucType, models.incidents).flatMap((incident) => {
    const place = locate(incident.claims, report, dateline.town);
    if (place === null) return [];
    const response = templateOf(incident, place, { phrases, view, dateline, models });
    return response ? [{ incident, response }] : [];
  });
  return made.map(({ incident, response }, at) => ({
    response,
    incident,
    features: relevanceFeatures(incident, response, report, { at, of: made.length }),
  }));
}

/** What the claims alone make of an incident, without any model: enough to tell which template of a key it is about. */
export function plainTemplate(incident: Incident, report: CodedReport, dateline: ReturnType<typeof datelineOf>): Response | null {
  const place = locate(incident.claims, report, dateline.town);
  if (place === null) return null;
  const date = dateOf(incident.claims, dateline.day);
  const response: { [slot in SlotName]?: readonly Value[] } = {
    incident_type: [{ value: incident.type }],
    incident_location: [{ value: place.location }],
    incident_date: date ? [{ value: date }] : [],
  };
  for (const [slot, texts] of givenBy(incident, report)) response[FILLED[slot as FilledSlot].slot] = [...texts].map((value) => ({ value }));
  return response;
}

/** Those of the templates that are likely to be in the key. */
export function respond(
  report: CodedReport,
  dateline: ReturnType<typeof datelineOf>,
  mucType: (type: string) => string | undefined,
  models: Muc4Models,
): Response[] {
  return candidates(report, dateline, mucType, models).flatMap(({ response, features }) =>
    isRelevant(features, models.relevance) ? [response] : [],
  );
}

/** One template; null when nothing was hit. */
function templateOf(
  incident: Incident,
  place: NonNullable<ReturnType<typeof locate>>,
  of: {
    readonly phrases: readonly NounPhrase[];
    readonly view: ReportView;
    readonly dateline: ReturnType<typeof datelineOf>;
    readonly models: Omit<Muc4Models, 'relevance'>;
  },
): Response | null {
  const { claims, type } = incident;
  const { report } = of.view;
  const { fillers } = of.models;
  const chosen = chooseFillers(of.phrases, incident, of.view, fillers, givenBy(incident, report));
  const things = type === 'KIDNAPPING' ? [] : chosen.thing;
  const people = peopleOf(chosen.person, chosen.people, report);
  if (people.length === 0 && things.length === 0) return null;

  const perpetrators = perpetratorSlots(chosen.individual, chosen.organisation, fillers);
  const category = categoryFeatures(
    incident,
    chosen.individual.map((c) => c.text),
    (perpetrators.perp_organization_id ?? []).map((v) => v.value),
    [...people.map((p) => p.tag), ...things.map((t) => t.text)],
    report,
  );
  const date = dateOf(claims, of.dateline.day);
  const kind = setFill('category', category, fillers);
  return {
    incident_date: date ? [{ value: date }] : [],
    incident_location: [{ value: place.location }],
    incident_type: [{ value: type }],
    incident_stage_of_execution: [{ value: stageOf(claims) }],
    perp_incident_category: kind ? [{ value: kind }] : [],
    ...instrumentSlots(chosen.weapon, incident, report),
    ...perpetrators,
    ...physicalSlots(things, place.country, incident, report, fillers),
    ...humanSlots(people, place.country, incident, report, fillers),
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
