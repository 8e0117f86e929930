import { describe, expect, it } from 'vitest';
import { AlignedTags, asTokens, loadCompromise, loadWink, placesOf } from '../../eval/peers.ts';

describe('pieces in their text', () => {
  it.each<[string, string[], string, ([number, number] | null)[]]>([
    [
      'stand one after the other',
      ['Rosa', 'Lane', '.'],
      'Rosa  Lane.',
      [
        [0, 4],
        [6, 10],
        [10, 11],
      ],
    ],
    [
      'that are alike are told apart by order',
      ['a', 'b', 'a'],
      'a b a',
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    ],
    ['that are written otherwise are null, and lose no others', ['say', "''", 'no'], 'say " no', [[0, 3], null, [6, 8]]],
    ['far behind the last are not taken', ['end'], `${'x '.repeat(60)}end`, [null]],
  ])('%s', (_, pieces, text, spans) => {
    expect(placesOf(pieces, text)).toEqual(spans);
  });
});

describe('a name of a peer as gold tokens', () => {
  const tokens = ['(', 'Rosa', 'Lane', "'s", 'farm', ')'];
  const places: [number, number][] = [
    [0, 1],
    [1, 5],
    [6, 10],
    [10, 12],
    [13, 17],
    [17, 18],
  ];
  it.each<[string, [number, number], [number, number] | null]>([
    ['keeps whole words', [1, 10], [1, 3]],
    ['loses signs and a genitive at its ends', [0, 12], [1, 3]],
    ['is widened to the words that it touches', [3, 8], [1, 3]],
    ['of signs alone is none', [0, 1], null],
    ['outside the text is none', [40, 44], null],
  ])('%s', (_, span, found) => {
    expect(asTokens(span, tokens, places)).toEqual(found);
  });
  it('passes over tokens that the text does not have', () => {
    expect(asTokens([0, 9], ['Rosa', '?', 'Lane'], [[0, 4], null, [5, 9]])).toEqual([0, 3]);
  });
});

it('tags count on words cut alike', () => {
  const tags = new AlignedTags();
  tags.add(
    [
      { start: 0, end: 4, upos: 'PROPN' },
      { start: 5, end: 9, upos: 'VERB' },
      { start: 10, end: 14, upos: 'NOUN' },
      { start: 14, end: 15, upos: 'PUNCT' },
    ],
    [
      { span: [0, 4], upos: 'PROPN' },
      { span: [5, 9], upos: 'NOUN' },
      { span: [10, 15], upos: 'NOUN' },
    ],
  );
  expect(tags.scores).toEqual({ upos: 0.5, aligned: 0.5, uposOfAll: 0.25 });
  expect(new AlignedTags().scores).toEqual({ upos: 0, aligned: 0, uposOfAll: 0 });
});

describe('the peers themselves', { timeout: 30_000 }, () => {
  it('wink gives words with their places and tags', async () => {
    const text = 'Rosa met farmers.\n\nShe left.';
    const words = (await loadWink()).words(text);
    expect(words.map(({ span }) => text.slice(...span))).toEqual(['Rosa', 'met', 'farmers', '.', 'She', 'left', '.']);
    expect(words.map(({ upos }) => upos)).toContain('VERB');
    expect(words.every(({ upos }) => upos !== 'SPACE')).toBe(true);
  });

  it('compromise gives names with their places, one a place', async () => {
    const text = 'Anna Smith lives in Paris, France.';
    const names = (await loadCompromise()).names(text).map(({ span, kind }) => `${kind} ${text.slice(...span).trim()}`);
    expect(names).toContain('Person Anna Smith');
    expect(names).toEqual(expect.arrayContaining([expect.stringMatching(/^Location Paris/), expect.stringMatching(/^Location France/)]));
  });
});
