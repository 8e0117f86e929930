import { describe, expect, it } from 'vitest';
import { bareString, compareFill } from '../../eval/muc4/compare.ts';
import { fillerModel } from '../../eval/muc4/fillers.ts';
import { incidentModel } from '../../eval/muc4/incidents.ts';
import { nounPhrases } from '../../eval/muc4/noun-phrases.ts';
import { relevanceModel } from '../../eval/muc4/relevance.ts';
import { candidates, datelineOf, plainText } from '../../eval/muc4/respond.ts';
import { noTallies, rates, scoreDocument, sum } from '../../eval/muc4/score.ts';
import { type Fill, fillsOf, type KeyTemplate, type Response, SLOTS, type SlotName } from '../../eval/muc4/template.ts';
import { INSTRUMENT_TYPES, setFiller } from '../../eval/muc4/words.ts';
import { textPage } from '../../eval/reading.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

const kit = loadKit();

const fill = (value: string, ...tags: string[]): Fill => ({ optional: false, alts: [{ value, ...(tags.length ? { tags } : {}) }] });
const key = (slots: Partial<Record<SlotName, readonly Fill[]>>, optional = false): KeyTemplate => ({
  optional_template: optional,
  ...slots,
});
const answer = (template: KeyTemplate): Response =>
  Object.fromEntries(SLOTS.map((s) => [s, fillsOf(template, s).flatMap((f) => f.alts.slice(0, 1))])) as Response;

const bombing = key({
  incident_date: [fill('03 MAR 90')],
  incident_location: [fill('PERU: LIMA (CITY)')],
  incident_type: [fill('BOMBING')],
  incident_stage_of_execution: [fill('ACCOMPLISHED')],
  phys_tgt_id: [fill('GRAIN STORE')],
  phys_tgt_type: [fill('COMMERCIAL', 'GRAIN STORE')],
  hum_tgt_description: [fill('CLERKS')],
  hum_tgt_number: [fill('2', 'CLERKS')],
});

describe('one filler', () => {
  it.each<[SlotName, string, string, string]>([
    ['phys_tgt_id', 'GRAIN STORE', 'the grain store', 'correct'],
    ['phys_tgt_id', 'GRAIN STORE', 'STORE', 'incorrect'],
    ['hum_tgt_description', 'CLERKS', 'SEVERAL OF THE CLERKS', 'correct'],
    ['incident_type', 'BOMBING', 'BOMBING', 'correct'],
    ['incident_type', 'BOMBING', 'ATTACK', 'partial'],
    ['incident_type', 'ATTACK', 'BOMBING', 'incorrect'],
    ['incident_instrument_type', 'DYNAMITE', 'EXPLOSIVE', 'partial'],
    ['incident_instrument_type', 'DYNAMITE', 'GUN', 'incorrect'],
    ['incident_date', '03 MAR 90', '03 MAR 90', 'correct'],
    ['incident_date', '01 MAR 90 - 05 MAR 90', '03 MAR 90', 'partial'],
    ['incident_date', '01 MAR 90 - 05 MAR 90', '06 MAR 90', 'incorrect'],
    ['incident_date', '03 MAR 90', '- 03 MAR 90', 'partial'],
    ['incident_location', 'PERU: LIMA (CITY)', 'PERU: LIMA (DEPARTMENT)', 'correct'],
    ['incident_location', 'PERU: LIMA (CITY)', 'PERU', 'partial'],
    ['incident_location', 'PERU: LIMA (CITY)', 'PERU: CUZCO (CITY)', 'incorrect'],
    ['incident_location', 'PERU: LIMA (CITY)', 'CHILE: LIMA (CITY)', 'partial'],
    ['hum_tgt_number', '3-4', '4', 'partial'],
    ['hum_tgt_number', '~10', '10', 'partial'],
    ['hum_tgt_number', '3', '4', 'incorrect'],
  ])('%s: key %s, answer %s is %s', (slot, wanted, given, verdict) => {
    expect(compareFill(slot, fill(wanted), { value: given }, () => true)).toBe(verdict);
  });

  it('is half right when it speaks of the wrong person', () => {
    const wanted = fill('DEATH', 'CLERKS');
    expect(compareFill('hum_tgt_effect_of_incident', wanted, { value: 'DEATH', tags: ['GUARDS'] }, () => false)).toBe('partial');
  });

  it.each([
    ['THREE OF THE MEN', 'MEN'],
    ['A CAR', 'CAR'],
    ['ALL', 'ALL'],
  ])('%s without premodifiers is %s', (given, bare) => {
    expect(bareString(given)).toBe(bare);
  });
});

