import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/5-claims/coded-report.ts';
import { toJson } from '../../src/7-records/json.ts';
import { statement } from '../../src/7-records/statement.ts';
import { makeActor, makeClaim, makeEntity, makeFiller, makeFullReport, makeMention, makeReport, makeTarget, spanOf } from '../make.ts';

const full = toJson(makeFullReport());
const line = (text: string, claim: Claim, part: Parameters<typeof makeReport>[0] = { text }): string =>
  statement(claim, toJson(makeReport({ ...part, text }))).line;

describe('a claim as a line of plain English', () => {
  it.each([
    [0, 'Arrested: Mara Delane, by the Harbour Police — Karvel, Pakistan, April 2017'],
    [1, 'Foiled suicide bombing of a chapel by Mara Delane (accused by the authorities) — Karvel, Pakistan, April 2017'],
    [2, 'Bombing of the Old Market with a car bomb; at least 6 killed — 11 July 2017; according to the Ministry of Order'],
  ])('claim %i of the full report', (n, expected) => {
    expect(statement(full.claims[n] as Claim, full).line).toBe(expected);
  });

  const text =
    'Rebels and soldiers killed three farmers, two drivers, a nurse, a guard and a cook near the river; the envoy said dozens were hurt, the army said.';
  const toll = (words: string, low: number, high: number | null, more = {}): Claim['toll'][number] => ({
    effect: 'killed',
    low,
    high,
    span: spanOf(text, words),
    rule: 'toll',
    ...more,
  });
  it.each<[string, Partial<Claim>, string]>([
    ['no fillers', {}, 'Armed attack'],
    ['denied', { polarity: 'denied', actor: [makeActor(text, 'Rebels')] }, 'Denied: armed attack by rebels'],
    ['planned', { stage: 'planned', target: [makeTarget(text, 'guard')] }, 'Planned armed attack on a guard'],
    [
      'two actors',
      { actor: [makeActor(text, 'Rebels', 'possible'), makeActor(text, 'soldiers')] },
      'Armed attack by rebels (possibly) and soldiers',
    ],
    [
      'many targets',
      { target: ['three farmers', 'two drivers', 'nurse', 'guard', 'cook'].map((one) => makeTarget(text, one)) },
      'Armed attack on three farmers, two drivers, a nurse and 2 others',
    ],
    [
      'a bare figure beside a name',
      { target: [makeTarget(text, 'three'), makeTarget(text, 'nurse')], toll: [toll('dozens', 24, null)] },
      'Armed attack on a nurse; dozens killed',
    ],
    [
      'a bare figure alone',
      { target: [makeTarget(text, 'three')], toll: [toll('dozens', 24, null)] },
      'Armed attack on three; dozens killed',
    ],
    [
      'in the order of the text',
      { target: ['nurse', 'two drivers'].map((one) => makeTarget(text, one)) },
      'Armed attack on two drivers and a nurse',
    ],
    [
      'what the actor itself denies',
      { polarity: 'denied', actor: [makeActor(text, 'Rebels', 'claimed')] },
      'Denied: armed attack by rebels',
    ],
    ['more than', { toll: [toll('three', 101, null)] }, 'Armed attack; at least 101 killed'],
    ['the figure not twice', { toll: [toll('three farmers', 3, 3, { whom: 'three farmers' })] }, 'Armed attack; 3 killed (farmers)'],
    ['dozens', { toll: [toll('dozens', 24, null)] }, 'Armed attack; dozens killed'],
    ['about', { toll: [toll('three', 10, 10, { approximate: true })] }, 'Armed attack; about 10 killed'],
    ['range and whom', { toll: [toll('three', 6, 8, { whom: 'civilians' })] }, 'Armed attack; 6 to 8 killed (civilians)'],
    [
      'chain of speakers',
      {
        saidBy: [
          { span: spanOf(text, 'army'), rule: 'v' },
          { span: spanOf(text, 'envoy'), rule: 'v' },
        ],
      },
      'Armed attack; according to the army, citing the envoy',
    ],
    [
      'a body and its voice',
      {
        saidBy: [
          { span: spanOf(text, 'army'), cue: [1, 2], rule: 'v' },
          { span: spanOf(text, 'envoy'), cue: [1, 2], rule: 'v' },
        ],
      },
      'Armed attack; according to the army (the envoy)',
    ],
  ])('%s', (_, part, expected) => {
    expect(line(text, makeClaim(text, 'armed-attack', 'killed', part))).toBe(expected);
  });

  it('does not tell the toll twice when the head tells it', () => {
    const one = makeClaim(text, 'killing', 'killed', {
      target: [{ ...makeTarget(text, 'three farmers'), count: { low: 3, high: 3 } }],
      toll: [toll('three', 3, 3)],
    });
    expect(line(text, one)).toBe('Killed: three farmers');
  });
  it.each([
    ['clash', 'Clash between rebels and soldiers'],
    ['talks', 'Talks between rebels and soldiers'],
    ['recruitment', 'Recruitment of rebels into soldiers'],
    ['aid', 'Aid from rebels to soldiers'],
    ['raid', 'Raid on soldiers by rebels'],
    ['cattle-theft', 'Cattle theft of soldiers by rebels'],
    ['constructor', 'Constructor of soldiers by rebels'],
  ])('%s has its own words', (type, expected) => {
    expect(
      line(text, makeClaim(text, type, 'killed', { actor: [makeActor(text, 'Rebels')], target: [makeTarget(text, 'soldiers')] })),
    ).toBe(expected);
  });

  it('puts "the" before a name only where the text does', () => {
    const said = 'The Pentagon and Hezbollah spoke. The Pentagon blamed Hezbollah.';
    const entities = [makeEntity('e1', 'government', 'Pentagon'), makeEntity('e2', 'group', 'Hezbollah')];
    const mentions = [makeMention(said, 'm1', 'government', 'Pentagon', 'e1'), makeMention(said, 'm2', 'group', 'Hezbollah', 'e2')];
    const claim = makeClaim(said, 'accusation', 'blamed', {
      actor: [makeActor(said, 'Pentagon', 'fact', 'e1')],
      target: [makeTarget(said, 'Hezbollah', 'e2')],
    });
    expect(line(said, claim, { text: said, entities, mentions })).toBe('Accusation against Hezbollah by the Pentagon');
  });

  it('says which words are far too long with an ellipsis', () => {
    const long = `Gunmen attacked ${'a very long convoy of '.repeat(20)}trucks.`;
    const claim = makeClaim(long, 'armed-attack', 'attacked', { object: [makeFiller(long, 'a very long convoy of '.repeat(20).trim())] });
    expect(line(long, claim).length).toBeLessThan(100);
  });
});
