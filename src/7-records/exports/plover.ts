import { countryOf } from './countries.ts';
import type { ExportFormat } from './format.ts';
import type { ToldEvent, ToldParty } from './told-event.ts';

/** PLOVER event and mode of each type of the codebook that comes with Saidso: the `plover` of its crosswalk, the first where it names two. */
export const PLOVER_OF: Readonly<Record<string, readonly [event: string, mode: string]>> = {
  'armed-attack': ['ASSAULT', 'firearms'],
  bombing: ['ASSAULT', 'explosives'],
  'suicide-bombing': ['ASSAULT', 'suicide-attack'],
  'air-strike': ['ASSAULT', 'aerial'],
  shelling: ['ASSAULT', 'heavy-weapons'],
  clash: ['ASSAULT', ''],
  offensive: ['ASSAULT', ''],
  killing: ['ASSAULT', 'targeted'],
  assassination: ['ASSAULT', 'targeted'],
  stabbing: ['ASSAULT', 'primitive'],
  'vehicle-ramming': ['ASSAULT', 'primitive'],
  abduction: ['ASSAULT', 'abduct'],
  hijacking: ['ASSAULT', 'abduct'],
  'sexual-violence': ['ASSAULT', 'sexual'],
  torture: ['ASSAULT', 'torture'],
  arson: ['ASSAULT', 'destroy'],
  destruction: ['ASSAULT', 'destroy'],
  riot: ['PROTEST', 'riot'],
  protest: ['PROTEST', 'demo'],
  'strike-action': ['PROTEST', 'strike'],
  crackdown: ['ASSAULT', 'crowd-control'],
  raid: ['COERCE', 'seize'],
  arrest: ['COERCE', 'arrest'],
  release: ['RETREAT', 'release'],
  seizure: ['COERCE', 'seize'],
  defusal: ['COERCE', 'seize'],
  surrender: ['RETREAT', 'disarm'],
  deployment: ['MOBILIZE', ''],
  restriction: ['COERCE', 'restrict'],
  charge: ['ACCUSE', 'investigate'],
  conviction: ['SANCTION', 'convict'],
  acquittal: ['CONCEDE', ''],
  'judicial-execution': ['ASSAULT', ''],
  investigation: ['ACCUSE', 'investigate'],
  takeover: ['ASSAULT', ''],
  presence: ['MOBILIZE', ''],
  withdrawal: ['RETREAT', 'withdraw'],
  recruitment: ['MOBILIZE', ''],
  displacement: ['COERCE', ''],
  agreement: ['AGREE', ''],
  talks: ['CONSULT', ''],
  sanction: ['SANCTION', ''],
  'office-change': ['RETREAT', 'resign'],
  aid: ['AID', ''],
  denial: ['REJECT', ''],
  accusation: ['ACCUSE', ''],
  threat: ['THREATEN', ''],
  demand: ['REQUEST', ''],
};

/** Three letters of PLOVER for our sectors. */
const SECTOR: Readonly<Record<string, string>> = {
  government: 'GOV',
  military: 'MIL',
  police: 'COP',
  intelligence: 'SPY',
  judiciary: 'JUD',
  legislature: 'LEG',
  rebel: 'REB',
  paramilitary: 'PRM',
  criminal: 'CRM',
  unidentified: 'UAF',
  party: 'PTY',
  civilian: 'CVL',
  media: 'JRN',
  health: 'MED',
  education: 'EDU',
  business: 'BUS',
  farming: 'AGR',
  labour: 'LAB',
  religion: 'REL',
  refugee: 'REF',
  activist: 'SOC',
  igo: 'IGO',
  ngo: 'NGO',
  elite: 'ELI',
};

