import { dayOfIso } from '../../0-terms/calendar.ts';
import { countryName } from '../../0-terms/country-name.ts';
import { isArmed, notesOf, numberOfId, type Side, sideOf } from './armed-sides.ts';
import { ucdpRegion } from './countries.ts';
import { type Cell, csvRow } from './csv.ts';
import type { ExportFormat, Field } from './format.ts';
import type { ToldDays, ToldEvent, ToldFigure, ToldPlace } from './told-event.ts';

interface Row {
  readonly event: ToldEvent;
  readonly days: ToldDays;
  readonly place: ToldPlace;
  readonly killed: ToldFigure;
  readonly violence: 1 | 2 | 3 | null;
  readonly one: Side | null;
  readonly two: Side | null;
}
type Column = Field & { readonly of: (row: Row) => Cell };
const UCDP_ONLY = 'Always empty: UCDP’s own number, which nothing in a report gives.';
const empty = (name: string, about = UCDP_ONLY): Column => ({ name, about, of: () => '' });

const COLUMNS: readonly Column[] = [
  { name: 'id', about: 'A number made of the event’s id; stable.', of: ({ event }) => numberOfId(event.id) },
  { name: 'relid', about: 'Id of the event in the record.', of: ({ event }) => event.id },
  { name: 'year', about: 'Year of the first day.', of: ({ days }) => Number(days.from.slice(0, 4)) },
  empty('active_year', 'Always empty: whether a conflict passes 25 deaths in a year is not worked out.'),
  {
    name: 'code_status',
    about: '"Clear" where a person accepted the event, else "Not checked".',
    of: ({ event }) => (event.verdict === 'accepted' ? 'Clear' : 'Not checked'),
  },
  {
    name: 'type_of_violence',
    about: '1 state-based, 2 non-state, 3 one-sided: by what the two sides are; empty where that is unknown.',
    of: ({ violence }) => violence,
  },
  empty('conflict_dset_id'),
  empty('conflict_new_id'),
  empty('conflict_name', 'Always empty: the conflict is not worked out.'),
  empty('dyad_dset_id'),
  empty('dyad_new_id'),
  {
    name: 'dyad_name',
    about: 'side_a and side_b joined by " - "; empty where one is.',
    of: ({ event }) => (event.actors[0] && event.targets[0] ? `${event.actors[0].name} - ${event.targets[0].name}` : ''),
  },
  empty('side_a_dset_id'),
  empty('side_a_new_id'),
  {
    name: 'side_a',
    about: 'The actor that most reports name; see saidso_side_a_tie before taking it for the perpetrator.',
    of: ({ event }) => event.actors[0]?.name,
  },
  empty('side_b_dset_id'),
  empty('side_b_new_id'),
  {
    name: 'side_b',
    about: 'The target that most reports name; "Civilians" in one-sided violence.',
    of: ({ event, violence }) => (violence === 3 ? 'Civilians' : event.targets[0]?.name),
  },
  { name: 'number_of_sources', about: 'How many independent origins the reports go back to.', of: ({ event }) => event.origins },
  {
    name: 'source_article',
    about: 'Publisher, day and title of each report, parted by ";".',
    of: ({ event }) =>
      event.sources.map(({ publisher, published, title }) => [publisher, published, title].filter(Boolean).join(', ')).join(';'),
  },
  {
    name: 'source_office',
    about: 'Publishers, parted by ";".',
    of: ({ event }) => event.sources.map(({ publisher }) => publisher ?? '').join(';'),
  },
  {
    name: 'source_date',
    about: 'Days of publication, parted by ";".',
    of: ({ event }) => event.sources.map(({ published }) => published ?? '').join(';'),
  },
  {
    name: 'source_headline',
    about: 'Titles, parted by ";". Empty with --coarsen.',
    of: ({ event }) => event.sources.map(({ title }) => title ?? '').join(';'),
  },
  {
    name: 'source_original',
    about: 'The accounts in plain English, with those on whose word they are. Empty accounts with --coarsen.',
    of: ({ event }) => notesOf(event),
  },
  {
    name: 'where_prec',
    about: '1 the place itself, 2 near it, 3 second division, 4 first division, 6 country.',
    of: ({ place }) => wherePrec(place),
  },
  { name: 'where_coordinates', about: 'Name of the place.', of: ({ place }) => place.name },
  { name: 'where_description', about: 'Name of the place as the reports have it: the same.', of: ({ place }) => place.name },
  { name: 'adm_1', about: 'First division (GeoNames); empty where unknown.', of: ({ place }) => place.admin1 },
  empty('adm_2', 'Always empty: the second division is not kept.'),
  { name: 'latitude', about: 'Degrees north, WGS 84; empty where unknown or blunted.', of: ({ place }) => place.lat },
  { name: 'longitude', about: 'Degrees east, WGS 84; empty where unknown or blunted.', of: ({ place }) => place.lon },
  {
    name: 'geom_wkt',
    about: 'The point as well-known text; empty without coordinates.',
    of: ({ place }) => (place.lat === undefined || place.lon === undefined ? '' : `POINT (${place.lon} ${place.lat})`),
  },
  {
    name: 'priogrid_gid',
    about: 'Cell of the PRIO-GRID (half a degree) that the point lies in; empty without coordinates.',
    of: ({ place }) => prioGrid(place),
  },
  {
    name: 'country',
    about: 'Name of the country in English.',
    of: ({ place }) => (place.country === undefined ? '' : countryName(place.country)),
  },
  empty('country_id', 'Always empty: Gleditsch and Ward’s number is not kept.'),
  { name: 'region', about: 'Africa, Americas, Asia, Europe or Middle East.', of: ({ place }) => ucdpRegion(place.country) },
  {
    name: 'event_clarity',
    about: '1 where day and place are told to the day and to a district or finer, else 2.',
    of: ({ days, place }) => (datePrec(days) === 1 && wherePrec(place) <= 3 ? 1 : 2),
  },
  {
    name: 'date_prec',
    about: '1 the day; 2 two to six days; 3 a week; 4 up to a month; 5 longer, up to a year and more. A day of publication alone is 3.',
    of: ({ days }) => datePrec(days),
  },
  { name: 'date_start', about: 'First day, YYYY-MM-DD.', of: ({ days }) => days.from },
  { name: 'date_end', about: 'Last day, YYYY-MM-DD.', of: ({ days }) => days.to },
  empty('deaths_a', 'Always empty: the dead are not told apart by side. All stand in deaths_unknown or deaths_civilians.'),
  empty('deaths_b', 'Always empty, as deaths_a.'),
  {
    name: 'deaths_civilians',
    about: 'Best figure in one-sided violence, else 0.',
    of: ({ violence, killed }) => (violence === 3 ? killed.best : 0),
  },
  {
    name: 'deaths_unknown',
    about: 'Best figure in other violence, else 0.',
    of: ({ violence, killed }) => (violence === 3 ? 0 : killed.best),
  },
  {
    name: 'best',
    about: 'Best figure of the killed: what most reports give, on a tie the latest; or as a person set it right.',
    of: ({ killed }) => killed.best,
  },
  { name: 'high', about: 'Highest figure; the best one where it is open upwards.', of: ({ killed }) => killed.high ?? killed.best },
  { name: 'low', about: 'Lowest figure.', of: ({ killed }) => killed.low },
  empty('gwnoa', 'Always empty: Gleditsch and Ward’s number is not kept.'),
  empty('gwnob', 'Always empty: Gleditsch and Ward’s number is not kept.'),
  { name: 'saidso_type', about: 'Type of the codebook.', of: ({ event }) => event.type },
  { name: 'saidso_status', about: 'corroborated, single-origin or attempted.', of: ({ event }) => event.status },
  {
    name: 'saidso_side_a_tie',
    about: 'How reports tie side_a to the act: fact, claimed, accused … (docs/5-claims.md); parted by "; ".',
    of: ({ event }) => event.actors[0]?.ties.join('; '),
  },
];

