import { countryName } from '../../0-terms/country-name.ts';
import { acledCodes } from './acled-codes.ts';
import { notesOf, numberOfId, partyWithTies, type Side, sideOf } from './armed-sides.ts';
import { countryOf } from './countries.ts';
import { type Cell, csvRow } from './csv.ts';
import type { ExportFormat, Field } from './format.ts';
import type { ToldDays, ToldEvent, ToldPlace } from './told-event.ts';

const COLUMNS: readonly (Field & { readonly of: (row: Row) => Cell })[] = [
  {
    name: 'event_id_cnty',
    about: 'Country as ISO 3166-1 alpha-3 (ZZZ where it is unknown) and a number made of the event’s id; stable.',
    of: ({ event, alpha3 }) => `${alpha3}${numberOfId(event.id)}`,
  },
  { name: 'event_date', about: 'First day, YYYY-MM-DD.', of: ({ days }) => days.from },
  { name: 'year', about: 'Year of the first day.', of: ({ days }) => Number(days.from.slice(0, 4)) },
  {
    name: 'time_precision',
    about: '1 the day is told; 2 known to the week, or only the day of publication is known; 3 known to the month or less.',
    of: ({ days }) => timePrecision(days),
  },
  {
    name: 'disorder_type',
    about: 'Political violence, Demonstrations, both, or Strategic developments: follows from the sub-event type.',
    of: ({ codes }) => codes.disorder,
  },
  { name: 'event_type', about: 'ACLED’s event type, by the crosswalk below.', of: ({ codes }) => codes.event },
  { name: 'sub_event_type', about: 'ACLED’s sub-event type, by the crosswalk below.', of: ({ codes }) => codes.sub },
  {
    name: 'actor1',
    about:
      'The actor that most reports name; empty where none is named. See notes and saidso_actor1_tie before taking it for the perpetrator.',
    of: ({ event }) => event.actors[0]?.name,
  },
  { name: 'assoc_actor_1', about: 'Further actors, parted by "; ".', of: ({ event }) => rest(event.actors) },
  {
    name: 'inter1',
    about:
      'What actor1 is: State forces, Rebel group, Political militia, Identity militia, Rioters, Protesters, Civilians, External/Other forces; empty where unknown.',
    of: ({ one }) => inter(one),
  },
  {
    name: 'actor2',
    about: 'Whom it was done to, or the other side: the target that most reports name.',
    of: ({ event }) => event.targets[0]?.name,
  },
  { name: 'assoc_actor_2', about: 'Further targets, parted by "; ".', of: ({ event }) => rest(event.targets) },
  { name: 'inter2', about: 'What actor2 is, as inter1.', of: ({ two }) => inter(two) },
  {
    name: 'interaction',
    about: 'inter1 and inter2 joined by "-"; one alone with "only"; empty where both are.',
    of: ({ one, two }) => interaction(one, two),
  },
  {
    name: 'civilian_targeting',
    about: '"Civilian targeting" where an armed actor’s violence hits civilians; else empty.',
    of: ({ codes, two }) =>
      codes.disorder.startsWith('Political violence') && (two === 'civilians' || codes.event === 'Violence against civilians')
        ? 'Civilian targeting'
        : '',
  },
  {
    name: 'iso',
    about: 'ISO 3166-1 numeric code of the country; empty where unknown.',
    of: ({ place }) => countryOf(place.country)?.numeric,
  },
  { name: 'region', about: 'ACLED’s region of the country.', of: ({ place }) => countryOf(place.country)?.region },
  {
    name: 'country',
    about: 'Name of the country in English.',
    of: ({ place }) => (place.country === undefined ? '' : countryName(place.country)),
  },
  { name: 'admin1', about: 'First division (GeoNames); empty where unknown.', of: ({ place }) => place.admin1 },
  { name: 'admin2', about: 'Second division: always empty, it is not kept.', of: () => '' },
  { name: 'admin3', about: 'Third division: always empty, it is not kept.', of: () => '' },
  { name: 'location', about: 'Name of the place.', of: ({ place }) => place.name },
  { name: 'latitude', about: 'Degrees north, WGS 84; empty where unknown or blunted.', of: ({ place }) => place.lat },
  { name: 'longitude', about: 'Degrees east, WGS 84; empty where unknown or blunted.', of: ({ place }) => place.lon },
  {
    name: 'geo_precision',
    about: '1 the place itself; 2 near it, or its district; 3 its province or country.',
    of: ({ place }) => geoPrecision(place),
  },
  {
    name: 'source',
    about: 'Publishers of the reports, each once, parted by "; ".',
    of: ({ event }) => unique(event.sources.map(({ publisher, url }) => publisher ?? url ?? 'unknown')),
  },
  { name: 'source_scale', about: 'Always empty: the reach of an outlet is not known.', of: () => '' },
  {
    name: 'notes',
    about: 'The accounts in plain English, who is not told as a fact, and how well the event stands. With --coarsen without accounts.',
    of: ({ event }) => notesOf(event),
  },
  {
    name: 'fatalities',
    about: 'Best figure of the killed; 0 where none is told, as ACLED does (saidso_killed_low is empty then).',
    of: ({ event }) => event.toll.killed?.best ?? 0,
  },
  {
    name: 'tags',
    about: 'stage=…; status=…; origins=…; and corrected=… with the fields that a person set right.',
    of: ({ event }) => tags(event),
  },
  {
    name: 'timestamp',
    about: 'Unix time of the day on which the newest report appeared; empty where none is dated.',
    of: ({ event }) => newest(event),
  },
  { name: 'saidso_id', about: 'Id of the event in the record.', of: ({ event }) => event.id },
  { name: 'saidso_type', about: 'Type of the codebook.', of: ({ event }) => event.type },
  { name: 'saidso_date_to', about: 'Last day, YYYY-MM-DD.', of: ({ days }) => days.to },
  { name: 'saidso_killed_low', about: 'Lowest figure of the killed; empty where none is told.', of: ({ event }) => event.toll.killed?.low },
  {
    name: 'saidso_killed_high',
    about: 'Highest figure of the killed; empty where none is told, or it is open upwards.',
    of: ({ event }) => event.toll.killed?.high,
  },
  { name: 'saidso_injured', about: 'Best figure of the injured; empty where none is told.', of: ({ event }) => event.toll.injured?.best },
  {
    name: 'saidso_actor1_tie',
    about:
      'How reports tie actor1 to the act: fact, claimed, accused, accused-by-authorities, possible, denied, charged, convicted, acquitted; parted by "; ".',
    of: ({ event }) => event.actors[0]?.ties.join('; '),
  },
  { name: 'saidso_reports', about: 'How many reports tell it, copies included.', of: ({ event }) => event.sources.length },
  { name: 'saidso_origins', about: 'How many independent origins these go back to.', of: ({ event }) => event.origins },
];

