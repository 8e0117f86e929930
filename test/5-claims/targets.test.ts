import { describe, expect, it } from 'vitest';
import { claimOf, readText } from './claims-of.ts';

const slotOf = (slot: 'target' | 'object', text: string, type: string): string[] => {
  const { claim, words } = claimOf(text, type);
  return claim[slot].map((filler) => words(filler.span));
};

describe('whom and what it is done to', () => {
  it.each([
    ['The president condemned the army’s raid on the village of Gao.', 'accusation', 'the army'],
    [
      'Police shot two students in Nairobi on Monday. Opposition leaders demanded that the government free the prisoners.',
      'demand',
      'the government',
    ],
    ['Warplanes bombed Boko Haram hideouts near Maiduguri on Friday.', 'air-strike', 'Boko Haram'],
    ['A bomb attack killed one soldier and two other people in the Iraqi capital.', 'bombing', 'two other people'],
  ])('%s', (text, type, target) => {
    expect(slotOf('target', text, type)).toContain(target);
  });

  it.each([
    ['The bridges were targeted by air strikes in October.', 'air-strike', ['The bridges']],
    ['Iraqi forces seized full control of Mosul University on Friday.', 'takeover', ['Mosul University']],
    ['Militants took control of the port on Friday after a week of deadly street battles with the front.', 'takeover', ['the port']],
  ])('%s', (text, type, object) => {
    expect(slotOf('object', text, type)).toEqual(object);
  });

  it('takes a word for emphasis for nobody else', () => {
    expect(slotOf('target', 'He met the minister Omar Haddad, who had himself been kidnapped in 1998.', 'abduction')).toHaveLength(1);
  });

  it('makes one claim of an act and the verb that it is the subject of', () => {
    const { claims } = readText('Earlier on Friday, an Israeli airstrike killed two militants in a camp near Gaza.');
    expect(claims.map((claim) => [claim.type, claim.actor.length, claim.target.length])).toEqual([['air-strike', 1, 1]]);
  });
});
