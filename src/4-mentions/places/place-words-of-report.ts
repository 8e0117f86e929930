import type { Span } from '../../0-terms/span.ts';
import type { ParsedReport } from '../../3-sentences/parsed-report.ts';

/** A token as the place finder sees it. */
export interface PlaceWord {
  readonly span: Span;
  readonly form: string;
  readonly lower: string;
  readonly upos: string;
  /** Begins with a capital. */
  readonly capital: boolean;
  readonly sentence: number;
  /** First word of its sentence, opening quotation marks left aside. */
  readonly first: boolean;
  /** Stands in a sentence in capitals, where capitals tell nothing. */
  readonly shouted: boolean;
}

/** All tokens of a report in one row. */
export function placeWords(parsed: ParsedReport): readonly PlaceWord[] {
  const words: PlaceWord[] = [];
  parsed.sentences.forEach((sentence, index) => {
    let capitals = 0;
    let lettered = 0;
    for (const t of sentence.tokens) {
      if (!/^\p{L}{2}/u.test(t.form)) continue;
      lettered++;
      if (t.form === t.form.toUpperCase()) capitals++;
    }
    const shouted = lettered >= 3 && capitals > lettered * 0.7;
    let first = true;
    for (const t of sentence.tokens) {
      const word = /[\p{L}\p{N}]/u.test(t.form);
      words.push({
        span: t.span,
        form: t.form,
        lower: t.form.toLowerCase(),
        upos: t.upos,
        capital: /^\p{Lu}/u.test(t.form),
        sentence: index,
        first: first && word,
        shouted,
      });
      if (word) first = false;
    }
  });
  return words;
}
