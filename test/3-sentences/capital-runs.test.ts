import { expect, it } from 'vitest';
import { parseKit } from '../../eval/tasks/syntax.ts';
import { runsOf } from '../../src/3-sentences/capital-runs.ts';
import { wordsOf } from '../../src/3-sentences/words.ts';

const { clusters } = parseKit();
const runs = (text: string) => runsOf(wordsOf(text.split(' '), clusters, new Map()));

it.each([
  ['The mayor of Maro met Rosa Lane there .', 0],
  ['the mayor of maro met nobody .', 1],
  ['Mayor of Maro', 2],
  ['Mayor Meets Farmers after Long Week in Maro', 3],
  ['MAYOR OF MARO MEETS FARMERS', 9],
])('%s: manner %i', (text, manner) => {
  expect(runs(text).manner).toBe(manner);
});

it('finds the rows of capitalised words and the first word of letters', () => {
  const { first, last, opening } = runs('" On Monday Rosa Lane of New Maro spoke .');
  expect(opening).toBe(1);
  expect([1, 2, 3, 4].map((i) => [first[i], last[i]])).toEqual([1, 2, 3, 4].map(() => [1, 4]));
  expect([6, 7].map((i) => [first[i], last[i]])).toEqual([
    [6, 7],
    [6, 7],
  ]);
});
