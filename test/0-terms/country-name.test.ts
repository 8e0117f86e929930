import { describe, expect, it } from 'vitest';
import { countryCode, countryName } from '../../src/0-terms/country-name.ts';

describe('countries', () => {
  it.each(['PK', 'pk'])('have a name: %s', (code) => {
    expect(countryName(code)).toBe('Pakistan');
  });
  it('that are none keep their code', () => {
    expect(countryName('?')).toBe('?');
  });
  it.each([
    ['Pakistan', 'PK'],
    ['the philippines', 'PH'],
    ['DR Congo', 'CD'],
    ['Turkey', 'TR'],
    ['Niger', 'NE'],
    ['Karvel', null],
    ['', null],
  ])('are known by the name %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });
});
