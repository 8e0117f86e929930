import { describe, expect, it } from 'vitest';
import { compareTexts, findCopies } from '../../src/6-events/copies/find-copies.ts';

const wire = [
  'Two guards were wounded on Tuesday when a mine went off under their lorry on the coast road north of Karvel, the harbour office said.',
  'The lorry was carrying flour to the villages of the delta, where the spring floods have cut off the only bridge for three weeks.',
  'A third man walked to the next village and called for help; a boat brought the wounded to the clinic at Osk before noon.',
  'Nobody has said who laid the mine, and the harbour office asked drivers to wait for the escort that leaves at dawn.',
].join('\n\n');
const other = [
  'The mayor of Velde opened the new reading room on Friday and thanked the teachers who had carried four thousand books there by hand.',
  'Pupils from both schools sang, and a retired printer gave the first lesson in setting a page of type in the old manner.',
  'The room will be open every day but Sunday until the builders come back in autumn to mend the windows of the upper floor.',
].join('\n\n');

const kindOf = (a: string, b: string): string | null => compareTexts({ id: 'a', text: a }, { id: 'b', text: b })?.kind ?? null;

describe('copies', () => {
  it.each([
    ['the same words', wire, 'exact'],
    ['the same words in capitals', wire.toUpperCase(), 'exact'],
    ['other quotation marks and headline', `Mine wounds two\n\n${wire.replaceAll("'", '’')}`, 'near'],
    ['the end cut off', wire.split('\n\n').slice(0, 2).join('\n\n'), 'partial'],
    ['two stories in one', `${wire}\n\n${other}`, 'partial'],
    ['some words misspelt', wire.replace('wounded', 'wuonded').replace('flour', 'flor').replace('village', 'vilage'), 'near'],
    ['another first paragraph', `A blast hurt two people near the sea.\n\n${wire.split('\n\n').slice(1).join('\n\n')}`, 'partial'],
    ['another story', other, null],
    ['nothing', '', null],
  ])('%s', (_, text, kind) => {
    expect(kindOf(wire, text)).toBe(kind);
  });

  it('tell the passages on the words of both', () => {
    const text = `Said in Osk.\n\n${wire.split('\n\n').slice(1, 3).join('\n\n')}`;
    const pair = compareTexts({ id: 'a', text: wire }, { id: 'b', text });
    const [passage] = pair?.passages ?? [];
    expect(passage && text.slice(...passage.b)).toMatch(/^The lorry was carrying [\s\S]* before noon$/);
    expect(passage && wire.slice(...passage.a)).toBe(passage && text.slice(...passage.b));
    expect(pair?.shareB).toBeGreaterThan(0.8);
    expect(pair?.shareA).toBeLessThan(0.7);
  });

  it('are found among many reports without comparing all', () => {
    const texts = Array.from({ length: 60 }, (_, n) => ({ id: `n${n}`, text: `${other.replaceAll(' ', ` ${n} `)} ${n}` }));
    const pairs = findCopies([{ id: 'w', text: wire }, ...texts, { id: 'c', text: wire.slice(0, 300) }]);
    expect(pairs.filter(({ a, b }) => a === 'w' || b === 'w').map(({ a, b }) => [a, b])).toEqual([['w', 'c']]);
  });

  it('take a text of one endless line', () => {
    const line = 'again and '.repeat(300_000);
    expect(kindOf(line, line)).toBe('exact');
  });
});
