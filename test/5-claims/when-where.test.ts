import { describe, expect, it } from 'vitest';
import { claimOf, readText } from './claims-of.ts';

const placeOf = (text: string, type: string): string | null => {
  const { claim, report } = claimOf(text, type);
  return report.entities.find(({ id }) => id === claim.where?.entity)?.name ?? null;
};

describe('where', () => {
  it('takes the town that "the city" means', () => {
    expect(placeOf('Fighters hold Mosul. Soldiers shelled the city on Friday.', 'shelling')).toBe('Mosul');
  });

  it('takes the town in the name of a building', () => {
    expect(placeOf('Fighters had held Mosul since May. Soldiers seized Mosul University on Friday.', 'takeover')).toBe('Mosul');
  });

  it('takes the country of police and crowds before another that the report speaks of', () => {
    const text = 'Iran has blamed Israel for a bombing in Israel on Monday. Iranian police arrested two men on Tuesday.';
    expect(placeOf(text, 'arrest')).toBe('Iran');
  });

  it('takes the province of Sindh for Sindh, not for a province that was named before', () => {
    const text = 'Gunmen fled to Kandahar on Monday. Two men joined the Northern Front in the southern province of Sindh.';
    expect(placeOf(text, 'recruitment')).toBe('Sindh');
  });

  it('does not take where one man joined for where a group has its recruits', () => {
    const text = 'Many youths in Pakistan have joined the Northern Front. Two brothers joined the Northern Front in Sindh in May.';
    const { claims, entities } = readText(text);
    const first = claims.find((claim) => claim.type === 'recruitment');
    expect(entities.find(({ id }) => id === first?.where?.entity)?.name).toBe('Pakistan');
  });

  it('takes the words for a capital', () => {
    const { claim, words } = claimOf('Iraq closed its borders. Bomb attacks killed one soldier in the Iraqi capital on Monday.', 'bombing');
    expect(claim.where && words(claim.where.span)).toBe('the Iraqi capital');
  });

  it('does not take the place of an attack for that of a trial', () => {
    const { claims } = readText('A bomb killed six people in Basra in 2019. The man was charged with murder on Monday.');
    expect(claims.find((claim) => claim.type === 'charge')?.where ?? null).toBeNull();
  });
});

describe('when', () => {
  it('keeps what happened long before the report apart from the news that has no day', () => {
    const text =
      'Guards returned fire and killed two gunmen near Herat. The police station was attacked by the same group in 2019 as well.';
    const { claims } = readText(text);
    expect(claims.filter(({ when }) => when?.from === '2019-01-01').map(({ toll }) => toll)).toEqual([[]]);
    expect(claims.find(({ toll }) => toll.length > 0)?.when?.from).not.toBe('2019-01-01');
  });

  it('leaves a possessive day to what has it', () => {
    expect(
      claimOf("Rebels in Mali have launched attacks on posts of the army in the lead-up to Sunday's vote.", 'armed-attack').claim.when,
    ).toBeNull();
  });

  it.each([
    [
      'On Thursday, Anna Berg, an opposition candidate for the presidential election to be held on June 9, held a rally in Minsk.',
      'office-change',
      '2024-06-09',
    ],
    ['The mayor was in hospital early Wednesday following his assassination attempt Tuesday afternoon.', 'assassination', '2024-05-14'],
  ])('%s', (text, type, day) => {
    expect(claimOf(text, type).claim.when?.from).toBe(day);
  });
});
