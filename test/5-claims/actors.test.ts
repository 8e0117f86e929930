import { describe, expect, it } from 'vitest';
import { claimOf } from './claims-of.ts';

/** Who did it, by the words of the report, for each way of telling. */
const actorsOf = (text: string, type: string): string[] => {
  const { claim, words } = claimOf(text, type);
  return claim.actor.map((filler) => words(filler.span));
};

describe('who acts, where the clause says it elsewhere than by its subject', () => {
  it.each([
    ['The president has promised a swift investigation into the attack.', 'investigation', 'The president'],
    ['The front is involved in talks with the government.', 'talks', 'The front'],
    ['Rebels took part in a raid on the town of Gao.', 'raid', 'Rebels'],
    ['Police raids on two flats in Leeds followed the bombing.', 'raid', 'Police'],
    ['The U.S. airstrike killed a commander near Mosul on Friday.', 'air-strike', 'U.S.'],
    ['Militiamen took the town of Gao on Friday after days of street battles with the front.', 'clash', 'Militiamen'],
    ['Palestinian rockets killed two people in Ashkelon on Friday.', 'shelling', 'Palestinian'],
    ['Six people died on Friday when shells fired by security forces hit a home in Donetsk.', 'shelling', 'security forces'],
    ['Israeli jets bombed a depot near Damascus on Friday.', 'air-strike', 'Israeli jets'],
    ['Iran said that Kabul and Tehran had signed a peace agreement on Friday.', 'agreement', 'Kabul'],
  ])('%s', (text, type, actor) => {
    expect(actorsOf(text, type)).toContain(actor);
  });

  it('takes whose battle it is', () => {
    const { claim, report } = claimOf('Iraqi forces took the town on Friday in their battle with the rebels.', 'clash');
    expect(claim.actor.map((actor) => report.entities.find(({ id }) => id === actor.entity)?.name)).toEqual(['Iraqi forces']);
  });

  it('keeps whom a report tells of as held for accused, not for who did it', () => {
    const { claim } = claimOf(
      'Officials said soldiers arrested ten men on Monday, who were trying to blow up a dam in Helmand.',
      'bombing',
    );
    expect(claim.actor.map((actor) => actor.responsibility)).toEqual(['accused-by-authorities']);
  });

  it('takes what is only thought for possible', () => {
    const { claim } = claimOf(
      'Rebels in Yemen attacked the port on Monday. They are believed to have kidnapped four engineers in Aden.',
      'abduction',
    );
    expect(claim.actor.map((actor) => actor.responsibility)).toEqual(['possible']);
  });

  it('ties a sentence that is served to the murder', () => {
    const { claim, report } = claimOf(
      'Ivan Petrov is serving a life sentence for the 1998 assassination of the minister Omar Haddad.',
      'assassination',
    );
    expect(claim.actor.map((actor) => actor.responsibility)).toEqual(['convicted']);
    expect(report.claims.find((each) => each.type === 'conviction')?.actor).toEqual([]);
  });

  it('leaves what for out of whom', () => {
    const { claim, words } = claimOf('The president blamed the opposition for the unrest in Kisumu.', 'accusation');
    expect(claim.target.map((target) => words(target.span))).toEqual(['the opposition']);
  });

  it('keeps who is counted when a clause follows', () => {
    expect(actorsOf('Hundreds of students wearing masks marched through Nairobi on Friday.', 'protest')).toEqual(['Hundreds of students']);
  });

  it('does not take a kind of attack for what was attacked', () => {
    const { claim } = claimOf('Two men plotted terror attacks in Milan, prosecutors said.', 'armed-attack');
    expect(claim.object).toEqual([]);
  });
});
