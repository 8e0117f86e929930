import { describe, expect, it } from 'vitest';
import { type CorrectedField, readCorrection } from '../../src/6-events/correction.ts';
import { anchorOf, type Decision, notUndone, type Ruling } from '../../src/6-events/decision.ts';
import { blindFor, humanOfClaim, humanOfEvent } from '../../src/6-events/human.ts';
import { outcomeOf, questionsOf, standing } from '../../src/6-events/questions.ts';
import { makeClaim } from '../make.ts';

const text = 'A bomb killed six people in Karvel. Gunmen shot a guard.';
const bombing = makeClaim(text, 'bombing', 'bomb');
const shooting = makeClaim(text, 'armed-attack', 'shot');
const claims = [bombing, shooting];
const [a, b] = claims.map((claim) => anchorOf('r_1', claim)) as [ReturnType<typeof anchorOf>, ReturnType<typeof anchorOf>];
let count = 0;
const by = (ruling: Ruling, coder: string | null = null): Decision => {
  count += 1;
  return { id: `d_${count}`, who: coder ?? 'Ada', coder, at: `2026-01-01T00:00:${String(count % 60).padStart(2, '0')}Z`, why: '', ruling };
};
const accept = { kind: 'accept', claims: [a] } as const;
const reject = { kind: 'reject', claims: [a] } as const;
const killed = (value: string): Ruling => ({ kind: 'correct', of: 'claim', claim: a, field: 'killed', value });

describe('a correction', () => {
  it.each<[CorrectedField, string, unknown]>([
    ['type', 'air-strike', 'air-strike'],
    ['stage', 'Foiled', 'foiled'],
    ['polarity', 'denied', 'denied'],
    ['when', '2017-07-11', { from: '2017-07-11', to: '2017-07-11', precision: 'day' }],
    ['when', '2016-02', { from: '2016-02-01', to: '2016-02-29', precision: 'month' }],
    ['when', '2017', { from: '2017-01-01', to: '2017-12-31', precision: 'year' }],
    ['when', '2017-07-11/2017-07-14', { from: '2017-07-11', to: '2017-07-14', precision: 'week' }],
    ['when', '9–11 July 2017', { from: '2017-07-09', to: '2017-07-11', precision: 'week' }],
    ['when', 'unknown', null],
    ['where', 'Karvel', { name: 'Karvel' }],
    ['where', 'Karvel, pk', { name: 'Karvel', country: 'PK' }],
    ['where', 'Karvel, Pakistan', { name: 'Karvel', country: 'PK' }],
    ['where', 'Karvel, Punjab, Pakistan', { name: 'Karvel', country: 'PK' }],
    ['where', 'Karvel, near the mill, PK', { name: 'Karvel, near the mill', country: 'PK' }],
    ['where', 'Karvel, Lower Town', { name: 'Karvel, Lower Town' }],
    ['where', 'Karvel, PK @ -31.5, 74.3', { name: 'Karvel', country: 'PK', lat: -31.5, lon: 74.3 }],
    ['killed', '6', { low: 6, high: 6 }],
    ['killed', '6-8', { low: 6, high: 8 }],
    ['injured', '6+', { low: 6, high: null }],
    ['injured', 'at least 6', { low: 6, high: null }],
    ['arrested', 'unknown', null],
    [
      'actor',
      'The Front (accused by authorities); the army',
      [
        { name: 'The Front', responsibility: 'accused-by-authorities' },
        { name: 'the army', responsibility: null },
      ],
    ],
    ['target', 'Mara Delane (aged 19)', [{ name: 'Mara Delane (aged 19)', responsibility: null }]],
    ['saidBy', 'The Gazette; the ministry', ['The Gazette', 'the ministry']],
    ['saidBy', 'none', []],
  ])('of %s to "%s"', (field, written, value) => {
    expect(readCorrection(field, written)).toEqual({ value });
  });

  it.each<[CorrectedField, string]>([
    ['type', 'Big Bomb'],
    ['stage', 'done'],
    ['when', '2017-02-30'],
    ['when', 'soon'],
    ['when', '2017-07-14/2017-07-11'],
    ['where', 'Karvel @ 91, 0'],
    ['where', '@ 1, 2'],
    ['killed', 'many'],
    ['killed', '8-6'],
    ['killed', '-3'],
    ['target', '   '],
  ])('of %s to "%s" is refused in one line', (field, written) => {
    const read = readCorrection(field, written);
    expect('fault' in read && read.fault).toMatch(/^.+$/);
  });
});

