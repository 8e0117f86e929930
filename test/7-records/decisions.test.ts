import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/0-terms/errors.ts';
import type { Asked } from '../../src/7-records/decision-store.ts';
import { open } from '../../src/7-records/open.ts';
import type { Store } from '../../src/7-records/store.ts';
import { makeFullReport } from '../make.ts';
import { eachAlone } from './make-events.ts';

const reading = { codebook: 'test 1.0.0', software: '0.1.0' };
const report = makeFullReport();
const [arrest, foiled, bombing] = report.claims.map(({ id }) => id) as [string, string, string];
let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saidso-'));
  store = open(join(folder, 'a.db'));
  store.put(report, reading);
  store.refreshEvents(eachAlone);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});
const eventOf = (type: string): string => store.events({ type }).items[0]?.id ?? '';
const rule = (asked: Asked, coder?: string) => {
  const decision = store.decide(coder ?? 'Ada', '', asked, coder);
  store.refreshEvents(eachAlone);
  return decision;
};

describe('decisions in the record', () => {
  it('stand beside the machine’s values of claim and event', () => {
    rule({ kind: 'correct', id: bombing, field: 'killed', value: '7' });
    rule({ kind: 'correct', id: eventOf('bombing'), field: 'where', value: 'Old Market, PK @ 31.5, 74.3' });
    rule({ kind: 'accept', id: eventOf('bombing') });
    const claim = store.claim(bombing);
    expect(claim?.claim.toll[0]?.low).toBe(6);
    expect(claim?.human).toMatchObject({ verdict: 'accepted', values: { killed: { value: { low: 7, high: 7 } } } });
    const event = store.event(eventOf('bombing'));
    expect(event?.where?.name).toBe('Karvel');
    expect(event?.human).toMatchObject({ verdict: 'accepted', values: { where: { value: { name: 'Old Market', lat: 31.5 } } } });
    expect(Object.keys(store.report(report.id)?.human ?? {})).toEqual([bombing]);
    expect(store.claims({ type: 'bombing' }).items[0]?.human.verdict).toBe('accepted');
    expect(store.claims({ type: 'arrest' }).items[0]?.human.decisions).toEqual([]);
  });

  it('hold after a reading that gives the claims other ids', () => {
    rule({ kind: 'correct', id: bombing, field: 'killed', value: '7' });
    rule({ kind: 'reject', id: arrest });
    store.put(
      { ...report, claims: report.claims.map((claim) => ({ ...claim, id: `${claim.id}0` })) },
      { ...reading, codebook: 'test 2.0.0' },
    );
    store.refreshEvents(eachAlone);
    expect(store.claim(`${bombing}0`)?.human.values.killed?.written).toBe('7');
    expect(store.events({ type: 'arrest' }).items).toEqual([]);
  });

  it('split claims off an event, and are undone', () => {
    rule({ kind: 'same', id: arrest, other: foiled });
    const joined = store.events().items.find(({ claims }) => claims.length === 2);
    const split = rule({ kind: 'split', id: joined?.id ?? '', claims: [foiled] });
    expect(store.events().items.every(({ claims }) => claims.length === 1)).toBe(true);
    rule({ kind: 'undo', decision: split.id });
    expect(store.events().items.some(({ claims }) => claims.length === 2)).toBe(true);
  });

  it('are found by event, report, claim and coder, with what became of them', () => {
    const fixed = rule({ kind: 'correct', id: bombing, field: 'killed', value: '7' });
    const undo = rule({ kind: 'undo', decision: fixed.id });
    rule({ kind: 'accept', id: arrest }, 'Ben');
    const ids = (filter: Parameters<Store['decisions']>[0]) => store.decisions(filter).map(({ ruling }) => ruling.kind);
    expect(ids({ claim: bombing })).toEqual(['correct', 'undo']);
    expect(ids({ event: eventOf('arrest') })).toEqual(['accept']);
    expect(ids({ report: report.id })).toEqual(['correct', 'undo', 'accept']);
    expect(ids({ coder: 'Ben' })).toEqual(['accept']);
    expect(store.decisions().map(({ undone, holds }) => [undone, holds])).toEqual([
      [undo.id, false],
      [null, false],
      [null, false],
    ]);
  });

  it.each<[Asked, string]>([
    [{ kind: 'correct', id: 'E', field: 'when', value: 'soon' }, 'is no day'],
    [{ kind: 'split', id: 'E', claims: [arrest] }, 'is no claim of'],
    [{ kind: 'split', id: 'E', claims: [bombing] }, 'nothing would be left'],
    [{ kind: 'split', id: 'E', claims: [] }, 'name the claims'],
    [{ kind: 'accept', id: 'e_none' }, 'no event has the id'],
    [{ kind: 'same', id: 'E', other: 'E' }, 'one and the same'],
    [{ kind: 'undo', decision: 'd_' }, 'no decision has the id'],
  ])('%j is refused', (asked, says) => {
    const given = JSON.parse(JSON.stringify(asked).replaceAll('"E"', `"${eventOf('bombing')}"`)) as Asked;
    expect(() => store.decide('Ada', '', given)).toThrow(InputError);
    expect(() => store.decide('Ada', '', given)).toThrow(says);
    expect(store.decisions()).toEqual([]);
  });
});

