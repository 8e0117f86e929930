import { describe, expect, test } from 'vitest';
import { mentionKit } from '../../../eval/tasks/coreference.ts';
import { actorKey } from '../../../src/4-mentions/actors/actor-key.ts';
import { actorLexiconFromText } from '../../../src/4-mentions/actors/actor-lexicon.ts';
import { codeActor } from '../../../src/4-mentions/actors/code-actor.ts';

const kit = mentionKit();

describe('actors by name', () => {
  test.each(['ISIS-K', 'Walayat-e-Khurasan', 'ISKP', 'ISIS-Khorasan', 'Islamic State – Khorasan Province', 'Islamic State of Khorasan'])(
    '%s is the Khorasan branch',
    (name) =>
      expect(codeActor(name, { day: '2017-09-12' }, kit)).toMatchObject({
        name: 'Islamic State – Khorasan Province',
        sector: 'rebel',
        country: 'AF',
      }),
  );
  test.each(['Islamic State', 'ISIS', 'ISIL', 'Daesh', "Da'esh"])('%s is the Islamic State', (name) =>
    expect(codeActor(name, {}, kit).name).toBe('Islamic State'),
  );
  test.each([
    ['the Pentagon', 'military', 'US'],
    ['Sendero Luminoso', 'rebel', 'PE'],
    ['the FMLN', 'rebel', 'SV'],
    ['Boko Haram gunmen', 'rebel', 'NG'],
    ['Pakistani police', 'police', 'PK'],
    ['suspected militants', 'rebel', undefined],
    ['unknown gunmen', 'unidentified', undefined],
    ['villagers', 'civilian', undefined],
    ['a former Kenyan minister', 'elite', 'KE'],
    ['the army spokesman', 'military', undefined],
    ['', undefined, undefined],
    ['constructor', undefined, undefined],
  ])('%s', (text, sector, country) => {
    const coded = codeActor(text, { day: '2017-09-12' }, kit);
    expect([coded.sector, coded.country]).toEqual([sector, country]);
  });
  test('offices change with the day', () => {
    expect(codeActor('Hamid Karzai', { day: '2010-05-01' }, kit).sector).toBe('government');
    expect(codeActor('Hamid Karzai', { day: '2020-05-01' }, kit).sector).toBe('elite');
  });
});

test('spellings share a key', () => {
  expect(actorKey("al-Qa'ida")).toBe(actorKey('Al Qaida'));
  expect(actorKey('The U.N.')).toBe('un');
  expect(actorKey('Túpac Amaru')).toBe('tupac amaru');
});

test('of two that share an alias the one active in the year is meant', () => {
  const lexicon = actorLexiconFromText(
    'old front|nf\tOld Front\tNF\trebel\tAA\t1970-1980\t\nnew front|nf\tNew Front\tNF\tparty\tAA\t1990-\t\n',
    '',
    '',
  );
  expect(lexicon.find('NF', 1975)?.name).toBe('Old Front');
  expect(lexicon.find('NF', 1995)?.name).toBe('New Front');
  expect(lexicon.find('NF')?.name).toBe('Old Front');
  expect(lexicon.find('XX')).toBeNull();
});
