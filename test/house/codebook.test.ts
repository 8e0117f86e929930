import { describe, expect, it } from 'vitest';
import { checkCodebook, EXAMPLE_DATE } from '../../src/5-claims/codebook/check-codebook.ts';
import { loadKit } from '../../src/load-kit.ts';
import { read } from '../../src/read.ts';

const loaded = loadKit();
// One sentence is no report: the threshold that keeps doubtful claims out of reports is left out, so that the rules alone are tried.
const kit = { ...loaded, confidence: new Map([...loaded.confidence].filter(([name]) => name !== 'threshold')) };
const { codebook } = kit;

describe('the codebook does what its examples say', () => {
  const faults = checkCodebook(codebook, (text) =>
    read({ source: 'example', url: null, mediaType: 'text/plain', text, published: EXAMPLE_DATE, notes: [] }, kit),
  );
  const told = (kinds: readonly string[]): string[] =>
    faults.filter((f) => kinds.includes(f.kind)).map((f) => `${f.file}:${f.line} ${f.text}`);
  const examples = codebook.types.reduce((sum, type) => sum + type.examples.length, 0);

  // The trees come from a trained parser: a few sentences may be misread after it is trained anew, not more.
  it('at least 97 % of the examples give what they ask for', () => {
    const wrong = told(['missing', 'value']);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(0.03 * examples);
  });
  it('at least 99 % of the counter-examples give no claim of the type', () => {
    const wrong = told(['spurious']);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(2);
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