describe('one document', () => {
  it('scores a key against itself with 100 %', () => {
    expect(rates(sum(scoreDocument([bombing], [answer(bombing)]).tallies)).f).toBe(1);
  });

  it('counts the slots of a missed template as missing', () => {
    const { tallies, aligned } = scoreDocument([bombing], []);
    expect(aligned).toBe(0);
    expect(sum(tallies)).toEqual({ ...sum(noTallies()), missing: 8 });
  });

  it('counts the slots of a template too many as spurious', () => {
    expect(sum(scoreDocument([], [answer(bombing)]).tallies)).toEqual({ ...sum(noTallies()), spurious: 8 });
  });

  it('does not ask for an optional template', () => {
    expect(sum(scoreDocument([key({ incident_type: [fill('ARSON')] }, true)], []).tallies).missing).toBe(0);
  });

  it('aligns only where the type and one telling slot agree', () => {
    const elsewhere: Response = { incident_type: [{ value: 'BOMBING' }], phys_tgt_id: [{ value: 'A BRIDGE' }] };
    expect(scoreDocument([bombing], [elsewhere]).aligned).toBe(0);
    expect(scoreDocument([bombing], [{ ...elsewhere, hum_tgt_description: [{ value: 'TWO CLERKS OF THE STORE' }] }]).aligned).toBe(1);
  });

  it('gives each template to one answer only, the better one', () => {
    const poor: Response = { incident_type: [{ value: 'ATTACK' }], phys_tgt_id: [{ value: 'GRAIN STORE' }] };
    const { tallies, aligned } = scoreDocument([bombing], [poor, answer(bombing)]);
    expect(aligned).toBe(1);
    expect(sum(tallies)).toMatchObject({ correct: 8, spurious: 2 });
  });
});

describe('reading the data', () => {
  it.each([
    ['   LIMA, 3 MAR 90 (AGENCY) -- [TEXT] TWO CLERKS', '1990-03-03', 'LIMA'],
    ['BOGOTA, 15 JAN 89 -- [TEXT] A', '1989-01-15', 'BOGOTA'],
    ['NO DATELINE AT ALL', null, null],
  ])('%s', (text, day, town) => {
    expect(datelineOf(text)).toEqual({ day, town });
  });

  it.each([
    ['A CAR BOMB', 'VEHICLE BOMB'],
    ['STICKS OF DYNAMITE', 'DYNAMITE'],
    ['AK-47 RIFLES', 'RIFLE'],
    ['A SUBMACHINE GUN', 'MACHINE GUN'],
    ['A LETTER', undefined],
  ])('%s is a %s', (words, type) => {
    expect(setFiller(INSTRUMENT_TYPES, words)).toBe(type);
  });
});

describe('what fills the slots', () => {
  const text =
    'LIMA, 3 MAR 90 -- SHINING PATH GUERRILLAS KILLED MAYOR CARLOS TORRES AND TWO HEAVILY ARMED POLICEMEN OF THE GUARD. THE MAYOR DIED TODAY.';
  const report = read(textPage(plainText(text), '1990-03-03'), kit);
  const phrases = nounPhrases(report);
  const texts = (kind: string): string[] => phrases.filter((p) => p.kind === kind).flatMap((p) => p.variants.map((v) => v.text));

  it('puts a noun phrase with and without what may not belong to it', () => {
    expect(texts('words')).toEqual(expect.arrayContaining(['POLICEMEN', 'ARMED POLICEMEN', 'TWO HEAVILY ARMED POLICEMEN', 'MAYOR']));
  });

  it('keeps the name of a person apart from the title', () => {
    expect(texts('name')).toContain('CARLOS TORRES');
    expect(phrases.find((p) => p.kind === 'name')?.entity).toBe(phrases.find((p) => p.lemma === 'mayor')?.entity);
  });

  it('finds the body in its followers', () => {
    expect([...texts('words'), ...texts('body')]).toContain('SHINING PATH');
  });

  it('makes one template of two tellings, with nobody in it who is not in the text', () => {
    const types = new Map(kit.codebook.types.map((t) => [t.id, t.crosswalk['muc4']]));
    const models = { relevance: relevanceModel(), fillers: fillerModel(), incidents: incidentModel() };
    const made = candidates(report, datelineOf(text), (type) => types.get(type), models);
    expect(made.length).toBeGreaterThan(0);
    const [first] = made;
    expect(first?.response.incident_type).toEqual([{ value: 'ATTACK' }]);
    expect(first?.response.incident_location).toEqual([{ value: 'PERU: LIMA (CITY)' }]);
    for (const slot of ['hum_tgt_name', 'hum_tgt_description', 'perp_individual_id', 'perp_organization_id'] as const)
      for (const { value } of first?.response[slot] ?? []) expect(text).toContain(value);
    expect(first?.response.hum_tgt_name).toEqual([{ value: 'CARLOS TORRES' }]);
  });
});