interface Row {
  readonly event: ToldEvent;
  readonly days: ToldDays;
  readonly place: ToldPlace;
  readonly alpha3: string;
  readonly codes: NonNullable<ReturnType<typeof acledCodes>>;
  readonly one: Side | null;
  readonly two: Side | null;
}

/** CSV in ACLED's column names (codebook of 2024), with a few columns of Saidso's own at the end. */
export const acled: ExportFormat = {
  name: 'acled-csv',
  extension: 'csv',
  about: 'CSV in ACLED’s column names: what happened or was tried, with a day and a place',
  fields: COLUMNS.map(({ name, about }) => ({ name, about })),
  *write({ events, leaveOut }) {
    yield csvRow(COLUMNS.map(({ name }) => name));
    for (const event of events()) {
      const { days, place, stage, polarity } = event;
      const codes = acledCodes(event);
      if (polarity === 'denied') leaveOut('denied');
      else if (stage !== 'occurred' && stage !== 'attempted') leaveOut('not carried out');
      else if (codes === null) leaveOut('of a type that ACLED does not code');
      else if (days === null) leaveOut('without a day');
      else if (place === null) leaveOut('without a place');
      else {
        const [one, two] = [sideOf(event.actors[0], event, 'actor'), sideOf(event.targets[0], event, 'target')];
        const row: Row = { event, days, place, alpha3: countryOf(place.country)?.alpha3 ?? 'ZZZ', codes, one, two };
        yield csvRow(COLUMNS.map(({ of }) => of(row)));
      }
    }
  },
};

const timePrecision = ({ precision, basis }: ToldDays): number =>
  precision === 'day' && basis !== 'publication' ? 1 : precision === 'week' || basis === 'publication' ? 2 : 3;

const geoPrecision = ({ precision }: ToldPlace): number =>
  precision === 'exact' ? 1 : precision === 'near' || precision === 'admin2' ? 2 : 3;

const INTER: Readonly<Record<Side, string>> = {
  state: 'State forces',
  rebel: 'Rebel group',
  militia: 'Political militia',
  identity: 'Identity militia',
  rioters: 'Rioters',
  protesters: 'Protesters',
  civilians: 'Civilians',
  external: 'External/Other forces',
  unknown: '',
};
const inter = (side: Side | null): string => (side === null ? '' : INTER[side]);

function interaction(one: Side | null, two: Side | null): string {
  const sides = [inter(one), inter(two)].filter((side) => side !== '');
  return sides.length === 1 ? `${sides[0]} only` : sides.join('-');
}

const rest = (parties: ToldEvent['actors']): string => parties.slice(1).map(partyWithTies).join('; ');
const unique = (words: readonly string[]): string => [...new Set(words)].join('; ');

const tags = ({ stage, status, origins, corrected }: ToldEvent): string =>
  [`stage=${stage}`, `status=${status}`, `origins=${origins}`, ...(corrected.length > 0 ? [`corrected=${corrected.join(',')}`] : [])].join(
    '; ',
  );

function newest({ sources }: ToldEvent): number | null {
  const last = sources
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1);
  return last === undefined ? null : Date.parse(`${last}T00:00:00Z`) / 1000;
}
