import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lemmaOf, readLemmas } from '../../src/3-sentences/lemma.ts';

const lemmas = readLemmas(readFileSync('data/lexicon/en/lemmas.txt', 'utf8'));

it.each([
  ['killed', 'VBN', 'kill'],
  ['KILLED', 'VBD', 'kill'],
  ['bombing', 'VBG', 'bomb'],
  ['abducted', 'VBN', 'abduct'],
  ['seized', 'VBD', 'seize'],
  ['kidnapped', 'VBD', 'kidnap'],
  ['denied', 'VBD', 'deny'],
  ['shot', 'VBD', 'shoot'],
  ['was', 'VBD', 'be'],
  ["n't", 'RB', 'not'],
  ['men', 'NNS', 'man'],
  ['bodies', 'NNS', 'body'],
  ['attackers', 'NNS', 'attacker'],
  ['attacks', 'VBZ', 'attack'],
  ['crashes', 'VBZ', 'crash'],
  ['worse', 'JJR', 'bad'],
  ['later', 'RBR', 'late'],
  ['Kunduz', 'NNP', 'Kunduz'],
  ['torched', 'VBD', 'torch'],
  ['ambushed', 'VBN', 'ambush'],
  ['besieged', 'VBN', 'besiege'],
  ['raping', 'VBG', 'rape'],
])('%s (%s) → %s', (form, xpos, lemma) => {
  expect(lemmaOf(form, xpos, lemmas)).toBe(lemma);
});
