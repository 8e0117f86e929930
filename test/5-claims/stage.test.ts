import { describe, expect, it } from 'vitest';
import { claimOf, readText } from './claims-of.ts';

describe('how far an act got', () => {
  it.each([
    ['Gunmen attacked a police station in Kandahar on Monday.', 'armed-attack', 'occurred', 'affirmed'],
    [
      'Police arrested a woman in Lahore shortly before she planned to blow herself up in a church.',
      'suicide-bombing',
      'foiled',
      'affirmed',
    ],
    ['Security forces foiled an attack on the parliament in Dhaka on Sunday.', 'armed-attack', 'foiled', 'affirmed'],
    ['Three men planned to bomb the embassy, prosecutors said.', 'bombing', 'planned', 'affirmed'],
    ['Two gunmen tried to kill the governor in Herat on Tuesday.', 'armed-attack', 'attempted', 'affirmed'],
    ['The group threatened to bomb the railway station.', 'bombing', 'threatened', 'affirmed'],
    ['Rebels planted a bomb in a bus in Quetta on Monday.', 'bombing', 'attempted', 'affirmed'],
    ['Rebels planted a bomb in a bus in Quetta on Monday. Police defused it.', 'bombing', 'foiled', 'affirmed'],
    ['The army denied that its soldiers had attacked the village.', 'armed-attack', 'occurred', 'denied'],
    ['The rebels did not attack the town, the mayor said.', 'armed-attack', 'occurred', 'denied'],
    ['Police are still trying to find out who shot a farmer in Herat.', 'armed-attack', 'occurred', 'affirmed'],
    ['Soldiers do not know who attacked the base.', 'armed-attack', 'occurred', 'affirmed'],
    ['Police in Herat arrested a man wanted for shooting a farmer.', 'armed-attack', 'occurred', 'affirmed'],
    ['Police went out on a call of a farmer who was shot in Herat.', 'armed-attack', 'occurred', 'affirmed'],
  ])('%s', (text, type, stage, polarity) => {
    const { claim } = claimOf(text, type);
    expect([claim.stage, claim.polarity]).toEqual([stage, polarity]);
  });

  it.each([
    ['If rebels attack the town, the army will leave.', 'armed-attack'],
    ['Residents fear that militants could attack the village.', 'armed-attack'],
    ['No one was killed.', 'killing'],
  ])('what is only supposed is no claim: %s', (text, type) => {
    expect(readText(text).claims.map((claim) => claim.type)).not.toContain(type);
  });
});
