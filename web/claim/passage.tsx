import type { ClaimView } from '../../src/index.ts';
import { stretchesOf } from '../report/marks.ts';
import { texts } from '../texts.ts';
import { kindOf } from './fields.ts';

/** The words that a claim stands on, in their paragraph. */
export function Passage({ view }: { readonly view: ClaimView }) {
  const { start, text } = view.passage;
  const marks = view.values.flatMap(({ field, span }) => {
    const kind = kindOf(field);
    return span === null || kind === null ? [] : [{ span: [span[0] - start, span[1] - start] as const, kind, claim: 0 }];
  });
  return (
    <blockquote className="passage">
      {stretchesOf(text, marks).map(({ from, text: words, marks: here }) =>
        here[0] === undefined ? (
          words
        ) : (
          <mark key={from} className={`k-${here[0].kind}`} title={texts.kinds[here[0].kind]}>
            {words}
          </mark>
        ),
      )}
    </blockquote>
  );
}
