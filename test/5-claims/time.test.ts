import { describe, expect, it } from 'vitest';
import { claimOf } from './claims-of.ts';

/** The day of the attack in a report of Wednesday 2024-05-15. */
const dayOf = (text: string) => {
  const { when } = claimOf(text, 'armed-attack').claim;
  return when === null ? null : [when.from, when.to];
};

describe('the day of an act that is told after it', () => {
  it.each([
    'Two men were shot outside a shop in Lyon. It happened about 9 p.m. on Sunday.',
    'Two men were shot outside a shop in Lyon. Nobody was arrested. The incident occurred early Sunday.',
    'Two men were shot outside a shop in Lyon. Police were called there at 9 p.m. on Sunday.',
  ])('%s', (text) => {
    expect(dayOf(text)).toEqual(['2024-05-12', '2024-05-12']);
  });
  it.each([
    'Two men were shot outside a shop in Lyon. The hearing begins on Friday.',
    'Two men were shot outside a shop in Lyon. The mayor called a priest on Sunday.',
  ])('not: %s', (text) => {
    expect(dayOf(text)).toBeNull();
  });
  it('leaves an act the day that it has', () => {
    expect(dayOf('Two men were shot outside a shop in Lyon on Monday. Police were called at 9 p.m. on Sunday.')).toEqual([
      '2024-05-13',
      '2024-05-13',
    ]);
  });
});
