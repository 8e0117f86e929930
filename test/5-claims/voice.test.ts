import { describe, expect, it } from 'vitest';
import { claimOf } from './claims-of.ts';

const sayersOf = (text: string, type: string): string[] => {
  const { claim, words } = claimOf(text, type);
  return claim.saidBy.map((source) => words(source.span));
};

describe('on whose word', () => {
  it.each([
    ['Officials and witnesses say gunmen kidnapped four engineers in Gao.', 'abduction', ['Officials', 'witnesses']],
    ['Gunmen kidnapped four engineers in Gao, according to a statement released on Friday by the ministry.', 'abduction', ['the ministry']],
    ["According to a report citing the mayor's office, gunmen kidnapped four engineers in Gao.", 'abduction', ["the mayor's office"]],
    ['The ministry issued a statement that four engineers had been kidnapped in Gao.', 'abduction', ['The ministry']],
    ['Soldiers killed two men in Gao on Monday, in what the army described as a shootout with fighters.', 'clash', ['the army']],
    ['Witnesses believe the attack on the depot was an air strike.', 'air-strike', ['Witnesses']],
    ['Syria has accused Israel of bombing an airport west of Damascus.', 'air-strike', ['Syria']],
    ['Witnesses, according to the Herald, said a man stabbed three students in Leeds.', 'stabbing', ['the Herald', 'Witnesses']],
  ])('%s', (text, type, sayers) => {
    expect(sayersOf(text, type)).toEqual(sayers);
  });

  it('does not take a vow for somebody saying that it was done', () => {
    const { claim } = claimOf('The rebels vowed to attack the port of Aden.', 'armed-attack');
    expect(claim.saidBy).toEqual([]);
    expect(claim.actor.map((actor) => actor.responsibility)).toEqual(['claimed']);
  });
});
