import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PHRASE_BITS } from '../../src/4-mentions/names/phrase-table.ts';
import { writtenWord } from '../../src/4-mentions/names/written-words.ts';

interface Country {
  readonly name: { readonly common: string; readonly official: string };
  readonly altSpellings: readonly string[];
  readonly capital: readonly string[];
  readonly demonyms: Readonly<Record<string, { readonly f: string; readonly m: string }>>;
}

/** Known phrases from the open gazetteers, name lists and actor dictionaries, lower case, with PHRASE_BITS. */
export function knownPhrases(corpora: string): Map<string, number> {
  const phrases = new Map<string, number>();
  const add = (phrase: string, bit: number): void => {
    // Tokens part at hyphens and before 's, as the parser's do.
    const words = phrase
      .replace(/[-–/]/g, ' - ')
      .replace(/['’]s\b/g, " 's")
      .replace(/,/g, ' , ')
      .trim()
      .split(/\s+/);
    if (words.length > 5 || phrase.length < 2) return;
    const key = words.map((word) => writtenWord(word).low).join(' ');
    phrases.set(key, (phrases.get(key) ?? 0) | bit);
  };
  const read = (file: string): string => readFileSync(join(corpora, file), 'utf8');
  const cities = execFileSync('unzip', ['-p', join(corpora, 'gazetteers/geonames-cities15000.zip')], {
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  for (const line of cities.split('\n')) {
    const row = line.split('\t');
    if (row.length < 15) continue;
    add(row[1] as string, PHRASE_BITS.place);
    add(row[2] as string, PHRASE_BITS.place);
    if (Number(row[14]) > 150_000)
      for (const other of (row[3] as string).split(','))
        if (/^\p{Lu}\p{Script=Latin}[\p{Script=Latin} -]{2,}$/u.test(other)) add(other, PHRASE_BITS.place);
  }
  for (const line of read('gazetteers/geonames-admin1CodesASCII.txt').split('\n')) {
    const [, name, ascii] = line.split('\t');
    for (const form of [name, ascii]) {
      if (!form) continue;
      add(form, PHRASE_BITS.place);
      add(
        form.replace(
          / (Province|Region|District|Governorate|State|Department|County|Prefecture)$|^(Province of|Departamento de|Provincia de|Estado de) /i,
          '',
        ),
        PHRASE_BITS.place,
      );
    }
  }
  for (const country of JSON.parse(read('gazetteers/mledoze-countries.json')) as Country[]) {
    for (const form of [country.name.common, country.name.official, ...country.altSpellings, ...country.capital])
      if (form.length > 2) add(form, PHRASE_BITS.place);
    const eng = country.demonyms['eng'];
    for (const form of eng ? [eng.f, eng.m] : []) {
      add(form, PHRASE_BITS.nationality);
      add(`${form}s`, PHRASE_BITS.nationality);
    }
  }
  for (const file of ['female', 'male'])
    for (const name of read(`names/${file}.txt`).split('\n')) if (/^\p{Lu}/u.test(name)) add(name.trim(), PHRASE_BITS.firstName);
  for (const [file, bit] of [
    ['Phoenix.MilNonState.actors.txt', PHRASE_BITS.group],
    ['Phoenix.International.actors.txt', PHRASE_BITS.organisation],
    ['Phoenix.Countries.actors.txt', PHRASE_BITS.government],
    ['CAMEO.EthnicGroups.actors.txt', PHRASE_BITS.nationality],
    ['CAMEO.ReligiousGroups.actors.txt', PHRASE_BITS.nationality],
  ] as const) {
    let codes = '';
    let names: string[] = [];
    const close = (): void => {
      for (const name of names) {
        // Persons of the dictionaries teach first names and surnames, two words at least.
        const person =
          bit === PHRASE_BITS.government &&
          /GOV|ELI|OPP|MIL/.test(codes) &&
          /^[A-Z'.-]+( [A-Z'.-]+){1,2}$/.test(name) &&
          !/^(THE|OF|MINISTRY|NATIONAL|PARLIAMENT|ARMY|POLICE)$/.test(name.split(' ')[0] ?? '');
        if (person) {
          const parts = name.split(' ');
          if (parts[0] && parts[0].length > 2) add(parts[0], PHRASE_BITS.firstName);
          const last = parts.at(-1) ?? '';
          if (last.length > 3) add(last, PHRASE_BITS.surname);
        } else if (name.length > 2) add(name, bit);
      }
      names = [];
      codes = '';
    };
    for (const line of read(`actor-dictionaries/${file}`).split('\n')) {
      if (line.startsWith('#')) continue;
      const name = /^\+?([^[;\t]+)/
        .exec(line)?.[1]
        ?.replace(/\([^)]*\)/g, '')
        .replace(/_/g, ' ')
        .trim();
      if (!line.startsWith('+') && /^[A-Z]/.test(line)) close();
      if (name) names.push(name);
      codes += line.match(/\[[^\]]*\]/g)?.join(' ') ?? '';
    }
    close();
  }
  for (const title of TITLES) add(title, PHRASE_BITS.title);
  return phrases;
}

const TITLES =
  'mr mrs ms dr prof sir lord lady dame rev reverend president vice-president premier minister chancellor senator governor mayor secretary ambassador king queen prince princess emperor sultan sheikh sheik emir imam mullah maulana ayatollah pope cardinal bishop archbishop father sister brother rabbi general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal private admiral commander brigadier marshal judge justice attorney congressman congresswoman rep representative sen gov pm mp hon chief director chairman chairwoman spokesman spokeswoman spokesperson coach professor doctor comrade commandante comandante don'.split(
    ' ',
  );
