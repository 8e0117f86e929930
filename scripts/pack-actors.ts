/**
 * Makes data/packed/actors.tsv from data/actors/*.yaml and data/packed/people.tsv from the office-holders of the PETRARCH/Phoenix
 * country dictionary (Open Event Data Alliance, MIT through petrarch2) and data/actors/office-holders.yaml.
 * Run: npx tsx scripts/pack-actors.ts [CORPORA]. Without the corpora the people of the dictionary stay as they are.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { actorKey } from '../src/4-mentions/actors/actor-key.ts';

interface ActorEntry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly country?: string;
  readonly sector: string;
  readonly years?: string;
  readonly ref?: string;
}

interface OfficeHolder {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly country: string;
  /** `sector FROM-TO`, the first that fits the day wins; years, ends may be missing. */
  readonly offices: readonly string[];
}

const home = join(import.meta.dirname, '..');
const corpora = process.argv[2] ?? process.env['SAIDSO_CORPORA'] ?? join(home, '../shared/corpora');
const folder = join(home, 'data/actors');
const clean = (text: string): string => text.replace(/[\t\n|]/g, ' ').trim();

/** Names of countries: the dictionaries write "Red Flag (Venezuela)", and a country is nobody's other name. */
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countryKeys = new Set(letters.flatMap((a) => letters.map((b) => actorKey(regions.of(a + b) ?? ''))));

const keysOf = (names: readonly string[]): string => [...new Set(names.map(actorKey))].filter((key) => key !== '').join('|');
const lines: string[] = ['# Made by scripts/pack-actors.ts: keys of all names, name, aliases, sector, country, years, ref'];
// Entries made by hand come first and win over those of the dictionaries.
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'office-holders.yaml' && name !== 'outlets.yaml');
files.sort((a, b) => Number(/dictionaries|list/.test(a)) - Number(/dictionaries|list/.test(b)) || a.localeCompare(b));
for (const file of files) {
  const { actors } = parse(readFileSync(join(folder, file), 'utf8')) as { actors: ActorEntry[] };
  for (const a of actors) {
    if (typeof a.name !== 'string' || typeof a.sector !== 'string')
      throw new Error(`${file}: an entry without name or sector: ${JSON.stringify(a)}`);
    const country = (a.aliases ?? []).map(String).find((alias) => countryKeys.has(actorKey(alias)) && a.sector !== 'government');
    if (country !== undefined) throw new Error(`${file}: ${a.name}: "${country}" is a country, no other name of it; take it out`);
    lines.push(
      [
        keysOf([a.name, ...(a.aliases ?? []).map(String)]),
        a.name,
        (a.aliases ?? []).map((x) => clean(String(x))).join('|'),
        a.sector,
        a.country ?? '',
        a.years ?? '',
        a.ref ?? '',
      ]
        .map((x) => (x.includes('|') ? x : clean(x)))
        .join('\t'),
    );
  }
}
writeFileSync(join(home, 'data/packed/actors.tsv'), `${lines.join('\n')}\n`);
console.log(`${lines.length - 1} actors`);

const people: string[] = [
  '# Made by scripts/pack-actors.ts: keys of all names, name, country, offices (sector FROM-TO as yymmdd or yyyy, parted by |)',
];
const held = parse(readFileSync(join(folder, 'office-holders.yaml'), 'utf8')) as { people: OfficeHolder[] };
for (const p of held.people) people.push([keysOf([p.name, ...(p.aliases ?? [])]), p.name, p.country, p.offices.join('|')].join('\t'));
const dictionary = join(corpora, 'actor-dictionaries/Phoenix.Countries.actors.txt');
if (existsSync(dictionary)) people.push(...dictionaryPeople(readFileSync(dictionary, 'latin1')));
writeFileSync(join(home, 'data/packed/people.tsv'), `${people.join('\n')}\n`);
console.log(`${people.length - 1} people`);

/** The persons of the dictionary: entries whose codes carry a role, `[AZEGOV 941006-960720]`. */
function dictionaryPeople(text: string): string[] {
  const countries = new Map(
    (JSON.parse(readFileSync(join(corpora, 'gazetteers/mledoze-countries.json'), 'utf8')) as { cca2: string; cca3: string }[]).map((c) => [
      c.cca3,
      c.cca2,
    ]),
  );
  const sectors: Readonly<Record<string, string>> = {
    GOV: 'government',
    MIL: 'military',
    ELI: 'elite',
    OPP: 'opposition',
    LEG: 'legislature',
    JUD: 'judiciary',
    REB: 'rebel',
    SPY: 'intelligence',
    COP: 'police',
  };
  const made: string[] = [];
  let names: string[] = [];
  let codes: string[] = [];
  const close = (): void => {
    const first = names[0];
    const country = countries.get((codes[0] ?? '').slice(0, 3));
    const offices = codes.flatMap((code) => {
      const [, role, dates] = /^[A-Z]{3}([A-Z]{3})[A-Z]*(?: ([<>]?\d{6}(?:-\d{6})?))?/.exec(code) ?? [];
      const sector = sectors[role ?? ''];
      return sector ? [`${sector}${dates ? ` ${dates.replace(/^>(\d+)$/, '$1-').replace(/^<(\d+)$/, '-$1')}` : ''}`] : [];
    });
    if (
      first &&
      country &&
      offices.some((o) => !o.startsWith('elite') && !o.startsWith('opposition')) &&
      /^[A-Z'.-]{2,}( [A-Z'.-]+){1,3}$/.test(first)
    ) {
      const written = names.map((name) =>
        name.toLowerCase().replace(/(^|[ '-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
      );
      made.push([keysOf(written), written[0], country, offices.join('|')].join('\t'));
    }
    names = [];
    codes = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const name = /^(\+?)([A-Z][^[;\t]*)/.exec(line);
    if (name) {
      if (!name[1]) close();
      names.push((name[2] as string).replace(/_/g, ' ').replace(/\s+/g, ' ').trim());
    }
    codes.push(...[...line.matchAll(/\[([^\]]+)\]/g)].map((m) => m[1] as string));
  }
  close();
  return made;
}
