import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Token } from '../../src/3-sentences/parsed-report.ts';
import type { TriggerWord } from '../../src/5-claims/near-misses.ts';
import { makeClaim, makeFiller, makeReport, spanOf } from '../make.ts';
import { run } from './stand-in.ts';

const text = 'Raiders rustled the herd.';
const token = (form: string, head: number, deprel: string): Token => ({
  span: spanOf(text, form),
  form,
  lemma: form.toLowerCase(),
  upos: 'X',
  xpos: 'X',
  head,
  deprel,
});
const tokens = [token('Raiders', 1, 'nsubj'), token('rustled', -1, 'root'), token('the', 3, 'det'), token('herd', 1, 'obj')];
const sentences = [{ span: [0, text.length] as const, tokens, paragraph: 0 }];
const theft = makeClaim(text, 'cattle-theft', 'rustled', {
  rule: 'cattle-theft.rustle',
  object: [{ ...makeFiller(text, 'the herd'), rule: 'cattle-theft.rustle/obj' }],
});
const near: readonly TriggerWord[] = [
  {
    span: spanOf(text, 'rustled'),
    lemma: 'rustle',
    slots: [{ slot: 'subj', span: spanOf(text, 'Raiders') }],
    rules: Array.from({ length: 15 }, (_, n) => ({
      rule: `cattle-theft.rustle-${n}`,
      at: { file: 'events/cattle-theft.yaml', line: 7 + n },
      outcome: 'near' as const,
      lacks: 'prt is empty, not up',
    })),
  },
];

describe('saidso explain "A sentence."', () => {
  const silent = { pages: { sentence: makeReport({ text, sentences }) }, near };
  const speaking = { pages: { sentence: makeReport({ text, sentences, claims: [theft] }) }, near };

  it('prints the tree, the claims with the slot of each role, and the rules that came near, on 80 columns', async () => {
    const { code, out } = await run(['explain', text], speaking);
    expect(code).toBe(0);
    expect(out).toMatch(/1 {2}Raiders +raiders +X +nsubj of rustled \(2\)/);
    expect(out).toMatch(/cattle-theft by the rule cattle-theft\.rustle, at “rustled”/);
    expect(out).toMatch(/object +“the herd” · slot obj of cattle-theft\.rustle/);
    expect(out).toMatch(/“rustled” \(rustle\): subj “Raiders”/);
    expect(out).toMatch(/near +cattle-theft\.rustle-0: prt is empty, not up ·\s+events\/cattle-theft\.yaml:7/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
  it('says when there is no claim, and shows twelve rules', async () => {
    const { out } = await run(['explain', text], silent);
    expect(out).toContain('NO CLAIM');
    expect(out).toContain('rustle-11:');
    expect(out).not.toContain('rustle-12:');
    expect(out).toContain('and 3 rules further off');
  });
  it('says when no rule is about a word', async () => {
    expect((await run(['explain', text], { ...silent, near: [] })).out).toContain('No rule of the codebook is about');
  });
  it('gives all as JSON', async () => {
    const { out } = await run(['explain', '--json', text], speaking);
    const { sentence, claims, words } = JSON.parse(out);
    expect([sentence, claims.length, words[0].rules.length]).toEqual([text, 1, 15]);
  });
  it('takes a codebook, and names one that is not there', async () => {
    expect(await run(['explain', '--codebook', 'missing', text])).toMatchObject({ code: 1, out: '' });
  });
});

describe('saidso explain ID', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the tree pattern that fired, with its place in the codebook', async () => {
    const db = join(folder, 'a.db');
    await run(['add', '--db', db, 'a.txt'], { pages: { 'a.txt': makeReport({ text, sentences, claims: [theft] }) } });
    const { out } = await run(['explain', '--db', db, theft.id]);
    expect(out).toMatch(/The tree pattern that fired: cattle-theft\.rustle, events\/cattle-theft\.yaml:8/);
    expect(out).toMatch(/verb +rustle/);
    expect(out).toMatch(/role +subj → actor/);
    const { pattern } = JSON.parse((await run(['explain', '--json', '--db', db, theft.id])).out);
    expect(pattern).toMatchObject({ rule: 'cattle-theft.rustle', at: { file: 'events/cattle-theft.yaml', line: 8 } });
  });
});