describe('decisions that hold', () => {
  it('are the later of two on one question, and come back when it is undone', () => {
    const [yes, no] = [by(accept), by(reject)];
    expect(standing([yes, no]).map(({ ruling }) => ruling.kind)).toEqual(['reject']);
    const undo = by({ kind: 'undo', decision: no.id });
    expect(standing([yes, no, undo]).map(({ ruling }) => ruling.kind)).toEqual(['accept']);
    const again = by({ kind: 'undo', decision: undo.id });
    expect(standing([yes, no, undo, again]).map(({ ruling }) => ruling.kind)).toEqual(['reject']);
    expect(notUndone([yes, no, undo, again])).toEqual([yes, no]);
  });

  it('keep of a rejection the claims that were not accepted later', () => {
    const all = [by({ kind: 'reject', claims: [a, b] }), by(accept)];
    expect(standing(all).map(({ ruling }) => ruling)).toEqual([{ kind: 'reject', claims: [b] }, accept]);
    expect(standing(standing(all))).toEqual(standing(all));
  });

  it('are one question also where a newer reading gave the claim another id', () => {
    const reread = { ...a, claim: 'c_new', type: 'suicide-bombing' };
    expect(standing([by(accept), by({ kind: 'reject', claims: [reread] })]).map(({ ruling }) => ruling.kind)).toEqual(['reject']);
  });
});

describe('coders', () => {
  const outcome = (...decisions: Decision[]) => {
    const [question] = questionsOf(decisions);
    return question === undefined ? null : outcomeOf(question).state;
  };
  it('stand beside each other until one of them agrees or a third rules', () => {
    expect(outcome(by(accept, 'Ada'))).toBe('open');
    expect(standing([by(accept, 'Ada')])).toEqual([]);
    expect(outcome(by(accept, 'Ada'), by(accept, 'Ben'))).toBe('agreed');
    const differing = [by(accept, 'Ada'), by(reject, 'Ben')];
    expect(outcome(...differing)).toBe('disputed');
    expect(standing(differing)).toEqual([]);
    expect(outcome(...differing, by(accept, 'Ben'))).toBe('agreed');
    const ruled = [...differing, by(reject)];
    expect(outcome(...ruled)).toBe('settled');
    expect(standing(ruled).map(({ ruling, coder }) => [ruling.kind, coder])).toEqual([['reject', null]]);
  });

  it('who code blind see their own rulings only', () => {
    const all = [by(killed('6'), 'Ada'), by(killed('7'), 'Ben'), by(accept)];
    const own = humanOfClaim('r_1', bombing, claims, blindFor('Ada', all));
    expect(own.values.killed?.value).toEqual({ low: 6, high: 6 });
    expect(own.verdict).toBeNull();
    const open = humanOfClaim('r_1', bombing, claims, all);
    expect([open.verdict, open.values, open.disputed]).toEqual(['accepted', {}, ['killed']]);
  });
});

describe('what people say', () => {
  it('of a claim leaves the others alone', () => {
    const all = [by(killed('7')), by({ kind: 'note', claim: b })];
    expect(humanOfClaim('r_1', bombing, claims, all).values.killed).toMatchObject({ written: '7', who: 'Ada' });
    expect(humanOfClaim('r_1', shooting, claims, all)).toMatchObject({ values: {}, notes: [{ who: 'Ada' }] });
  });

  it('of an event goes with it when its first claim is gone', () => {
    const refs = [{ report: 'r_1', claim: shooting.id }];
    const fixed = by({ kind: 'correct', of: 'event', claim: a, also: [b], field: 'when', value: '2017-07-11' });
    expect(humanOfEvent(refs, () => [shooting], [fixed]).values.when?.value?.from).toBe('2017-07-11');
    // The first claim is there, in another event.
    expect(humanOfEvent(refs, () => claims, [fixed]).values).toEqual({});
  });

  it.each([
    [[a], 'partly-accepted'],
    [[a, b], 'accepted'],
    [[], null],
  ] as const)('of %j makes an event %s', (accepted, verdict) => {
    const refs = claims.map(({ id }) => ({ report: 'r_1', claim: id }));
    expect(humanOfEvent(refs, () => claims, [by({ kind: 'accept', claims: accepted })]).verdict).toBe(verdict);
  });
});
