import { describe, expect, it } from 'vitest';
import { claimOf } from './claims-of.ts';

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
  ])('%s', (text, whom) => {
    const { claim, words } = claimOf(text, 'armed-attack');
    expect(claim.target.map(({ span }) => words(span))).toContain(whom);
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
