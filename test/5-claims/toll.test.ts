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