/** CSV in the column names of UCDP GED (Candidate and Global, codebook of version 25.1). */
export const ucdp: ExportFormat = {
  name: 'ucdp-csv',
  extension: 'csv',
  about: 'CSV in UCDP GED’s column names: violence that killed somebody, with a day and a place',
  fields: COLUMNS.map(({ name, about }) => ({ name, about })),
  *write({ events, leaveOut }) {
    yield csvRow(COLUMNS.map(({ name }) => name));
    for (const event of events()) {
      const { days, place, toll, stage, polarity } = event;
      const killed = toll.killed;
      if (polarity === 'denied') leaveOut('denied');
      else if (stage !== 'occurred' && stage !== 'attempted') leaveOut('not carried out');
      else if (!VIOLENT.has(event.type)) leaveOut('no violence as UCDP counts it');
      else if (killed === undefined || Math.max(killed.best, killed.high ?? 0) < 1) leaveOut('without anybody killed');
      else if (days === null) leaveOut('without a day');
      else if (place === null) leaveOut('without a place');
      else {
        const [one, two] = [sideOf(event.actors[0], event, 'actor'), sideOf(event.targets[0], event, 'target')];
        yield csvRow(COLUMNS.map(({ of }) => of({ event, days, place, killed, violence: violenceOf(event, one, two), one, two })));
      }
    }
  },
};

const VIOLENT: ReadonlySet<string> = new Set([
  'armed-attack',
  'bombing',
  'suicide-bombing',
  'air-strike',
  'shelling',
  'clash',
  'offensive',
  'killing',
  'assassination',
  'stabbing',
  'vehicle-ramming',
  'arson',
  'riot',
  'crackdown',
  'takeover',
  'raid',
  'abduction',
  'hijacking',
  'torture',
  'sexual-violence',
]);

/** State-based: a state on one side, armed people on the other. Non-state: armed people on both. One-sided: armed people against civilians. */
function violenceOf({ type }: ToldEvent, one: Side | null, two: Side | null): 1 | 2 | 3 | null {
  if (two === 'civilians' || two === 'protesters') return isArmed(one) ? 3 : null;
  if (!isArmed(one) || !isArmed(two)) return null;
  if (one === 'state' || two === 'state') return 1;
  return type === 'riot' ? null : 2;
}

const wherePrec = ({ precision }: ToldPlace): number =>
  ({ exact: 1, near: 2, admin2: 3, admin1: 4, country: 6 })[precision ?? 'country'] ?? 6;

function datePrec({ from, to, precision, basis }: ToldDays): number {
  if (basis === 'publication') return 3;
  const days = dayOfIso(to) - dayOfIso(from) + 1;
  if (days === 1) return 1;
  if (precision === 'week' && days >= 7) return 3;
  return days < 7 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5;
}

/** Rows of 720 cells from the south-west corner on. Source: Tollefsen, Strand and Buhaug, "PRIO-GRID", Journal of Peace Research 49 (2012). */
function prioGrid({ lat, lon }: ToldPlace): number | null {
  if (lat === undefined || lon === undefined) return null;
  const row = Math.min(359, Math.floor((lat + 90) * 2));
  const column = Math.min(719, Math.floor((lon + 180) * 2));
  return row * 720 + column + 1;
}
