import { describe, expect, test } from 'vitest';
import { readNameKit } from '../../../eval/name-files.ts';
import { parsedText } from '../../../eval/parsed-text.ts';
import { hashText } from '../../../src/3-sentences/hash.ts';
import { actorKey } from '../../../src/4-mentions/actors/actor-key.ts';
import { findNames } from '../../../src/4-mentions/names/find-names.ts';
import { LABELS, mayFollow, spansOf } from '../../../src/4-mentions/names/labels.ts';
import { nameKindsFromText } from '../../../src/4-mentions/names/name-kinds.ts';
import { NameModel } from '../../../src/4-mentions/names/name-model.ts';
import { PhraseTable } from '../../../src/4-mentions/names/phrase-table.ts';
import { tagNames } from '../../../src/4-mentions/names/tag-names.ts';

const kit = { names: readNameKit() };
const namesIn = (text: string): string[] => findNames(parsedText(text), kit).map((name) => `${text.slice(...name.span)}/${name.kind}`);

describe('names', () => {
  test.each([
    ['President Daniel Moreno visited Nairobi on Friday.', ['Daniel Moreno/person', 'Nairobi/place']],
    ['Kenyan soldiers left Mombasa.', ['Kenyan/nationality', 'Mombasa/place']],
    ['The Ministry of Defence in London said nothing.', ['Ministry of Defence/government', 'London/place']],
    ['A man was arrested by Avon Valley Police.', ['Avon Valley Police/government']],
    ['The minister Omar Haddad Friday condemned the raid.', ['Omar Haddad/person']],
    ['He came home late.', []],
    ['', []],
  ])('%s', (text, expected) => expect(namesIn(text)).toEqual(expected));

  test('a text in capitals keeps its places', () =>
    expect(namesIn('POLICE IN NAIROBI ARRESTED FOUR MEN, THE KENYAN GOVERNMENT SAID.')).toContain('NAIROBI/place'));

  test('a word that is a property of every object does no harm', () =>
    expect(() => tagNames([['constructor', 'Constructor', '__proto__', 'toString', '']], kit.names)).not.toThrow());

  test('an endless line is read in linear time', () => {
    const words = Array.from({ length: 60_000 }, (_, i) => (i % 7 === 0 ? 'Alpha' : 'beta'));
    const start = performance.now();
    tagNames([words], kit.names);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test('a name missed once is found by its other mentions', () => {
    const tagged = tagNames(
      [
        ['Marta', 'Quiroga', 'spoke', '.'],
        ['Later', 'Quiroga', 'left', '.'],
      ],
      kit.names,
    );
    expect(tagged[1]?.some((span) => span.first === 1 && span.type === 'Person')).toBe(true);
  });
});

describe('labels', () => {
  test('spans are read from labels, a lone inside label begins a name', () => {
    expect(spansOf([1, 2, 0, 2, 1])).toEqual([
      { first: 0, end: 2, type: 'Person' },
      { first: 3, end: 4, type: 'Person' },
      { first: 4, end: 5, type: 'Person' },
    ]);
  });
  test('an inside label follows only its own type', () => {
    expect(mayFollow(1, 2)).toBe(true);
    expect(mayFollow(3, 2)).toBe(false);
    expect(mayFollow(0, 2)).toBe(false);
  });
});

describe('packed files', () => {
  test('phrases are found again', () => {
    const table = PhraseTable.fromBytes(
      PhraseTable.pack(
        new Map([
          ['new town', 1],
          ['old town', 64],
        ]),
      ),
    );
    expect(table.get(hashText('new town'))).toBe(1);
    expect(table.get(hashText('old town'))).toBe(64);
    expect(table.get(hashText('no town'))).toBe(0);
  });
  test('weights are found again', () => {
    const row = new Float32Array(LABELS);
    row[3] = 1.5;
    row[4] = -0.5;
    const model = NameModel.fromBytes(NameModel.pack(new Map([[77, row]]), new Float64Array(LABELS * LABELS), new Float64Array(LABELS), 0));
    const scores = new Float64Array(LABELS);
    model.addTo(scores, 0, Int32Array.of(77, 78), 2);
    expect(scores[3]).toBeCloseTo(1.5, 1);
    expect(scores[4]).toBeCloseTo(-0.5, 1);
    expect(scores[5]).toBe(0);
  });
  test('other bytes are refused', () => {
    expect(() => NameModel.fromBytes(new Uint8Array(40))).toThrow(RangeError);
    expect(() => PhraseTable.fromBytes(new Uint8Array(3))).toThrow(RangeError);
  });
});

test('kinds of names by their words', () => {
  const kinds = nameKindsFromText('government any\tministry police\ngroup last\tfront\n', (text) =>
    actorKey(text) === 'red hand' ? 'group' : null,
  );
  expect(kinds.kindOf('Organization', 'Ministry of Health')).toBe('government');
  expect(kinds.kindOf('Organization', 'Front of National Union')).toBe('group');
  expect(kinds.kindOf('Organization', 'Acme Steel')).toBe('organisation');
  expect(kinds.kindOf('Organization', 'the Red Hand')).toBe('group');
  expect(kinds.kindOf('Person', 'Police Chief Ada Brown')).toBe('person');
});
