import { describe, expect, it } from 'vitest';
import type { ClaimAnchor, Decision, Ruling } from '../../src/6-events/decision.ts';
import { disputedPartings } from '../../src/6-events/partings.ts';

/** Claims by a letter each, every one in a report of its own. */
const claim = (letter: string): ClaimAnchor => ({ report: `r_${letter}`, claim: `c_${letter}`, type: 'bombing', trigger: [0, 4] });
const claims = (letters: string): ClaimAnchor[] => [...letters].map(claim);

/** "Ada x|yz": Ada splits x off; "Ben x=y": they are the same; "! x|y": a ruling; "Ben x/y": different. */
function decisionsOf(...lines: string[]): Decision[] {
  return lines.map((line, n): Decision => {
    const [who = '', what = ''] = line.split(' ');
    const [one = '', other = ''] = what.split(/[|=/]/);
    const [a = claim(''), b = claim('')] = [claims(one)[0], claims(other)[0]];
    const ruling: Ruling = what.includes('|')
      ? { kind: 'split', off: claims(one), from: claims(other) }
      : { kind: what.includes('=') ? 'same' : 'different', a, b };
    return { id: `d_${n}`, who, coder: who === '!' ? null : who, at: '2026-01-01T00:00:00Z', why: '', ruling };
  });
}
const said = (...lines: string[]): string[] =>
  disputedPartings(decisionsOf(...lines)).map(({ answers }) =>
    answers
      .map(({ value, claims: own, decision }) => `${decision.coder} ${value} ${own.map(({ claim: id }) => id.slice(2)).join('')}`)
      .join(', '),
  );

describe('how coders part events', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['one split alone', ['Ada x|yz'], []],
    ['the same split twice', ['Ada x|yz', 'Ben x|yz'], []],
    ['the same parts from the other side', ['Ada x|yz', 'Ben yz|x'], []],
    ['a split, and one of its pairs the same', ['Ada x|yz', 'Ben x=y'], ['Ada split x, Ben same xy']],
    ['a split, and two of one side the same', ['Ada x|yz', 'Ben y=z'], []],
    ['two splits of one event', ['Ada x|yz', 'Ben y|xz'], ['Ada split x, Ben split y']],
    ['a split of more', ['Ada x|yzu', 'Ben xy|zu'], ['Ada split x, Ben split xy']],
    ['two events', ['Ada x|y', 'Ben u|v', 'Ben x=y'], ['Ada split x, Ben same xy']],
    ['three coders', ['Ada x|yz', 'Ben x=y', 'Cyd x=z'], ['Ada split x, Ben same xy, Cyd same xz']],
    ['one’s own second thought', ['Ada x|yz', 'Ada x=y'], []],
    ['pairs alone, which are a question of their own', ['Ada x/y', 'Ben x=y'], []],
    ['a ruling that splits', ['Ada x|yz', 'Ben x=y', '! x|yz'], []],
    ['a ruling that they are the same', ['Ada x|yz', 'Ben x=y', '! x=y'], []],
    ['a ruling that they are not', ['Ada x|yz', 'Ben x=y', '! x/y'], []],
    ['a ruling on other claims', ['Ada x|yz', 'Ben x=y', '! u|v'], ['Ada split x, Ben same xy']],
  ])('%s', (_, lines, expected) => {
    expect(said(...lines)).toEqual(expected);
  });

  it('gives all claims that are spoken of, each once', () => {
    const [one] = disputedPartings(decisionsOf('Ada x|yz', 'Ben x=y'));
    expect(one?.anchors.map(({ claim: id }) => id)).toEqual(['c_x', 'c_y', 'c_z']);
  });

  it('forgets what was undone', () => {
    const [split, same] = decisionsOf('Ada x|yz', 'Ben x=y') as [Decision, Decision];
    const undo: Decision = { ...same, id: 'd_9', ruling: { kind: 'undo', decision: same.id } };
    expect(disputedPartings([split, same, undo])).toEqual([]);
  });
});
