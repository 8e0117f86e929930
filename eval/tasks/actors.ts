import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { actorLexiconFromText } from '../../src/4-mentions/actors/actor-lexicon.ts';
import { codeActor } from '../../src/4-mentions/actors/code-actor.ts';
import { gazetteerFrom } from '../../src/4-mentions/places/packed-gazetteer.ts';
import type { Task, TaskInput, TaskResult } from '../task.ts';

/** The data's sector codes for our sectors. */
const CODES: Readonly<Record<string, string>> = {
  government: 'GOV',
  military: 'MIL',
  police: 'COP',
  judiciary: 'JUD',
  legislature: 'LEG',
  intelligence: 'SPY',
  rebel: 'REB',
  unidentified: 'UAF',
  paramilitary: 'PRM',
  opposition: 'OPP',
  party: 'PTY',
  elite: 'ELI',
  civilian: 'CVL',
  'civil-society': 'SOC',
  business: 'BUS',
  labour: 'LAB',
  religious: 'REL',
  media: 'JRN',
  education: 'EDU',
  health: 'MED',
  farming: 'AGR',
  ngo: 'NGO',
  igo: 'IGO',
  criminal: 'CRM',
  refugee: 'REF',
  unknown: 'UNK',
  unrecognised: 'PRE',
  environment: 'CVL',
};

interface Case {
  readonly text: string;
  readonly context: string;
  readonly day: string;
  country: string | null;
  sector: string | null;
}

/** One case a test and input; lines about other things (Wikipedia pages, patterns) and inputs that are variables are left out. */
function readCases(file: string): Case[] {
  const cases = new Map<string, Case>();
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/).slice(1)) {
    const [test = '', task = '', input = '', expected = ''] = line.split('\t');
    if (!/agent_to_code|short_text_to_agent|search_nat/.test(task) || input.startsWith('d[')) continue;
    const country = /(?:code\['country'\]|^cc) == "(.*)"/.exec(expected)?.[1];
    const sector = /code\['code_1'\] == "(.*)"/.exec(expected)?.[1];
    const none = expected === 'code is None';
    if (country === undefined && sector === undefined && !none) continue;
    const quoted = [...input.matchAll(/'([^']*)'|"([^"]*)"/g)].map((m) => m[1] ?? m[2] ?? '');
    const key = `${test}\t${task}\t${input}\t${cases.size > 0 && sector !== undefined && cases.get(`${test}\t${task}\t${input}\t`)?.sector ? sector : ''}`;
    const own = cases.get(key) ?? {
      text: quoted[0] ?? input,
      context: quoted.length > 2 || !input.includes('query_date') ? (quoted[1] ?? '') : '',
      day: dayOf(quoted.at(-1) ?? ''),
      country: null,
      sector: null,
    };
    if (country !== undefined) own.country = country;
    if (sector !== undefined) own.sector = sector;
    if (none) own.country = own.sector = '';
    cases.set(key, own);
  }
  return [...cases.values()];
}

const dayOf = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.exec(text)?.[0] ??
  (Number.isNaN(Date.parse(text)) || !/\d{4}/.test(text) ? '2022-06-01' : new Date(`${text} UTC`).toISOString().slice(0, 10));

function run({ data }: TaskInput): TaskResult {
  const files = statSync(data).isDirectory()
    ? readdirSync(data)
        .filter((name) => name.endsWith('.tsv'))
        .map((name) => join(data, name))
    : [data];
  const home = join(import.meta.dirname, '../../data');
  const text = (path: string): string => readFileSync(join(home, path), 'utf8');
  const gazetteer = gazetteerFrom(readFileSync(join(home, 'packed/gazetteer.bin')));
  const kit = {
    gazetteer,
    actors: actorLexiconFromText(text('packed/actors.tsv'), text('packed/people.tsv'), text('lexicon/en/agents.txt')),
  };
  const threeOf = (two: string): string => ({ UN: 'UNO', EU: 'EUR', IGO: 'IGO', XK: 'XKX', SU: 'RUS' })[two] ?? alpha3(two);
  const score = { both: 0, country: [0, 0], sector: [0, 0] };
  const wrong: string[] = [];
  const cases = files.flatMap(readCases);
  for (const c of cases) {
    const context = c.context ? gazetteer.lookup(c.context).find((p) => p.class === 'country')?.country : null;
    const coded = codeActor(c.text, { day: c.day, ...(context ? { country: context } : {}) }, kit);
    const country = coded.country ? threeOf(coded.country) : '';
    const sector = coded.sector ? (CODES[coded.sector] ?? coded.sector) : '';
    const rightCountry = c.country === null || c.country === country;
    const same =
      c.sector === sector ||
      (c.sector === '' && sector === 'UNK') ||
      (/^(?:BUD|MUS|CHR|HIN|JEW)$/.test(c.sector ?? '') && sector === 'REL');
    const rightSector = c.sector === null || same;
    if (c.country !== null) {
      (score.country[0] as number) += Number(rightCountry);
      (score.country[1] as number)++;
    }
    if (c.sector !== null) {
      (score.sector[0] as number) += Number(rightSector);
      (score.sector[1] as number)++;
    }
    if (rightCountry && rightSector) score.both++;
    else wrong.push(`${c.text} @${c.day}: expected ${c.country ?? '-'} ${c.sector ?? '-'}, got ${country || '-'} ${sector || '-'}`);
  }
  const share = ([right, all]: number[]): number => (all ? (right ?? 0) / all : 0);
  const keys = {
    accuracy: share([score.both, cases.length]),
    country: share(score.country),
    sector: share(score.sector),
    cases: cases.length,
  };
  const table = [
    `actors: ${cases.length} cases, both right ${(100 * keys.accuracy).toFixed(1)} %, country ${(100 * keys.country).toFixed(1)} %, sector ${(100 * keys.sector).toFixed(1)} %`,
    ...wrong.map((w) => `  ${w}`),
  ].join('\n');
  return { keys, table };
}

