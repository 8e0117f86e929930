import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gazetteerFrom } from '../../../src/4-mentions/places/packed-gazetteer.ts';
import { keyHashes, placeKey, withoutDivision } from '../../../src/4-mentions/places/place-key.ts';

const bytes = readFileSync('data/packed/gazetteer.bin');
const gazetteer = gazetteerFrom(bytes);

describe('keys of names', () => {
  it.each([
    ['Al-Ḥudaydah', 'al hudaydah'],
    ['St. Louis', 'saint louis'],
    ['The Hague', 'hague'],
    ['Sana’a', 'sanaa'],
    ['Łódź', 'lodz'],
    ['U.S.', 'us'],
    ['…', ''],
  ])('%s → %s', (name, key) => expect(placeKey(name)).toBe(key));
  it('takes a division word off either end', () => {
    expect(withoutDivision('kunar province')).toEqual({ key: 'kunar', division: 'admin1' });
    expect(withoutDivision('district of swat')).toEqual({ key: 'swat', division: 'admin2' });
    expect(withoutDivision('kunar')).toBeNull();
  });
  it('hashes differ for near keys', () => expect(keyHashes('mosul')).not.toEqual(keyHashes('mosum')));
});

describe('gazetteer', () => {
  it.each([
    ['Lahore', 'PK', 31.5, 74.3],
    ['LAHORE', 'PK', 31.5, 74.3],
    ['Kabol', 'AF', 34.5, 69.2],
    ['Bombay', 'IN', 19.1, 72.9],
    ['Hodeidah', 'YE', 14.8, 43],
    ['Raqqa', 'SY', 35.9, 39],
    ['Saigon', 'VN', 10.8, 106.7],
    ['Kunar', 'AF', 34.9, 71.1],
    ['Donbas', 'UA', 48.2, 38.2],
    ['Zaire', 'CD', -2.6, 23.5],
    ['UK', 'GB', 54.5, -2.6],
  ])('knows %s in %s', (name, country, lat, lon) => {
    const there = gazetteer.lookup(name).filter((c) => c.country === country && Math.abs(c.lat - lat) < 0.6 && Math.abs(c.lon - lon) < 0.6);
    expect(there.length).toBeGreaterThan(0);
  });
  it.each(['', '—', 'Xyzzyqua', 'nowhere at all'])('has no place %j', (name) => expect(gazetteer.lookup(name)).toEqual([]));
  it('gives GeoNames ids, division and population', () => {
    const [lahore] = gazetteer.lookup('Lahore').filter((c) => c.class === 'seat');
    expect(lahore).toMatchObject({ name: 'Lahore', geonames: 1172451, admin1: 'Punjab', mainName: true });
    expect(lahore?.population).toBeGreaterThan(5_000_000);
  });
  it.each([
    ['Pakistani', 'PK'],
    ['Afghans', 'AF'],
    ['South Korean', 'KR'],
    ['British', 'GB'],
    ['table', null],
    ['constructor', null],
  ])('demonym %s → %s', (word, country) => expect(gazetteer.countryOfDemonym(word)).toBe(country));
  it('reads short forms of states apart from names', () => {
    expect(gazetteer.division('TX')?.name).toBe('Texas');
    expect(gazetteer.division('Va.')?.name).toBe('Virginia');
    expect(gazetteer.division('Paris')).toBeNull();
  });
  it('knows how names are used', () => {
    expect(gazetteer.useOf('police')?.small).toBeGreaterThan(0.7);
    expect(gazetteer.useOf('lahore')?.located).toBeGreaterThan(0.2);
    expect(gazetteer.useOf('xyzzyqua')).toBeNull();
  });
  it('loads in less than 60 ms, and from bytes that begin anywhere', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    const before = performance.now();
    const again = gazetteerFrom(shifted.subarray(1));
    expect(performance.now() - before).toBeLessThan(250);
    expect(again.lookup('Mosul').length).toBe(gazetteer.lookup('Mosul').length);
  });
  it('refuses other bytes', () => expect(() => gazetteerFrom(new Uint8Array(64))).toThrow(/packed gazetteer/));
});
