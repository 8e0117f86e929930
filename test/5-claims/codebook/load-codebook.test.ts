import { describe, expect, it } from 'vitest';
import { CodebookError } from '../../../src/0-terms/errors.ts';
import { loadCodebook } from '../../../src/5-claims/codebook/load-codebook.ts';
import { codebookDigest, packCodebook, unpackCodebook } from '../../../src/5-claims/codebook/pack-codebook.ts';

const TOP = 'name: Small\nversion: 1.2.0\nlicence: CC BY 4.0\nfamilies:\n  violence: Force.\nroles:\n  actor: Who does it.\n';
const WORDS = 'about: Words for tests.\nlists:\n  blade: [Knife, sword]\n  arms: [$blade, gun]\n';
const TYPE = `id: duel
label: Duel
family: violence
definition: Two people fight by agreement.
crosswalk: {acled: Attack}
roles:
  actor: {accepts: [person]}
  target: {accepts: [person, group]}
rules:
  - id: duelled
    lemma: [duel, $blade]
    has: {with: $arms, subj: "@person", at: ["*"]}
    unless: {obj: [word, $blade]}
    roles: {subj: actor, with: [target, actor]}
    needs: actor
    toll: killed
    stage: planned
    weak: true
  - id: duel-noun
    pos: noun
    lemma: duel
    phrase: fight * duel
examples:
  - text: "He fought a duel: with swords."
    gives: {actor: He, killed: 2, stage: planned, from: 2024-05-01}
not:
  - The band played a duel of guitars.
`;

/** A small codebook, with changes to its one event file. */
const files = (change: (type: string) => string = (type) => type, words = WORDS, top = TOP): ReadonlyMap<string, string> =>
  new Map([
    ['codebook.yaml', top],
    ['words/blades.yaml', words],
    ['events/duel.yaml', change(TYPE)],
  ]);
const replaced = (from: string, to: string): ReadonlyMap<string, string> => files((type) => type.replace(from, to));

describe('loadCodebook', () => {
  const codebook = loadCodebook(files());
  const type = codebook.types[0];
  const [first, second] = type?.rules ?? [];

  it('reads the head of the codebook', () => {
    expect(codebook).toMatchObject({ name: 'Small', version: '1.2.0', licence: 'CC BY 4.0', families: ['violence'] });
    expect(type).toMatchObject({
      id: 'duel',
      family: 'violence',
      crosswalk: { acled: 'Attack' },
      at: { file: 'events/duel.yaml', line: 1 },
    });
  });
  it('leaves ordinary crime out unless it is counted, and knows no third', () => {
    const say = (ruling: string) => loadCodebook(files(undefined, WORDS, `${TOP}ordinary-crime: ${ruling}\n`)).ordinaryCrime;
    expect(codebook.ordinaryCrime).toBe(false);
    expect(say('left-out')).toBe(false);
    expect(say('counted')).toBe(true);
    expect(() => say('maybe')).toThrow(CodebookError);
  });
  it('fills word lists in, lower case, lists within lists', () => {
    expect([...(codebook.words.get('arms') ?? [])]).toEqual(['knife', 'sword', 'gun']);
    expect([...(first?.lemma ?? [])]).toEqual(['duel', 'knife', 'sword']);
  });
  it('reads slot tests: a list, a kind, anything', () => {
    expect(first?.has.map((t) => [t.slot, [...t.lemmas], t.kinds, t.any])).toEqual([
      ['with', ['knife', 'sword', 'gun'], [], false],
      ['subj', [], ['person'], false],
      ['at', [], [], true],
    ]);
    expect(first?.unless.map((t) => [t.slot, [...t.lemmas]])).toEqual([['obj', ['word', 'knife', 'sword']]]);
  });
  it('reads roles, needs, toll, stage and weak, and remembers the line', () => {
    expect([...(first?.roles ?? [])]).toEqual([
      ['subj', ['actor']],
      ['with', ['target', 'actor']],
    ]);
    expect(first).toMatchObject({ pos: 'verb', needs: ['actor'], toll: 'killed', stage: 'planned', weak: true, at: { line: 10 } });
  });
  it('gives a rule without roles the defaults of its part of speech, less the roles that the type lacks', () => {
    expect(second?.phrase).toEqual(['fight', '*', 'duel']);
    expect(Object.fromEntries(second?.roles ?? [])).toEqual({
      subj: ['actor'],
      obj: ['target'],
      poss: ['actor'],
      on: ['target'],
      against: ['target'],
      compound: ['actor'],
    });
  });
  it('reads examples with their lines', () => {
    expect(type?.examples).toEqual([
      { text: 'He fought a duel: with swords.', gives: { actor: 'He', killed: 2, stage: 'planned', from: '2024-05-01' }, line: 24 },
    ]);
    expect(type?.not).toEqual([{ text: 'The band played a duel of guitars.', line: 27 }]);
  });
});

