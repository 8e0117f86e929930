import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAbbreviations } from '../../src/3-sentences/abbreviations.ts';
import { paragraphsOf } from '../../src/3-sentences/paragraphs.ts';
import { sentenceEnds } from '../../src/3-sentences/sentence-ends.ts';
import { tokensOf } from '../../src/3-sentences/tokens.ts';

const abbreviations = readAbbreviations(readFileSync('data/lexicon/en/abbreviations.txt', 'utf8'));
const words = (text: string): string =>
  tokensOf(text, [0, text.length], abbreviations)
    .map(([from, to]) => text.slice(from, to))
    .join(' ');

function sentences(text: string): string[] {
  const tokens = tokensOf(text, [0, text.length], abbreviations);
  let start = 0;
  return sentenceEnds(text, tokens, abbreviations).map((end) => {
    const sentence = text.slice(tokens[start]![0], tokens[end - 1]![1]);
    start = end;
    return sentence;
  });
}

describe('words', () => {
  it.each([
    ["They don't know.", "They do n't know ."],
    ['They don’t know.', 'They do n’t know .'],
    ["The army's chief can't say.", "The army 's chief ca n't say ."],
    ["soldiers' wives", "soldiers ' wives"],
    ['They cannot leave', 'They can not leave'],
    ['a 10-year war', 'a 10 - year war'],
    ['anti-government fighters', 'anti-government fighters'],
    ['al-Haddad of the north-west', 'al - Haddad of the north - west'],
    ['U.S. troops left at 5 p.m. on Monday.', 'U.S. troops left at 5 p.m. on Monday .'],
    ['Lt. Gen. Osman', 'Lt. Gen. Osman'],
    ['J. K. Adeyemi', 'J. K. Adeyemi'],
    ['1,200 people, $5.5 million, 40%', '1,200 people , $ 5.5 million , 40 %'],
    ['at 7:30PM on 9/11', 'at 7:30 PM on 9/11'],
    ['the 1980s and the 11th', 'the 1980s and the 11th'],
    ['The fight ended.The men fled.', 'The fight ended . The men fled .'],
    ['LIMA (Wire) — Two', 'LIMA ( Wire ) — Two'],
    ['wait... what?!', 'wait ... what ?!'],
    ['“Go,” he said', '“ Go , ” he said'],
    ['see https://example.org/a?b=1.', 'see https://example.org/a?b=1 .'],
    ['write to desk@example.org.', 'write to desk@example.org .'],
    ["O'Hara and d'Ivoire", "O'Hara and d'Ivoire"],
    ['DON’T SHOOT', 'DO N’T SHOOT'],
    ['• Two dead', '• Two dead'],
    ['and/or', 'and / or'],
  ])('%s → %s', (text, parted) => {
    expect(words(text)).toBe(parted);
  });
});

describe('sentences', () => {
  it.each([
    ['He fled. She stayed.', ['He fled.', 'She stayed.']],
    ['Lt. Gen. Osman spoke. Mr. Bah left.', ['Lt. Gen. Osman spoke.', 'Mr. Bah left.']],
    ['He lives in the U.S. The army left.', ['He lives in the U.S.', 'The army left.']],
    ['He met U.S. President Lane.', ['He met U.S. President Lane.']],
    ['“We won.” He smiled.', ['“We won.”', 'He smiled.']],
    ['"Stop!" he said. Nobody did.', ['"Stop!" he said.', 'Nobody did.']],
    ['The fight ended.The men fled.', ['The fight ended.', 'The men fled.']],
    ['Prices rose 3.5 percent. Wages fell.', ['Prices rose 3.5 percent.', 'Wages fell.']],
    ['1. Fighting goes on. 2. Talks stall.', ['1. Fighting goes on.', '2. Talks stall.']],
    ['It ended at 5 p.m. on Monday.', ['It ended at 5 p.m. on Monday.']],
    ['THE ARMY LEFT. THE REBELS CAME.', ['THE ARMY LEFT.', 'THE REBELS CAME.']],
    ['He left... Then he came back.', ['He left...', 'Then he came back.']],
    ['J. K. Adeyemi spoke.', ['J. K. Adeyemi spoke.']],
    ['LIMA, Peru (Agency) — Two men died.', ['LIMA, Peru (Agency) —', 'Two men died.']],
    ['MARO, May 3 – Two men died.', ['MARO, May 3 –', 'Two men died.']],
    ['TWO MEN - BOTH SOLDIERS - DIED.', ['TWO MEN - BOTH SOLDIERS - DIED.']],
    ['Two men — both soldiers — died.', ['Two men — both soldiers — died.']],
    ['NATO — the alliance — met.', ['NATO — the alliance — met.']],
    ['Regards, Ana Lopez', ['Regards,', 'Ana Lopez']],
    ['Omar, please send the list.', ['Omar, please send the list.']],
    ['Read http://example.org/a.html It is short.', ['Read http://example.org/a.html', 'It is short.']],
    ['Sent by Ana 03/27/2001 09:11 AM The list is here.', ['Sent by Ana', '03/27/2001 09:11 AM', 'The list is here.']],
    ['Did he really?! No . . . not he.', ['Did he really?!', 'No . . . not he.']],
    ['Now, The Hague decides.', ['Now, The Hague decides.']],
  ])('%s', (text, parted) => {
    expect(sentences(text)).toEqual(parted);
  });

  it('are cut when they never end', () => {
    const tokens = tokensOf('word '.repeat(1000), [0, 5000], abbreviations);
    const ends = sentenceEnds('word '.repeat(1000), tokens, abbreviations);
    expect(ends.length).toBeGreaterThan(4);
    expect(ends[ends.length - 1]).toBe(1000);
  });
});

describe('paragraphs', () => {
  it.each([
    ['One.\n\nTwo.', ['One.', 'Two.']],
    [
      'Bomb kills five in market\nA bomb killed five people on Monday.',
      ['Bomb kills five in market', 'A bomb killed five people on Monday.'],
    ],
    ['- one dead\n- two hurt', ['- one dead', '- two hurt']],
    [
      'A long line of a mail that was broken by its width alone in the\nmiddle of a sentence.',
      ['A long line of a mail that was broken by its width alone in the\nmiddle of a sentence.'],
    ],
    ['One.\r\n\r\n  Two. ', ['One.', 'Two.']],
    ['', []],
    [' \n ', []],
  ])('%j', (text, parted) => {
    expect(paragraphsOf(text).map(([from, to]) => text.slice(from, to))).toEqual(parted);
  });
});