/** ISO alpha-3 of an alpha-2 code, from the runtime's own table of codes where the data uses three letters. */
const THREE = new Map(
  'AFG:AF ALB:AL DZA:DZ AND:AD AGO:AO ARG:AR ARM:AM AUS:AU AUT:AT AZE:AZ BHS:BS BHR:BH BGD:BD BRB:BB BLR:BY BEL:BE BLZ:BZ BEN:BJ BTN:BT BOL:BO BIH:BA BWA:BW BRA:BR BRN:BN BGR:BG BFA:BF BDI:BI KHM:KH CMR:CM CAN:CA CPV:CV CAF:CF TCD:TD CHL:CL CHN:CN COL:CO COM:KM COG:CG COD:CD CRI:CR CIV:CI HRV:HR CUB:CU CYP:CY CZE:CZ DNK:DK DJI:DJ DMA:DM DOM:DO ECU:EC EGY:EG SLV:SV GNQ:GQ ERI:ER EST:EE SWZ:SZ ETH:ET FJI:FJ FIN:FI FRA:FR GAB:GA GMB:GM GEO:GE DEU:DE GHA:GH GRC:GR GRD:GD GTM:GT GIN:GN GNB:GW GUY:GY HTI:HT HND:HN HKG:HK HUN:HU ISL:IS IND:IN IDN:ID IRN:IR IRQ:IQ IRL:IE ISR:IL ITA:IT JAM:JM JPN:JP JOR:JO KAZ:KZ KEN:KE KWT:KW KGZ:KG LAO:LA LVA:LV LBN:LB LSO:LS LBR:LR LBY:LY LIE:LI LTU:LT LUX:LU MDG:MG MWI:MW MYS:MY MDV:MV MLI:ML MLT:MT MRT:MR MUS:MU MEX:MX MDA:MD MCO:MC MNG:MN MNE:ME MAR:MA MOZ:MZ MMR:MM NAM:NA NPL:NP NLD:NL NZL:NZ NIC:NI NER:NE NGA:NG PRK:KP MKD:MK NOR:NO OMN:OM PAK:PK PSE:PS PAN:PA PNG:PG PRY:PY PER:PE PHL:PH POL:PL PRT:PT QAT:QA ROU:RO RUS:RU RWA:RW SAU:SA SEN:SN SRB:RS SYC:SC SLE:SL SGP:SG SVK:SK SVN:SI SLB:SB SOM:SO ZAF:ZA KOR:KR SSD:SS ESP:ES LKA:LK SDN:SD SUR:SR SWE:SE CHE:CH SYR:SY TWN:TW TJK:TJ TZA:TZ THA:TH TLS:TL TGO:TG TTO:TT TUN:TN TUR:TR TKM:TM UGA:UG UKR:UA ARE:AE GBR:GB USA:US URY:UY UZB:UZ VUT:VU VAT:VA VEN:VE VNM:VN ESH:EH YEM:YE ZMB:ZM ZWE:ZW PRI:PR GRL:GL'
    .split(' ')
    .map((pair) => pair.split(':').reverse() as [string, string]),
);
const alpha3 = (two: string): string => THREE.get(two) ?? two;

export const task: Task = {
  name: 'actors',
  about: 'Country and sector of actors by their names and descriptions',
  open: 'corpora/event-gold/ngec-actors',
  run,
};
