import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/7-records/json.ts';
import { marksOf, paragraphs } from '../../web/report/marks.ts';
import { makeFullReport } from '../make.ts';

describe('the marked article', () => {
  const record = toJson(makeFullReport());
  const parts = paragraphs(record.report.text, marksOf(record));

  it('loses and doubles no word', () => {
    expect(parts.map((stretches) => stretches.map(({ text }) => text).join('')).join('\n\n')).toBe(record.report.text);
  });
  it('marks what each claim stands on, also where claims meet', () => {
    const find = (text: string) =>
      parts
        .flat()
        .find((stretch) => stretch.text === text)
        ?.marks.map(({ kind, claim }) => `${kind} ${claim}`);
    expect(find('arrested')).toEqual(['trigger 0']);
    expect(find('Mara Delane')).toEqual(['target 0', 'actor 1']);
    expect(find('Karvel')).toEqual(['place 0', 'place 1']);
    expect(find('bomb')).toEqual(['trigger 2', 'means 2']);
    expect(find('car ')).toEqual(['means 2']);
    expect(find('at least six')).toEqual(['toll 2']);
  });
  it('cuts a mark that runs over a paragraph', () => {
    const text = 'One two.\n\nThree four.';
    const cut = paragraphs(text, [{ span: [4, 15], kind: 'target', claim: 0 }]);
    expect(cut.map((stretches) => stretches.map((stretch) => [stretch.text, stretch.marks.length]))).toEqual([
      [
        ['One ', 0],
        ['two.', 1],
      ],
      [
        ['Three', 1],
        [' four.', 0],
      ],
    ]);
  });
});
