import { describe, expect, it } from 'vitest';
import { claimOf, readText } from './claims-of.ts';

describe('whom an act was done to, and how many', () => {
  // A rule without an effect says nothing of who died, but its target is as many as the words say.
  it.each([
    ['Four people were shot outside a cafe in Lyon on Sunday night.', 'armed-attack', 4],
    ['Gunmen abducted two doctors near Maiduguri on Monday.', 'abduction', 2],
    ['Rebels attacked a dozen farmers in the hills on Monday.', 'armed-attack', 12],
  ])('%s', (text, type, people) => {
    expect(claimOf(text, type).claim.target.map(({ count }) => count?.low)).toEqual([people]);
  });
});

describe('who was hurt', () => {
  it.each([
    ['An attack in Lyon on Sunday left many in fear. A man was treated for minor injuries.', 'A man'],
    ['Rebels attacked the village on Sunday. Two women suffered bullet wounds.', 'Two women'],
    ['Police are investigating after a woman was hit by a bullet in Lyon on Sunday.', 'a woman'],
    ['Gunmen opened fire on a bus in Lyon on Sunday. A driver was rushed to a hospital.', 'A driver'],
    ['Gunmen opened fire on a bus in Lyon on Sunday. A driver was in serious condition.', 'A driver'],
    ['Gunmen opened fire on a bus in Lyon on Sunday. A driver remained in critical condition.', 'A driver'],
  ])('%s', (text, whom) => {
    const { claim, words } = claimOf(text, 'armed-attack');
    expect(claim.target.map(({ span }) => words(span))).toContain(whom);
  });

  it('does not count who only goes to a hospital', () => {
    const { claim } = claimOf('Gunmen opened fire on a bus in Lyon on Sunday. Three reporters rushed to a hospital.', 'armed-attack');
    expect(claim.toll).toEqual([]);
  });
  it('counts a wound that is called fatal among the dead', () => {
    const { claim } = claimOf('Gunmen opened fire on a bus in Lyon on Sunday. A driver suffered a fatal wound.', 'armed-attack');
    expect(claim.toll.map(({ effect, low }) => [effect, low])).toEqual([['killed', 1]]);
  });
  it('counts who is named by an age alone', () => {
    expect(claimOf('A 14-year-old was shot dead in Lyon on Sunday.', 'armed-attack').claim.toll).toMatchObject([
      { effect: 'killed', low: 1 },
    ]);
  });
  it('does not count who died of a wound among the injured', () => {
    const { claim } = claimOf('A bomb exploded in Lyon on Sunday. A man died of his wounds.', 'bombing');
    expect(claim.toll.map(({ effect }) => effect)).toEqual(['killed']);
  });
});

describe('how the dead and hurt of one sentence add up', () => {
  it('keeps one figure for each of several people', () => {
    const { claim } = claimOf('A bomb exploded in Lyon on Sunday. A girl and a man were injured.', 'bombing');
    expect(claim.toll.map(({ effect, low, whom }) => [effect, low, whom])).toEqual([
      ['injured', 1, 'A girl'],
      ['injured', 1, 'a man'],
    ]);
  });
  it.each([
    'Four people were shot, one fatally, in Lyon on Sunday.',
    'A guard was fatally wounded when gunmen opened fire in Lyon on Sunday.',
    'A guard was fatally shot in Lyon on Sunday.',
  ])('%s', (text) => {
    expect(claimOf(text, 'armed-attack').claim.toll.map(({ effect, low }) => [effect, low])).toEqual([['killed', 1]]);
  });
  it('takes a gun that goes off for no bomb', () => {
    const types = (text: string) => readText(text).claims.map(({ type }) => type);
    expect(types('Rebels attacked the post on Sunday. A guard had a bomb in his hand when it went off.')).toContain('bombing');
    expect(types('Rebels attacked the post on Sunday. A guard had a pistol in his hand when it went off.')).not.toContain('bombing');
  });
});

describe('a triple murder', () => {
  it('killed three', () => {
    const { claim, words } = claimOf('Rebels were blamed for a triple murder in Herat on Sunday.', 'killing');
    expect(claim.toll.map(({ effect, low, high, span }) => [effect, low, high, words(span)])).toEqual([['killed', 3, 3, 'triple']]);
  });
});
