import { describe, expect, it } from 'vitest';
import { calibrationError, fitLogistic, probability, type Sample } from '../../train/confidence/logistic.ts';

const samples: Sample[] = [
  ...Array.from({ length: 30 }, (_, at) => ({ features: ['bias', 'good'], right: at % 10 !== 0, group: `g${at % 3}` })),
  ...Array.from({ length: 30 }, (_, at) => ({ features: ['bias', 'bad'], right: at % 10 === 0, group: `g${at % 3}` })),
];

describe('the logistic model of confidence', () => {
  it('gives each kind of sample about its share of right ones', () => {
    const weights = fitLogistic(samples, 0.1);
    expect(probability(['bias', 'good'], weights)).toBeGreaterThan(0.8);
    expect(probability(['bias', 'bad'], weights)).toBeLessThan(0.2);
  });

  it('knows a perfect from a boastful forecast', () => {
    expect(
      calibrationError(
        samples.map((sample) => (sample.right ? 1 : 0)),
        samples,
      ),
    ).toBe(0);
    expect(
      calibrationError(
        samples.map(() => 1),
        samples,
      ),
    ).toBeCloseTo(0.5);
  });
});