describe('double coding', () => {
  it('lists own reviews, differences and how far coders agree, and takes effect where they do', () => {
    for (const coder of ['Ada', 'Ben']) rule({ kind: 'accept', id: bombing }, coder);
    rule({ kind: 'reject', id: arrest }, 'Ada');
    rule({ kind: 'accept', id: arrest }, 'Ben');
    rule({ kind: 'correct', id: bombing, field: 'killed', value: '8' }, 'Ben');
    rule({ kind: 'reject', id: foiled }, 'Ada');
    expect(store.reviews('Ada').map(({ claim, human }) => [claim, human.verdict])).toEqual([
      [bombing, 'accepted'],
      [arrest, 'rejected'],
      [foiled, 'rejected'],
    ]);
    expect(store.differences().map(({ about, answers }) => [about, answers.map(({ coder, value }) => `${coder} ${value}`)])).toEqual([
      ['verdict', ['Ada reject', 'Ben accept']],
    ]);
    // Nobody else saw the foiled bombing rejected, and nobody ruled on the arrest: both are still there.
    expect(store.events().total).toBe(3);
    const agreement = Object.fromEntries(store.agreement().map(({ about, claims, alpha }) => [about, [claims, alpha]]));
    expect(agreement['verdict']?.[0]).toBe(2);
    expect(agreement['killed']).toEqual([1, 0]);
    expect(agreement['type']).toEqual([1, null]);
    rule({ kind: 'reject', id: arrest });
    expect(store.differences()).toEqual([]);
    expect(store.events({ type: 'arrest' }).total).toBe(0);
  });

  it('tells of coders who part an event differently, until a ruling adopts one answer', () => {
    rule({ kind: 'same', id: arrest, other: foiled });
    const event = store.events().items.find(({ claims }) => claims.length === 2)?.id ?? '';
    for (const { id } of store.decisions()) rule({ kind: 'undo', decision: id });
    for (const coder of ['Cyd', 'Dan']) rule({ kind: 'same', id: arrest, other: foiled }, coder);
    rule({ kind: 'split', id: event, claims: [foiled] }, 'Ada');
    const [difference, ...others] = store.differences();
    expect(others).toEqual([]);
    expect(difference).toMatchObject({
      about: 'split',
      of: 'event',
      answers: [{ coder: 'Cyd' }, { coder: 'Dan' }, { coder: 'Ada', value: 'split', claims: [foiled] }],
    });
    rule({ kind: 'split', id: event, claims: [foiled] });
    expect(store.differences()).toEqual([]);
    expect(store.events().items.every(({ claims }) => claims.length === 1)).toBe(true);
  });

  it('is blind where it is asked to be', () => {
    rule({ kind: 'accept', id: bombing }, 'Ada');
    rule({ kind: 'reject', id: bombing });
    expect(store.claim(bombing, { blind: 'Ben' })?.human.decisions).toEqual([]);
    expect(store.claim(bombing, { blind: 'Ada' })?.human.verdict).toBe('accepted');
    expect(store.claims({ type: 'bombing', blind: 'Ben' }).items[0]?.human.verdict).toBeNull();
    expect(store.report(report.id, { blind: 'Ben' })?.human).toEqual({});
  });
});