describe('a fault is told with its place and a hint', () => {
  const faults: readonly (readonly [string, ReadonlyMap<string, string>, string | RegExp])[] = [
    ['unknown key', replaced('    needs:', '    need:'), 'events/duel.yaml:15: unknown key "need" in a rule (did you mean "needs"?)'],
    [
      'unknown key of the type',
      replaced('definition:', 'defintion:'),
      /:4: unknown key "defintion" in an event type \(did you mean "definition"\?\)/,
    ],
    ['unknown role', replaced('{subj: actor, with', '{subj: acter, with'), /:14: unknown role "acter" \(did you mean "actor"\?\)/],
    ['role that the type lacks', replaced('{subj: actor, with', '{subj: object, with'), /:14: this type has no role "object"/],
    ['unknown slot', replaced('{with: $arms', '{wiht: $arms'), /:12: unknown slot "wiht" \(did you mean "with"\?\)/],
    ['slot without a test', replaced('at: ["*"]', 'at: []'), /:12: slot "at" asks for nothing/],
    ['unknown kind in a test', replaced('"@person"', '"@persn"'), /:12: unknown kind "@persn" \(did you mean "person"\?\)/],
    ['unknown kind in a role', replaced('accepts: [person]', 'accepts: [persons]'), /:7: unknown kind "persons"/],
    ['unknown word list', replaced('with: $arms', 'with: $armz'), /:12: unknown word list "\$armz" \(did you mean "arms"\?\)/],
    ['rule id used twice', replaced('id: duel-noun', 'id: duelled'), /:19: rule id "duelled" is used twice/],
    ['rule without lemma', replaced('    lemma: [duel, $blade]\n', ''), /:10: rule "duelled" has no "lemma"/],
    ['empty lemma', replaced('[duel, $blade]', '[""]'), /:11: an empty word in lemma/],
    ['lemma of two words', replaced('[duel, $blade]', 'fight back'), /"fight back" in lemma is more than one word/],
    ['phrase without its head', replaced('fight * duel', 'fight * bout'), /the phrase does not hold the head "duel"/],
    ['unknown effect', replaced('toll: killed', 'toll: kiled'), /unknown toll "kiled" \(did you mean "killed"\?\)/],
    ['unknown stage', replaced('stage: planned\n', 'stage: plan\n'), /unknown stage "plan"/],
    ['need that nothing fills', replaced('needs: actor', 'needs: instrument'), /needs "instrument" but no slot fills it/],
    ['unknown family', replaced('family: violence', 'family: violense'), /unknown family "violense" \(did you mean "violence"\?\)/],
    ['id unlike the file', replaced('id: duel\n', 'id: dual\n'), /id "dual" is not the name of its file/],
    ['missing examples', files((type) => type.replace(/examples:[\s\S]*?not:/, 'not:')), /missing "examples"/],
    ['no counter-examples', files((type) => type.replace(/not:[\s\S]*/, 'not: []\n')), /no counter-examples/],
    ['unknown value of an example', replaced('actor: He', 'actr: He'), /unknown key "actr" in gives/],
    ['count that is no number', replaced('killed: 2', 'killed: two'), /"killed" must be a whole number/],
    ['broken YAML', replaced('label: Duel', 'label: Duel: a fight'), /events\/duel.yaml:2: not valid YAML/],
    ['list that takes in itself', files(undefined, 'about: A.\nlists:\n  a: [$b]\n  b: [$a]\n'), /takes in itself/],
    ['list defined twice', files(undefined, 'about: A.\nlists:\n  blade: [x]\n  blade: [y]\n'), /words\/blades.yaml/],
    ['missing top file', new Map([['events/duel.yaml', TYPE]]), /codebook.yaml: missing/],
  ];
  it.each(faults)('%s', (_, given, message) => {
    let fault: unknown;
    try {
      loadCodebook(given);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(CodebookError);
    if (typeof message === 'string') expect((fault as CodebookError).message).toBe(message);
    else expect((fault as CodebookError).message).toMatch(message);
  });
});

describe('packCodebook', () => {
  it('gives back the same codebook for the same sources', () => {
    const codebook = loadCodebook(files());
    expect(unpackCodebook(packCodebook(codebook, files()), codebookDigest(files()))).toEqual(codebook);
  });
  it('gives nothing when a source was changed since', () => {
    const packed = packCodebook(loadCodebook(files()), files());
    expect(unpackCodebook(packed, codebookDigest(replaced('label: Duel', 'label: Duels')))).toBeNull();
  });
});
