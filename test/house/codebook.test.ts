import { describe, expect, it } from 'vitest';
import { checkCodebook, EXAMPLE_DATE } from '../../src/5-claims/codebook/check-codebook.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

const kit = loadKit();
// One sentence is no report: without the threshold that keeps doubtful claims out of reports, the rules alone are tried.
const rulesAlone = { ...kit, confidence: new Map([...kit.confidence].filter(([name]) => name !== 'threshold')) };
const { codebook } = kit;

describe('the codebook does what its examples say: each gives what it asks for, no counter-example gives its type, every rule has one', () => {
  it.each([
    ['as `saidso codebook check` reads them', kit],
    ['by the rules alone', rulesAlone],
  ])('%s', (_, by) => {
    const faults = checkCodebook(codebook, (text) =>
      read({ source: 'example', url: null, mediaType: 'text/plain', text, published: EXAMPLE_DATE, notes: [] }, by),
    );
    expect(faults.map((fault) => `${fault.file}:${fault.line} ${fault.text}`)).toEqual([]);
  });
});

describe('every type is documented well enough', () => {
  it.each(codebook.types.map((type) => [type.id, type] as const))('%s has 8 examples and 4 counter-examples', (_, type) => {
    expect(type.examples.length).toBeGreaterThanOrEqual(8);
    expect(type.not.length).toBeGreaterThanOrEqual(4);
    expect(type.definition.length).toBeGreaterThan(20);
  });
  it('no sentence stands twice', () => {
    const sentences = codebook.types.flatMap((type) => [...type.examples, ...type.not].map((example) => example.text));
    expect(sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at)).toEqual([]);
  });
});
