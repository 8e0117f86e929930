import { EFFECTS } from '../../5-claims/coded-report.ts';
import { notesOf, partyWithTies } from './armed-sides.ts';
import { type Cell, csvRow } from './csv.ts';
import type { ExportFormat, Field } from './format.ts';
import type { ToldEvent } from './told-event.ts';

type Column = Field & { readonly of: (event: ToldEvent) => Cell };

const COLUMNS: readonly Column[] = [
  { name: 'id', about: 'Id of the event.', of: ({ id }) => id },
  { name: 'type', about: 'Type of the codebook.', of: ({ type }) => type },
  { name: 'stage', about: 'occurred, attempted, foiled, planned or threatened.', of: ({ stage }) => stage },
  { name: 'polarity', about: 'affirmed, or denied: it is said not to have happened.', of: ({ polarity }) => polarity },
  { name: 'status', about: 'corroborated, single-origin, denied, or how far it got.', of: ({ status }) => status },
  { name: 'date_from', about: 'First day, YYYY-MM-DD; empty where none is known.', of: ({ days }) => days?.from },
  { name: 'date_to', about: 'Last day.', of: ({ days }) => days?.to },
  { name: 'date_precision', about: 'day, week, month or year.', of: ({ days }) => days?.precision },
  {
    name: 'date_basis',
    about: 'explicit, relative, anchored; publication: no day is told, a report appeared then; person: set right.',
    of: ({ days }) => days?.basis,
  },
  { name: 'place', about: 'Name of the place; empty where none is known.', of: ({ place }) => place?.name },
  { name: 'country', about: 'ISO 3166-1 alpha-2.', of: ({ place }) => place?.country },
  { name: 'admin1', about: 'First division (GeoNames).', of: ({ place }) => place?.admin1 },
  { name: 'latitude', about: 'Degrees north, WGS 84.', of: ({ place }) => place?.lat },
  { name: 'longitude', about: 'Degrees east, WGS 84.', of: ({ place }) => place?.lon },
  { name: 'place_precision', about: 'exact, near, admin2, admin1 or country.', of: ({ place }) => place?.precision },
  { name: 'place_ref', about: 'Where the place is described, e.g. geonames:1185241.', of: ({ place }) => place?.ref },
  {
    name: 'actors',
    about: 'Who did it, parted by "; ", with how reports tie each to the act in brackets where they do not tell it as a fact.',
    of: ({ actors }) => actors.map(partyWithTies).join('; '),
  },
  { name: 'targets', about: 'Whom it was done to, parted by "; ".', of: ({ targets }) => targets.map(({ name }) => name).join('; ') },
  ...EFFECTS.flatMap((effect): Column[] => [
    { name: `${effect}_low`, about: `Lowest figure of the ${effect}; empty where none is told.`, of: ({ toll }) => toll[effect]?.low },
    { name: `${effect}_best`, about: `Best figure of the ${effect}.`, of: ({ toll }) => toll[effect]?.best },
    {
      name: `${effect}_high`,
      about: `Highest figure of the ${effect}; empty where it is open upwards.`,
      of: ({ toll }) => toll[effect]?.high,
    },
  ]),
  { name: 'reports', about: 'How many reports tell it, copies included.', of: ({ sources }) => sources.length },
  { name: 'origins', about: 'How many independent origins these go back to.', of: ({ origins }) => origins },
  { name: 'disagreements', about: 'Fields on which accounts differ, parted by "; ".', of: ({ disagreements }) => disagreements.join('; ') },
  { name: 'corrected', about: 'Fields that a person set right, parted by "; ".', of: ({ corrected }) => corrected.join('; ') },
  {
    name: 'machine',
    about: 'What the machine had in these fields: field=value, parted by "; ".',
    of: ({ machine }) =>
      Object.entries(machine)
        .map(([field, value]) => `${field}=${value}`)
        .join('; '),
  },
  { name: 'verdict', about: 'accepted or partly-accepted where a person said so.', of: ({ verdict }) => verdict },
  {
    name: 'sources',
    about: 'Publishers, each once, parted by "; ".',
    of: ({ sources }) => [...new Set(sources.flatMap(({ publisher }) => publisher ?? []))].join('; '),
  },
  {
    name: 'urls',
    about: 'Addresses of the reports, parted by spaces.',
    of: ({ sources }) => sources.flatMap(({ url }) => url ?? []).join(' '),
  },
  { name: 'notes', about: 'The accounts in plain English, and how well the event stands.', of: (event) => notesOf(event) },
];

/** Every event as a row for a spreadsheet, which takes its encoding from the mark at the beginning. */
export const eventsCsv: ExportFormat = {
  name: 'csv',
  extension: 'csv',
  about: 'every event as a row for a spreadsheet: people’s values, and beside them the machine’s',
  fields: COLUMNS.map(({ name, about }) => ({ name, about })),
  *write({ events }) {
    yield `\ufeff${csvRow(COLUMNS.map(({ name }) => name))}`;
    for (const event of events()) yield csvRow(COLUMNS.map(({ of }) => of(event)));
  },
};
