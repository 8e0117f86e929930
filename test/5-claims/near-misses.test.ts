import { describe, expect, it } from 'vitest';
import { type NearRule, nearMisses } from '../../src/5-claims/near-misses.ts';
import { loadKit } from '../../src/load-kit.ts';
import { readText } from './claims-of.ts';

const kit = loadKit();

function rulesAt(text: string, lemma: string): readonly NearRule[] {
  const word = nearMisses(readText(text), 0, kit).find((each) => each.lemma === lemma);
  if (!word) throw new Error(`no rule is about ${lemma} in "${text}"`);
  return word.rules;
}

describe('what the rules made of a sentence', () => {
  it.each<[string, string, string, NearRule['outcome'], RegExp]>([
    ['Rebels blew up the old bridge on Monday.', 'blow', 'bombing.blew-up', 'claim', /^$/],
    ['Rebels blew the old bridge on Monday.', 'blow', 'bombing.blew-up', 'near', /^prt is empty, not up$/],
    [
      'Rebels blew the old bridge on Monday.',
      'blow',
      'suicide-bombing.blew-self-up',
      'near',
      /^obj is “bridge”, not himself, .* or \d+ more$/,
    ],
    ['The bridge took a heavy blow on Monday.', 'blow', 'bombing.blew-up', 'near', /^the word is no verb here$/],
  ])('%s: %s, %s is %s', (text, lemma, rule, outcome, lacks) => {
    const found = rulesAt(text, lemma).find((each) => each.rule === rule);
    expect(found?.outcome).toBe(outcome);
    expect(found?.lacks).toMatch(lacks);
    expect(found?.at.file).toMatch(/\.yaml$/);
    expect(found?.at.line).toBeGreaterThan(1);
  });

  it('puts the rule that fired first, and one that only a slot keeps from firing before one for another part of speech', () => {
    expect(rulesAt('Rebels blew up the old bridge on Monday.', 'blow')[0]?.outcome).toBe('claim');
    const lacks = rulesAt('Rebels blew the old bridge on Monday.', 'blow').map((rule) => rule.lacks);
    const wrongPart = lacks.findIndex((text) => text.startsWith('the word is no'));
    if (wrongPart >= 0) expect(lacks.slice(wrongPart).every((text) => text.startsWith('the word is no'))).toBe(true);
    expect(lacks[0]).toMatch(/ is /);
  });

  it('says at which step a fitting rule lost its claim', () => {
    const rules = rulesAt('Two passengers were killed when the plane crashed.', 'kill');
    expect(rules[0]).toMatchObject({ outcome: 'dropped' });
    expect(rules[0]?.lacks).toMatch(/^fits, but is left out by the step withoutAccidents$/);
  });

  it('gives the slots with their fillers', () => {
    const report = readText('Rebels blew up the old bridge on Monday.');
    const word = nearMisses(report, 0, kit).find((each) => each.lemma === 'blow');
    const slots = word?.slots.map(({ slot, span }) => `${slot} ${report.text.slice(...span)}`);
    expect(slots).toEqual(expect.arrayContaining(['subj Rebels', 'obj bridge', 'prt up']));
  });

  it('is empty for a sentence that no rule is about, and for one that is not there', () => {
    const report = readText('Deep rivers flow slowly.');
    expect(nearMisses(report, 0, kit)).toEqual([]);
    expect(nearMisses(report, 7, kit)).toEqual([]);
  });
});
