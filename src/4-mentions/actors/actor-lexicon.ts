import type { EntityKind } from '../../0-terms/entity-kind.ts';
import { actorKey } from './actor-key.ts';

/** A group, force, body or organisation of the lexicon. */
export interface KnownActor {
  readonly name: string;
  readonly aliases: readonly string[];
  /** rebel, military, police, government, … */
  readonly sector: string;
  /** ISO 3166-1 alpha-2; UN, EU or IGO for bodies of many countries; empty when it belongs to none. */
  readonly country: string;
  /** First and last year of activity where known. */
  readonly years: readonly [number | null, number | null];
  readonly ref: string | null;
}

/** A holder of offices. */
export interface KnownPerson {
  readonly name: string;
  readonly country: string;
  /** Sectors with the days (yyyymmdd, both ends belong to it) on which they hold. */
  readonly offices: readonly { readonly sector: string; readonly from: number; readonly to: number }[];
}

/** Actors by any of their names, people, and words for actors without a name. */
export interface ActorLexicon {
  /** The actor of this name or alias. Of two that share an alias, the one active in `year`, else the first. */
  find(name: string, year?: number): KnownActor | null;
  person(name: string): KnownPerson | null;
  /** Sector of an agent word or phrase in the singular ("police officer" → police). */
  agent(words: string): string | null;
}

/** The three packed files: data/packed/actors.tsv, data/packed/people.tsv, data/lexicon/en/agents.txt. */
export function actorLexiconFromText(actors: string, people: string, agents: string): ActorLexicon {
  const byKey = new Map<string, KnownActor[]>();
  for (const line of actors.split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [keys = '', name = '', aliases = '', sector = '', country = '', years = '', ref = ''] = line.split('\t');
    const other = aliases ? aliases.split('|') : [];
    const actor: KnownActor = { name, aliases: other, sector, country, years: yearsOf(years), ref: ref || null };
    for (const key of keys.split('|')) {
      const list = byKey.get(key);
      if (!list) byKey.set(key, [actor]);
      else if (!list.includes(actor)) list.push(actor);
    }
  }
  const sectors = new Map<string, string>();
  for (const line of agents.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab < 0 || line.startsWith('#')) continue;
    for (const word of line.slice(tab + 1).split(';')) if (!sectors.has(word)) sectors.set(word, line.slice(0, tab));
  }
  let persons: Map<string, string> | null = null;
  return {
    find(name, year) {
      const list = byKey.get(actorKey(name));
      if (!list) return null;
      if (year !== undefined && list.length > 1) {
        const active = list.find(({ years: [from, to] }) => (from ?? 0) <= year && year <= (to ?? 9999));
        if (active) return active;
      }
      return list[0] ?? null;
    },
    person(name) {
      // Most reports ask for few people: the lines are indexed at the first question and read when asked for.
      persons ??= personLines(people);
      const line = persons.get(actorKey(name));
      return line === undefined ? null : personOf(line);
    },
    agent: (words) => sectors.get(words) ?? null,
  };
}

const yearsOf = (years: string): [number | null, number | null] => {
  const [from, to] = years.split('-');
  return [from ? Number(from) : null, to ? Number(to) : null];
};

function personLines(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const keys = line.slice(0, line.indexOf('\t'));
    if (!keys.includes('|')) {
      if (!found.has(keys)) found.set(keys, line);
    } else for (const key of keys.split('|')) if (!found.has(key)) found.set(key, line);
  }
  return found;
}

function personOf(line: string): KnownPerson {
  const [, name = '', country = '', offices = ''] = line.split('\t');
  return {
    name,
    country,
    offices: offices.split('|').map((office) => {
      const [sector = '', days = ''] = office.split(' ');
      const [from, to] = days.split('-');
      return {
        sector,
        from: dayOf(from, 101) ?? 0,
        to: days.includes('-') ? (dayOf(to, 1231) ?? 99991231) : (dayOf(from, 1231) ?? 99991231),
      };
    }),
  };
}

/** yyyy or yymmdd to yyyymmdd; two-digit years over 40 are of the twentieth century. */
function dayOf(text: string | undefined, rest: number): number | null {
  if (!text) return null;
  const number = Number(text);
  if (text.length === 4) return number * 10_000 + rest;
  return text.length === 6 ? number + (number >= 400_000 ? 19_000_000 : 20_000_000) : null;
}

/** The sector that a person has on a day (yyyymmdd): the first office that holds, else "elite" for one whose known offices are over, else the first. */
export function sectorOn(person: KnownPerson, day: number): string | null {
  const holds = person.offices.find(({ from, to }) => from <= day && day <= to);
  if (holds) return holds.sector;
  const over = person.offices.every(({ to }) => to < day);
  return over && person.offices.some(({ sector }) => sector === 'government' || sector === 'legislature')
    ? 'elite'
    : (person.offices[0]?.sector ?? null);
}

/** Kind of a known actor by its sector. */
export function kindOfSector(sector: string): EntityKind {
  if (sector === 'rebel' || sector === 'criminal' || sector === 'unidentified' || sector === 'paramilitary') return 'group';
  if (/^(?:government|military|police|intelligence|legislature|judiciary)$/.test(sector)) return 'government';
  return 'organisation';
}

/** What the name tagger asks of the lexicon: the kind of a known actor's name. */
export const knownKind =
  (actors: ActorLexicon) =>
  (text: string): EntityKind | null => {
    const actor = actors.find(text);
    return actor ? kindOfSector(actor.sector) : null;
  };
