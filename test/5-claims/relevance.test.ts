import { describe, expect, it } from 'vitest';
import { kitOfAllViolence, readText, theKit } from './claims-of.ts';

/** Types of the violent acts that are read, in the order of the text. */
const violence = (text: string, kit = theKit): string[] =>
  readText(text, kit)
    .claims.filter(({ type }) =>
      ['killing', 'destruction', 'sexual-violence', 'armed-attack', 'clash', 'stabbing', 'bombing'].includes(type),
    )
    .map(({ type }) => type);

describe('ordinary crime is left out', () => {
  it.each([
    [
      'a robbery',
      'Two men robbed a shop in the town on Monday. The owner said they took money and phones. Police opened a case and asked for help. Nobody was hurt.',
    ],
    [
      'a murder in the family',
      'A man murdered his brother in their kitchen on Monday, a court heard. The two had quarrelled over a car. A neighbour called for help. The trial goes on.',
    ],
    [
      'offences by their names',
      'He is to appear on 13 counts of rape and eight charges of robbery. The court sits on Friday. His lawyer asked for bail. It was refused.',
    ],
  ])('%s', (_, text) => {
    expect(violence(text)).toEqual([]);
  });

  it.each([
    [
      'armed groups are told of',
      'Two men robbed a bank in the town on Monday. The rebels had taken the police post there a day before. The owner said they took money. Nobody was hurt.',
      'destruction',
    ],
    [
      'gunfire',
      'A man was shot dead outside a cafe on Saturday night. Neighbours heard four shots. Police looked for a red car. His name was not given.',
      'armed-attack',
    ],
  ])('but not where there is %s', (_, text, type) => {
    expect(violence(text)).toContain(type);
  });
});

describe('ordinary crime in a codebook that counts it', () => {
  it('is kept', () => {
    const text =
      'A man murdered his brother in their kitchen on Monday, police said. The two had quarrelled over a car. A neighbour called for help.';
    expect(violence(text)).toEqual([]);
    expect(violence(text, kitOfAllViolence())).toEqual(['killing']);
  });
});

describe('games are no violence', () => {
  it('leaves out the clash of two teams', () => {
    const text =
      'The Lions attacked from the first whistle in the cup clash on Saturday. Their striker scored a goal before half time. The coach praised his players. The team leads the league.';
    expect(violence(text)).toEqual([]);
  });

  it('keeps a bombing at a match', () => {
    const text =
      'A bomb killed nine people at a football match on Saturday. The militants said they had planted it. The team had scored a goal when it went off. Both coaches and a player were hurt.';
    expect(violence(text)).toContain('bombing');
  });
});

describe('explosions in industry are accidents', () => {
  it.each([
    'An explosion at a coal mine killed 40 people on Thursday and trapped many others underground.',
    'A blast at a gas plant killed three workers on Monday.',
  ])('%s', (text) => {
    expect(violence(text)).toEqual([]);
  });
});
