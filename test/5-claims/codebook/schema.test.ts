import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { POLARITIES, RESPONSIBILITIES, STAGES } from '../../../src/0-terms/stage.ts';
import { FILLER_KINDS, PARTS_OF_SPEECH, RULE_KEYS } from '../../../src/5-claims/codebook/read-rule.ts';
import { CROSSWALKS, GIVES, TYPE_KEYS } from '../../../src/5-claims/codebook/read-type.ts';
import { ROLES, SLOTS } from '../../../src/5-claims/codebook/slots.ts';
import { EFFECTS } from '../../../src/5-claims/coded-report.ts';

const schema = JSON.parse(readFileSync('codebook/schema.json', 'utf8'));
const rule = schema.definitions.rule.properties;
const sorted = (values: Iterable<string>): string[] => [...values].sort();

describe('codebook/schema.json says what the loader says', () => {
  const same: readonly (readonly [string, readonly string[], Iterable<string>])[] = [
    ['keys of a type', Object.keys(schema.properties), TYPE_KEYS],
    ['keys of a rule', Object.keys(rule), RULE_KEYS],
    ['parts of speech', rule.pos.enum, PARTS_OF_SPEECH],
    ['effects', rule.toll.enum, EFFECTS],
    ['stages', rule.stage.enum, STAGES],
    ['polarities', rule.polarity.enum, POLARITIES],
    ['kinds', schema.definitions.kind.enum, FILLER_KINDS],
    ['roles', schema.definitions.role.enum, ROLES],
    ['slots to test', schema.definitions.slotTests.propertyNames.enum, SLOTS],
    ['slots to fill from', schema.definitions.slotRoles.propertyNames.enum, SLOTS],
    ['crosswalks', Object.keys(schema.properties.crosswalk.properties), CROSSWALKS],
    ['values of an example', Object.keys(schema.properties.examples.items.properties.gives.properties), GIVES],
    ['responsibilities', schema.properties.examples.items.properties.gives.properties.responsibility.enum, RESPONSIBILITIES],
    ['families', schema.properties.family.enum, Object.keys(parse(readFileSync('codebook/codebook.yaml', 'utf8')).families)],
  ];
  it.each(same)('%s', (_, inSchema, inLoader) => {
    expect(sorted(inSchema)).toEqual(sorted(inLoader));
  });
});

describe('every event type fits the schema', () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
  it.each(readdirSync('codebook/events'))('%s', (file) => {
    const fits = validate(parse(readFileSync(`codebook/events/${file}`, 'utf8')));
    expect(validate.errors ?? []).toEqual([]);
    expect(fits).toBe(true);
  });

  it('refuses a misspelt key', () => {
    const type = parse(readFileSync('codebook/events/arrest.yaml', 'utf8'));
    expect(validate({ ...type, exampels: [] })).toBe(false);
  });
});
