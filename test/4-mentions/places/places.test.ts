import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsedText } from '../../../eval/parsed-text.ts';
import type { Dateline } from '../../../src/2-reports/report.ts';
import { findPlaceNames } from '../../../src/4-mentions/places/find-place-names.ts';
import { gazetteerFrom } from '../../../src/4-mentions/places/packed-gazetteer.ts';
import { resolvePlaces } from '../../../src/4-mentions/places/resolve-places.ts';

const kit = { gazetteer: gazetteerFrom(readFileSync('data/packed/gazetteer.bin')) };
const names = (text: string): string[] => findPlaceNames(parsedText(text), kit).map((n) => n.text);
const places = (text: string, dateline: Dateline | null = null) => {
  const parsed = parsedText(text, { dateline });
  return resolvePlaces(parsed, findPlaceNames(parsed, kit), dateline, kit);
};
const place = (text: string, name: string) => places(text).find((p) => p.text.startsWith(name));

describe('finding place names', () => {
  it.each([
    ['Gunmen killed two farmers near Tikrit on Monday.', ['Tikrit']],
    ['The convoy left Erbil for Mosul, Iraq, at dawn.', ['Erbil', 'Mosul', 'Iraq']],
    ['Police in Khyber Pakhtunkhwa arrested him in June.', ['Khyber Pakhtunkhwa']],
    ['Mr Paris said nothing. General March agreed.', []],
    ['The reading was nice, and the mobile phone was off.', []],
    ['TWO SOLDIERS WERE KILLED IN KANDAHAR ON MONDAY', ['KANDAHAR']],
    ['A bomb went off in Dallas, TX, on Friday.', ['Dallas', 'TX']],
    ['The Kabul-based group denied it.', ['Kabul']],
    ['', []],
  ])('%s', (text, wanted) => expect(names(text)).toEqual(wanted));
  it('takes time in step with the text', () => {
    const text = 'Rebels shelled Homs and Hama in Syria on Monday. '.repeat(300);
    expect(names(text).length).toBeGreaterThan(600);
  });
});

describe('resolving places', () => {
  it.each([
    ['The mayor of Paris, Texas, spoke on Monday.', 'Paris', 'US', 'Texas'],
    ['Police in Paris, France, searched a flat.', 'Paris', 'FR', 'Île-de-France'],
    [
      'Militants attacked Hyderabad. The Pakistani army said Karachi and Lahore were calm. Pakistan is on alert.',
      'Hyderabad',
      'PK',
      'Sindh',
    ],
    ['The Indian police searched Hyderabad. India has asked Mumbai and Delhi for help.', 'Hyderabad', 'IN', 'Telangana'],
    ['A blast shook Tripoli. Lebanese soldiers closed roads from Beirut and Sidon in Lebanon.', 'Tripoli', 'LB', 'Liban-Nord'],
    ['A blast shook Tripoli. Libyan forces closed roads from Benghazi and Sirte in Libya.', 'Tripoli', 'LY', 'Tripoli'],
    ['The governor of Georgia spoke in Atlanta, Georgia, and in Savannah.', 'Georgia', 'US', 'Georgia'],
  ])('%s', (text, name, country, admin1) => expect(place(text, name)).toMatchObject({ country, admin1 }));

  it('widens to the division and says how exact the place is', () => {
    const text = 'A strike hit a house in Kunar Province on Friday. Fighting went on in northern Sindh.';
    const [kunar, sindh] = places(text);
    expect(kunar).toMatchObject({ name: 'Kunar', precision: 'admin1', country: 'AF' });
    expect(text.slice(...(kunar?.extent ?? [0, 0]))).toBe('Kunar Province');
    expect(text.slice(...(sindh?.extent ?? [0, 0]))).toBe('northern Sindh');
  });
  it.each(['The car blew up 20 km south of Mosul.', 'The car blew up near Mosul.', 'The car blew up on the outskirts of Mosul.'])(
    '%s is near',
    (text) => expect(place(text, 'Mosul')).toMatchObject({ precision: 'near', country: 'IQ' }),
  );
  it.each([
    ['KABUL, Afghanistan (AP) — Two men died in Herat on Monday.', 'KABUL', 'dateline'],
    ['KABUL, Afghanistan (AP) — Two men died in Herat on Monday.', 'Herat', 'located'],
    ['The Kabul-based group denied it in Herat.', 'Kabul', 'origin'],
    ['The mayor of Herat spoke on Friday.', 'Herat', 'origin'],
    ['Lahore High Court freed him on Friday in Multan, Pakistan.', 'Lahore', 'part-of-name'],
  ])('role in %s of %s: %s', (text, name, role) => expect(place(text, name)?.role).toBe(role));
  it('keeps names that no gazetteer has, without coordinates', () => {
    const parsed = parsedText('Two men died in Qarabaghistanabad.');
    expect(resolvePlaces(parsed, [{ span: [16, 33], text: 'Qarabaghistanabad' }], null, kit)).toMatchObject([
      { name: 'Qarabaghistanabad', lat: null, country: null, place: -1, rule: 'places.unresolved' },
    ]);
  });
  it('gives the same place the same number', () => {
    const found = places('Rebels entered Aleppo. In Aleppo, Syria, shops closed.').filter((p) => p.text === 'Aleppo');
    expect(found).toHaveLength(2);
    expect(found[0]?.place).toBe(found[1]?.place);
    expect(found[0]?.ref).toBe('geonames:170063');
  });
});
