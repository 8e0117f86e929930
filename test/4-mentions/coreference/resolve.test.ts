import { describe, expect, test } from 'vitest';
import { parsedText } from '../../../eval/parsed-text.ts';
import { mentionKit } from '../../../eval/tasks/coreference.ts';
import { resolve } from '../../../src/4-mentions/coreference/resolve.ts';
import { namePartsOf, samePerson, sameThing, withoutTitle } from '../../../src/4-mentions/coreference/same-name.ts';
import { findNames } from '../../../src/4-mentions/names/find-names.ts';

const kit = mentionKit();
function read(
  text: string,
): { name: string; kind: string; words: string[]; aliases: readonly string[]; descriptions: readonly string[] }[] {
  const parsed = parsedText(text);
  const { entities, mentions } = resolve(parsed, findNames(parsed, kit), kit);
  return entities.map((e) => ({
    name: e.name,
    kind: e.kind,
    aliases: e.aliases,
    descriptions: e.descriptions ?? [],
    words: mentions.filter((m) => m.entity === e.id).map((m) => text.slice(...m.span)),
  }));
}

describe('who is who', () => {
  test('an alias in brackets and the group', () => {
    const group = read('Officials blamed the Islamic State of Khorasan (ISIS-K) on Monday. The group has denied it.').find(
      (e) => e.kind === 'group',
    );
    expect(group?.name).toBe('Islamic State – Khorasan Province');
    expect(group?.words).toContain('ISIS-K');
    expect(group?.words).toContain('The group');
  });
  test('a woman, her description and her pronoun', () => {
    const woman = read(
      'Amina Okoro, a 19-year-old medical student, was arrested in Lagos. She had left home in March. Police said the student was alone.',
    ).find((e) => e.kind === 'person');
    expect(woman?.name).toBe('Amina Okoro');
    expect(woman?.words).toEqual(expect.arrayContaining(['She', 'the student']));
    expect(woman?.descriptions).toContain('19-year-old medical student');
  });
  test('surname, title and office', () => {
    const people = read('Gen. Peter Novak, the army spokesman, spoke in Prague. The general gave no figures. Novak left early.').filter(
      (e) => e.kind === 'person',
    );
    expect(people).toHaveLength(1);
    expect(people[0]?.name).toBe('Peter Novak');
    expect(people[0]?.words).toEqual(expect.arrayContaining(['The general', 'Novak']));
  });
  test('ids follow the first mention and every mention has its entity', () => {
    const parsed = parsedText('Lima was calm. Carlos Vega flew to Bogota. He slept.');
    const { entities, mentions } = resolve(parsed, findNames(parsed, kit), kit);
    expect(entities.map((e) => e.id)).toEqual(entities.map((_, i) => `e${i + 1}`));
    for (const mention of mentions) expect(entities.some((e) => e.id === mention.entity)).toBe(true);
  });
  test('an empty text has nobody', () => expect(read('')).toEqual([]));
});

describe('names of one', () => {
  const p = namePartsOf;
  test.each([
    ['Hussain Haqqani', 'Husain Haqqani', 'spelling'],
    ['Daniel Moreno', 'Mr. Moreno', 'surname'],
    ['Daniel Moreno', 'Daniel', 'first-name'],
    ['Jose Maria Lopez', 'Jose Lopez', 'longer-name'],
    ['Daniel Moreno', 'David Moreno', null],
    ['Anna Bell', 'Anna Ball', 'spelling'],
  ])('%s, %s', (a, b, rule) => expect(samePerson(p(a), p(b))).toBe(rule));
  test.each([
    ['World Trade Council', 'WTC', 'acronym'],
    ['Red Dawn group', 'Red Dawn', 'same-name'],
    ['the U.N.', 'UN', 'same-name'],
    ['Red Dawn', 'Blue Dawn', null],
  ])('%s, %s', (a, b, rule) => expect(sameThing(p(a), p(b))).toBe(rule));
  test('titles come off', () => {
    expect(withoutTitle('Lt. Gen. Ana Cruz')).toBe('Ana Cruz');
    expect(withoutTitle('President')).toBe('President');
  });
});
