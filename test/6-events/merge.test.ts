import { describe, expect, it } from 'vitest';
import type { CodedReport } from '../../src/5-claims/coded-report.ts';
import type { Decision } from '../../src/6-events/decision.ts';
import { anchorOf } from '../../src/6-events/decision.ts';
import { merge } from '../../src/6-events/merge.ts';
import { cluster } from '../../src/6-events/same/cluster.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

const kit = loadKit();
const page = (text: string, published: string, title: string): CodedReport =>
  read(
    {
      source: title,
      url: null,
      mediaType: 'text/html',
      published,
      notes: [],
      text: `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text
        .split('\n\n')
        .map((p) => `<p>${p}</p>`)
        .join('')}</article></body></html>`,
    },
    kit,
  );

const first = page(
  'Taliban gunmen attacked a police station near Jalalabad on Tuesday and killed four officers, the provincial governor Karim Dastgir said.\n\nTwo attackers were killed when guards returned fire. The station stands on the road to Torkham and was attacked last year as well.',
  '2019-03-06',
  'Four officers killed in attack on police station near Jalalabad',
);
const second = page(
  'Six policemen were killed when Taliban gunmen attacked a police station near Jalalabad on Tuesday, a hospital doctor, Laila Omari, said on Thursday.\n\nTwo of the wounded died overnight. The road to Torkham was closed for a day after the attack on the station.',
  '2019-03-07',
  'Toll of police station attack near Jalalabad rises to six',
);
const copy = page(
  `${first.text.split('\n\n')[0]}\n\nTwo attackers were killed when guards returned fire.`,
  '2019-03-07',
  'Officers die in Jalalabad',
);
const other = page(
  'A bomb killed three farmers in a market in Maiduguri on Monday, the emergency agency said.\n\nThe traders of the market had opened it again only a week before.',
  '2019-03-05',
  'Bomb kills three farmers in Maiduguri',
);
const all = [first, second, copy, other];
const attackOf = (reports: readonly CodedReport[], decisions: readonly Decision[] = []) =>
  merge(reports, kit, decisions).filter(({ type, where, toll }) => type === 'armed-attack' && where?.name !== 'Maiduguri' && toll.killed);

describe('merge', () => {
  it('gathers accounts of one attack, counts a copy once and keeps the other event apart', () => {
    const [event] = attackOf(all);
    expect([...(event?.reports ?? [])].sort()).toEqual([first.id, second.id, copy.id].sort());
    expect(event?.origins).toBe(2);
    expect(event?.status).toBe('corroborated');
    expect(event?.republication.map(({ from, to }) => [from, to])).toEqual([[copy.id, first.id]]);
    expect(event?.republication[0]?.reasons[0]?.reason).toBe('copied-passages');
    expect(event?.when?.from).toBe('2019-03-05');
  });

  it('keeps tolls that differ, with who gives them', () => {
    const [event] = attackOf(all);
    expect(event?.toll.killed).toMatchObject({ low: 4, high: 6 });
    expect(event?.toll.killed?.accounts.map(({ low }) => low)).toEqual([4, 4, 6]);
    expect(event?.disagreements.map(({ field }) => field)).toContain('killed');
  });

  it('gives the same whatever the order and how often a report is given', () => {
    expect(merge([other, copy, second, first, first], kit)).toEqual(merge(all, kit));
  });

  it('takes nothing at all', () => {
    expect(merge([], kit)).toEqual([]);
    expect(merge([page('Nothing happened.', '2019-01-01', 'Nothing')], kit)).toEqual([]);
  });
});

describe('decisions', () => {
  const claimOf = (report: CodedReport) => {
    const claim = report.claims.find(({ toll }) => toll.length > 0);
    if (claim === undefined) throw new Error('no claim with a toll');
    return anchorOf(report.id, claim);
  };
  const by = (id: string, ruling: Decision['ruling']): Decision => ({
    id,
    who: 'Ada',
    coder: null,
    at: '2026-01-01T00:00:00Z',
    why: 'seen the map',
    ruling,
  });

  it('of a person keep apart what the machine would join, until they are undone', () => {
    const apart = by('d1', { kind: 'different', a: claimOf(first), b: claimOf(second) });
    expect(attackOf([first, second])).toHaveLength(1);
    expect(attackOf([first, second], [apart]).filter(({ reports }) => reports.length > 1)).toHaveLength(0);
    expect(attackOf([first, second], [apart, by('d2', { kind: 'undo', decision: 'd1' })])).toEqual(attackOf([first, second]));
  });

  it('of a person join what the machine keeps apart', () => {
    const same = by('d1', { kind: 'same', a: claimOf(first), b: claimOf(other) });
    expect(merge([first, other], kit, [same]).some(({ reports }) => reports.length === 2)).toBe(true);
  });

  it('survive a reading that gives the claim another id', () => {
    const apart = by('d1', { kind: 'different', a: { ...claimOf(first), claim: 'c_old' }, b: claimOf(second) });
    expect(attackOf([first, second], [apart]).filter(({ reports }) => reports.length > 1)).toHaveLength(0);
  });

  it('reject claims', () => {
    const claims = first.claims.map((claim) => anchorOf(first.id, claim));
    expect(merge([first], kit, [by('d1', { kind: 'reject', claims })])).toEqual([]);
  });
});

describe('clusters', () => {
  it('do not chain: one account between two others joins the likelier', () => {
    const links = [
      { a: 0, b: 1, probability: 0.9 },
      { a: 1, b: 2, probability: 0.6 },
    ];
    expect(cluster(3, links, { threshold: 0.4, unseen: 0.05 })).toEqual([[0, 1], [2]]);
  });
});
