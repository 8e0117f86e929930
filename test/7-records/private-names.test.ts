import { describe, expect, it } from 'vitest';
import type { Entity } from '../../src/4-mentions/annotated-report.ts';
import { toJson } from '../../src/7-records/json.ts';
import { privateNamesOf } from '../../src/7-records/private-names.ts';
import { makeEntity, makeMention, makeReport } from '../make.ts';

const text = 'Idris Bello died. Idris sold bread. Ada Moss saw it.';
const namesOf = (...entities: Entity[]): Record<string, string> =>
  Object.fromEntries(privateNamesOf(toJson(makeReport({ text, entities, mentions: [makeMention(text, 'm1', 'person', 'Idris', 'e1')] }))));
const person = (descriptions: readonly string[], part: Partial<Entity> = {}): Entity =>
  makeEntity('e1', 'person', 'Idris Bello', { descriptions, ...part });

describe('private persons', () => {
  it.each([
    [['34', 'baker'], 'a 34-year-old baker'],
    [['baker'], 'a baker'],
    [['19'], 'a 19-year-old person'],
    [['18', 'student'], 'an 18-year-old student'],
    [['eight-year-old'], 'an eight-year-old person'],
    [['trader who sells onions two rows away'], 'a trader'],
    [['the engineer'], 'an engineer'],
    [['Karvel'], 'a person'],
    [['owner of the Blue Door Inn'], 'an owner'],
    [[], 'a person'],
  ])('described as %j: %s', (descriptions, role) => {
    expect(namesOf(person(descriptions))['Idris Bello']).toBe(role);
  });

  it('are hidden by every name that the text calls them', () => {
    expect(Object.keys(namesOf(person([], { aliases: ['Baba Bello'] }))).sort()).toEqual(['Baba Bello', 'Bello', 'Idris', 'Idris Bello']);
  });

  it('are told apart by numbers where their roles are the same', () => {
    const names = namesOf(person([]), makeEntity('e2', 'person', 'Ada Moss'));
    expect([names['Idris Bello'], names['Ada Moss']]).toEqual(['person 1', 'person 2']);
  });

  it.each([
    [person([], { ref: 'wikidata:Q1' })],
    [person([], { sector: 'government' })],
    [makeEntity('e1', 'group', 'Idris Bello')],
    [makeEntity('e1', 'organisation', 'Idris Bello')],
  ])('are not %j', (entity) => {
    expect(namesOf(entity)).toEqual({});
  });
});
