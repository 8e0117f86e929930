import { describe, expect, it } from 'vitest';
import { claimOf, readText } from './claims-of.ts';

describe('who did what to whom', () => {
  it.each([
    ['Gunmen shot dead three farmers near the village on Tuesday.', 'armed-attack', 'Gunmen', 'three farmers'],
    ['Three farmers were shot dead by gunmen near the village.', 'armed-attack', 'gunmen', 'Three farmers'],
    ['Police arrested two suspects in Karachi on Friday.', 'arrest', 'Police', 'two suspects'],
    ['Two suspects were arrested by police in Karachi on Friday.', 'arrest', 'police', 'Two suspects'],
    ['The suspects who were arrested by soldiers on Friday are in custody.', 'arrest', 'soldiers', 'suspects'],
    ['Rebels attacked the base and kidnapped four engineers.', 'abduction', 'Rebels', 'four engineers'],
    ['On Friday IS had kidnapped four engineers near Mosul.', 'abduction', 'IS', 'four engineers'],
    ['Taliban guerillas ambushed three officers near the town.', 'armed-attack', 'Taliban guerillas', 'three officers'],
    ['A man was arrested by Avon Valley Police on suspicion of murder.', 'arrest', 'Avon Valley Police', 'A man'],
  ])('%s', (text, type, actor, target) => {
    const { claim, words } = claimOf(text, type);
    expect(claim.actor.map((filler) => words(filler.span)).join('; ')).toContain(actor);
    expect(claim.target.map((filler) => words(filler.span)).join('; ')).toContain(target);
  });

  it.each([
    ['Rebels armed with rifles and clubs attacked the post on Monday.', 'Rebels', ['rifles', 'clubs']],
    ['The camp was attacked by militiamen armed with machetes.', 'militiamen', ['machetes']],
    ['A man wielding a knife attacked two officers in Lyon.', 'A man', ['a knife']],
  ])('takes what those who act are armed with: %s', (text, actor, arms) => {
    const { claim, words } = claimOf(text, 'armed-attack');
    expect(claim.actor.map((filler) => words(filler.span))).toEqual([actor]);
    expect(claim.instrument.map((filler) => words(filler.span))).toEqual(arms);
  });

  it('takes a past tense that is no participle for no passive, and a people for people', () => {
    const { claim, words } = claimOf('Iraqis took to the streets of Kirkuk on Monday.', 'protest');
    expect(claim.actor.map((filler) => words(filler.span))).toEqual(['Iraqis']);
  });

  it('gives the dead and injured of a later sentence to the act, in one claim', () => {
    const { report, claim } = claimOf(
      'A bomb exploded at a market in Quetta on Monday. Witnesses ran into the street. Six people were killed and 20 were wounded, police said.',
      'bombing',
    );
    expect(claim.toll.map((toll) => [toll.effect, toll.low, toll.high])).toEqual([
      ['killed', 6, 6],
      ['injured', 20, 20],
    ]);
    expect(report.claims.filter((each) => each.type === 'killing')).toEqual([]);
  });

  it('takes who speaks for "we" in a quote', () => {
    const { claim, report } = claimOf(
      '"We urge the rebels to free the hostages," said Anna Berg, a spokeswoman for the ministry. Rebels kidnapped six farmers on Monday.',
      'demand',
    );
    expect(claim.actor.map((actor) => report.entities.find((entity) => entity.id === actor.entity)?.name)).toEqual(['Anna Berg']);
  });

  it('ties arrests to who made the raid', () => {
    const { claim, words } = claimOf('Two men were arrested in a raid by the army in Kano on Monday.', 'arrest');
    expect(claim.actor.map((actor) => words(actor.span))).toEqual(['the army']);
  });

  it('keeps an earlier attack of another year apart', () => {
    const { claims } = readText(
      'Gunmen attacked a hotel in Mombasa on Monday. In 2002, a bomb exploded at a hotel near the town and 13 people were killed.',
    );
    expect(claims.filter((claim) => claim.when).map((claim) => claim.when?.from)).toEqual(
      expect.arrayContaining(['2024-05-13', '2002-01-01']),
    );
  });
});

describe('when and where', () => {
  it('takes the time and place of the clause, not those of the saying', () => {
    const { claim, words } = claimOf('Soldiers shot two farmers in Khartoum on Sunday, a doctor said on Tuesday.', 'armed-attack');
    expect(claim.when).toMatchObject({ from: '2024-05-12', to: '2024-05-12' });
    expect(claim.where && words(claim.where.span)).toBe('Khartoum');
  });

  it('does not take a state that acts for the place', () => {
    const { claim, report } = claimOf('U.S. forces killed a commander in Kunar Province on 11 July 2017.', 'killing');
    expect(report.entities.find((entity) => entity.id === claim.where?.entity)?.country).toBe('AF');
    expect(claim.when).toMatchObject({ from: '2017-07-11', to: '2017-07-11', basis: 'explicit' });
  });
});

describe('on whose say-so, and how surely', () => {
  it('names the speaker of an indirect quote', () => {
    const { claim, words } = claimOf('Rebels killed four soldiers near the border, the defence ministry said.', 'killing');
    expect(claim.saidBy.map((source) => words(source.span))).toEqual(['the defence ministry']);
  });

  it('leaves the list empty when the report says it itself', () => {
    expect(claimOf('Rebels killed four soldiers near the border.', 'killing').claim.saidBy).toEqual([]);
  });

  it('ties who claims an act to it as claiming, not as fact', () => {
    const { claim, words } = claimOf(
      'A bomb exploded at a mosque in Peshawar on Friday. The Crescent Brigade claimed responsibility for the attack.',
      'bombing',
    );
    expect(claim.actor.map((actor) => [words(actor.span), actor.responsibility])).toEqual([['The Crescent Brigade', 'claimed']]);
  });
});

describe('accidents', () => {
  it.each([
    ['Seven people were killed when a plane crashed at the airport.', []],
    ['Twelve people were killed in a landslide.', []],
    ['Six people were killed when a bomb exploded at a market.', ['bombing']],
  ])('%s', (text, types) => {
    expect(readText(text).claims.map((claim) => claim.type)).toEqual(types);
  });
});