/** One JSON object an event, a line each. Source: PLOVER manual (Open Event Data Alliance 2018) and POLECAT codebook (Halterman et al. 2023). */
export const plover: ExportFormat = {
  name: 'plover-jsonl',
  extension: 'jsonl',
  about: 'PLOVER: one JSON object an event, a line each, as POLECAT has them',
  fields: [
    { name: 'id', about: 'Id of the event.' },
    { name: 'date', about: 'First day, YYYY-MM-DD; null where none is known.' },
    { name: 'dateEnd', about: 'Last day; null where none is known.' },
    {
      name: 'event',
      about: 'PLOVER event in capitals: ASSAULT, PROTEST, COERCE …; planned and threatened acts are THREATEN, foiled ones too.',
    },
    { name: 'mode', about: 'Mode in small letters; empty where PLOVER has none.' },
    {
      name: 'context',
      about: 'List: "asylum", "terrorism" and so on are not worked out, so only "military" and "legal" where the type says it.',
    },
    {
      name: 'actor',
      about: 'List of those who act: name, country (ISO 3166-1 alpha-3), sector (three letters), ties (how reports tie it to the act).',
    },
    { name: 'recipient', about: 'List of those acted on, as actor; ties are empty.' },
    { name: 'location', about: 'name, country (alpha-3), admin1, lat, lon, precision; null where no place is known.' },
    { name: 'magnitude', about: 'dead and injured, each low, best, high (null: open); only what is told.' },
    { name: 'stage', about: 'occurred, attempted, foiled, planned or threatened.' },
    { name: 'status', about: 'How well it stands: corroborated, single-origin …' },
    { name: 'saidsoType', about: 'Type of the codebook.' },
    { name: 'sources', about: 'List of reports: publisher, published, url, title; titles are left out with --coarsen.' },
    { name: 'text', about: 'The sentence of the first account; empty with --coarsen.' },
  ],
  *write({ events, leaveOut }) {
    for (const event of events()) {
      const coded = PLOVER_OF[event.type];
      if (event.polarity === 'denied') leaveOut('denied');
      else if (coded === undefined) leaveOut('of a type that PLOVER does not code');
      else yield `${JSON.stringify(lineOf(event, coded))}\n`;
    }
  },
};

function lineOf(event: ToldEvent, [name, mode]: readonly [string, string]): Record<string, unknown> {
  const { days, place, toll } = event;
  const held = event.stage === 'planned' || event.stage === 'threatened' || event.stage === 'foiled';
  return {
    id: event.id,
    date: days?.from ?? null,
    dateEnd: days?.to ?? null,
    event: held ? 'THREATEN' : name,
    mode: held ? '' : mode,
    context: CONTEXT[event.type] ?? [],
    actor: event.actors.map(partyOf),
    recipient: event.targets.map(partyOf),
    location:
      place === null
        ? null
        : {
            name: place.name,
            country: countryOf(place.country)?.alpha3 ?? null,
            admin1: place.admin1 ?? null,
            lat: place.lat ?? null,
            lon: place.lon ?? null,
            precision: place.precision ?? null,
          },
    magnitude: { ...(toll.killed ? { dead: toll.killed } : {}), ...(toll.injured ? { injured: toll.injured } : {}) },
    stage: event.stage,
    status: event.status,
    saidsoType: event.type,
    sources: event.sources.map(({ publisher, published, url, title }) => ({ publisher, published, url, title })),
    text: event.accounts[0]?.words ?? '',
  };
}

const CONTEXT: Readonly<Record<string, readonly string[]>> = {
  'air-strike': ['military'],
  shelling: ['military'],
  offensive: ['military'],
  deployment: ['military'],
  withdrawal: ['military'],
  charge: ['legal'],
  conviction: ['legal'],
  acquittal: ['legal'],
  investigation: ['legal'],
  'judicial-execution': ['legal'],
};

const partyOf = ({ name, country, sector, ties }: ToldParty): Record<string, unknown> => ({
  name,
  country: countryOf(country)?.alpha3 ?? null,
  sector: sector === undefined ? null : (SECTOR[sector] ?? sector.slice(0, 3).toUpperCase()),
  ties,
});
