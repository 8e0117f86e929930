import { describe, expect, it } from 'vitest';
import { claimOf } from './claims-of.ts';

describe('how surely an actor is tied to an act', () => {
  it.each([
    ['Gunmen attacked a police station in Kandahar on Monday.', 'armed-attack', 'fact'],
    ['The suspects attacked a checkpoint in Herat on Monday, police said.', 'armed-attack', 'accused-by-authorities'],
    ['The judge sentenced six men to death on Monday, the judge said.', 'conviction', 'fact'],
  ])('%s', (text, type, responsibility) => {
    expect(claimOf(text, type).claim.actor.map((actor) => actor.responsibility)).toContain(responsibility);
  });
});
