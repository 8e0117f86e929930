import { describe, expect, it } from 'vitest';
import { findCounts } from '../../../src/4-mentions/counts/find-counts.ts';
import { tagged } from './tagged.ts';

/** Words, quantity words, low, high, noun, approximate. */
type Row = readonly [line: string, words: string, low: number, high: number | null, noun: string | null, approximate?: true];

const found = (line: string) => {
  const report = tagged(line);
  return findCounts(report).map((count) => ({
    words: report.text.slice(...count.span),
    low: count.low,
    high: count.high,
    noun: count.noun < 0 ? null : (report.sentences[count.sentence]?.tokens[count.noun]?.form ?? '?'),
    ...(count.approximate && { approximate: true }),
  }));
};

describe('findCounts', () => {
  const single: readonly Row[] = [
    ['At/ADV least/ADV six/NUM soldiers/NOUN died/VERB', 'At least six', 6, null, 'soldiers'],
    ['More/ADJ than/ADP 100/NUM people/NOUN fled/VERB', 'More than 100', 101, null, 'people'],
    ['Over/ADP 5,000/NUM villagers/NOUN fled/VERB', 'Over 5,000', 5001, null, 'villagers'],
    ['up/ADP to/ADP 40/NUM rebels/NOUN', 'up to 40', 1, 40, 'rebels'],
    ['as/ADV many/ADJ as/ADP 40/NUM rebels/NOUN', 'as many as 40', 1, 40, 'rebels'],
    ['fewer/ADJ than/ADP ten/NUM guards/NOUN', 'fewer than ten', 1, 9, 'guards'],
    ['It/PRON wounded/VERB 6/NUM to/ADP 8/NUM farmers/NOUN', '6 to 8', 6, 8, 'farmers'],
    ['between/ADP six/NUM and/CCONJ eight/NUM men/NOUN', 'between six and eight', 6, 8, 'men'],
    ['three/NUM or/CCONJ four/NUM attackers/NOUN', 'three or four', 3, 4, 'attackers'],
    ['about/ADV 10/NUM students/NOUN', 'about 10', 10, 10, 'students', true],
    ['around/ADV twenty/NUM masked/ADJ men/NOUN', 'around twenty', 20, 20, 'men', true],
    ['some/DET 50/NUM houses/NOUN burned/VERB', 'some 50', 50, 50, 'houses', true],
    ['Dozens/NOUN of/ADP people/NOUN fled/VERB', 'Dozens', 24, null, 'people'],
    ['hundreds/NOUN were/AUX hurt/VERB', 'hundreds', 200, null, null],
    ['scores/NOUN of/ADP homes/NOUN', 'scores', 40, null, 'homes'],
    ['tens/NOUN of/ADP thousands/NOUN of/ADP refugees/NOUN', 'tens of thousands', 20000, null, 'refugees'],
    ['several/ADJ officers/NOUN', 'several', 3, null, 'officers', true],
    ['a/DET few/ADJ houses/NOUN', 'a few', 3, null, 'houses', true],
    ['several/ADJ hundred/NUM people/NOUN', 'several hundred', 300, null, 'people', true],
    ['a/DET couple/NOUN of/ADP men/NOUN', 'a couple', 2, 2, 'men', true],
    ['a/DET dozen/NUM men/NOUN', 'a dozen', 12, 12, 'men', true],
    ['two/NUM dozen/NOUN boats/NOUN', 'two dozen', 24, 24, 'boats', true],
    ['half/DET a/DET dozen/NOUN boats/NOUN', 'half a dozen', 6, 6, 'boats', true],
    ['twenty-five/NUM teachers/NOUN', 'twenty-five', 25, 25, 'teachers'],
    ['two/NUM hundred/NUM and/CCONJ six/NUM people/NOUN', 'two hundred and six', 206, 206, 'people'],
    ['1.2/NUM million/NUM people/NOUN', '1.2 million', 1200000, 1200000, 'people', true],
    ['20/NUM dead/ADJ in/ADP blast/NOUN', '20', 20, 20, null],
    ['two/NUM wounded/ADJ soldiers/NOUN', 'two', 2, 2, 'soldiers'],
    ['No/DET one/PRON was/AUX hurt/VERB', 'No one', 0, 0, null],
    ['with/ADP no/DET casualties/NOUN', 'no', 0, 0, 'casualties'],
    ['Both/DET guards/NOUN died/VERB', 'Both', 2, 2, 'guards'],
    ['three/NUM of/ADP the/DET guards/NOUN', 'three', 3, 3, 'guards'],
    ['20/NUM or/CCONJ more/ADJ people/NOUN', '20 or more', 20, null, 'people'],
    ['two/NUM others/NOUN were/AUX hurt/VERB', 'two', 2, 2, 'others'],
    // No ages: nothing closes a row behind people.
    ['In/ADP attacks/NOUN ,/PUNCT 15/NUM were/AUX hurt/VERB', '15', 15, 15, null],
    ['SEVEN/NUM SOLDIERS/NOUN KILLED/VERB', 'SEVEN', 7, 7, 'SOLDIERS'],
    // The tree names the noun over the words between.
    ['six/NUM/5/nummod heavily/ADV armed/VERB and/CCONJ masked/VERB gunmen/NOUN', 'six', 6, 6, 'gunmen'],
  ];
  it.each(single.map((row) => [row[0], row] as const))('%s', (line, [, words, low, high, noun, approximate]) => {
    expect(found(line)).toEqual([{ words, low, high, noun, ...(approximate && { approximate }) }]);
  });

  const several: readonly (readonly [line: string, counts: readonly (readonly [words: string, noun: string | null])[]])[] = [
    [
      'It/PRON killed/VERB six/NUM and/CCONJ wounded/VERB 14/NUM ./PUNCT',
      [
        ['six', null],
        ['14', null],
      ],
    ],
    ['three/NUM soldiers/NOUN and/CCONJ a/DET child/NOUN', [['three', 'soldiers']]],
    ['a/DET woman/NOUN and/CCONJ her/PRON two/NUM children/NOUN', [['two', 'children']]],
    [
      'five/NUM men/NOUN and/CCONJ 14/NUM boys/NOUN',
      [
        ['five', 'men'],
        ['14', 'boys'],
      ],
    ],
  ];
  it.each(several)('%s', (line, counts) => {
    expect(found(line).map(({ words, noun }) => [words, noun])).toEqual(counts);
  });

  it.each([
    ['a/DET 19-year-old/ADJ man/NOUN'],
    ['a/DET 19/NUM _-/PUNCT _year/NOUN _-/PUNCT _old/ADJ man/NOUN'],
    ['aged/ADJ 53/NUM'],
    ['Novak/PROPN ,/PUNCT 53/NUM ,/PUNCT was/AUX mayor/NOUN'],
    ['$/SYM _20/NUM was/AUX paid/VERB'],
    ['He/PRON paid/VERB 500/NUM dollars/NOUN'],
    ['12/NUM percent/NOUN of/ADP voters/NOUN'],
    ['12/NUM _%/SYM of/ADP voters/NOUN'],
    ['30/NUM km/NOUN north/ADV'],
    ['an/DET AK-47/PROPN rifle/NOUN'],
    ['a/DET Boeing/PROPN 737/NUM'],
    ['on/ADP 11/NUM July/PROPN 2017/NUM'],
    ['in/ADP 2015/NUM'],
    ['at/ADP 9:54/NUM a.m./NOUN'],
    ['for/ADP three/NUM days/NOUN'],
    ['Resolution/NOUN 242/NUM'],
    ['the/DET 5th/ADJ brigade/NOUN'],
    ['call/VERB 5551234567/NUM'],
    ['one/NUM of/ADP the/DET worst/ADJ attacks/NOUN'],
    ['a/DET man/NOUN and/CCONJ an/DET aide/NOUN'],
    ['in/ADP the/DET 7700/NUM block/NOUN of/ADP Oak/PROPN Street/PROPN'],
    ['boys/NOUN aged/ADJ 15/NUM ,/PUNCT 16/NUM and/CCONJ 40/NUM fled/VERB'],
    ['the/DET boys/NOUN ,/PUNCT 15/NUM and/CCONJ 16/NUM ,/PUNCT fled/VERB'],
    ['they/PRON fought/VERB one/NUM another/DET'],
  ])('%s: no count', (line) => {
    expect(found(line)).toEqual([]);
  });
});
