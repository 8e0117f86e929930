import type { ClaimView, Span } from '../../src/index.ts';
import { stretchesOf } from '../report/marks.ts';
import { texts } from '../texts.ts';
import { kindOf } from './fields.ts';

interface PassageProps {
  readonly view: ClaimView;
  /** Words of the value that is pointed at, as a span of the report. */
  readonly lit?: Span | null;
}

/** The words that a claim stands on, in their paragraph. */
export function Passage({ view, lit = null }: PassageProps) {
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
          <mark
            key={from}
            className={`k-${here[0].kind}${lit !== null && lit[0] < start + from + words.length && start + from < lit[1] ? ' on' : ''}`}
            title={texts.kinds[here[0].kind]}
          >
            {words}
          </mark>
        ),
      )}
    </blockquote>
  );
}
