import { agree } from './agree.ts';
import { LABELS, spansOf, type TokenSpan } from './labels.ts';
import { nameFeatures, writtenIn } from './name-features.ts';
import type { NameKit } from './name-kit.ts';
import { bestLabels } from './name-model.ts';
import { type WrittenWord, writtenWords } from './written-words.ts';

/** Sentences longer than this are tagged in pieces, so that memory stays bounded. */
const LONGEST = 400;

/**
 * Names of one document's sentences, given as written forms: spans of tokens with one of the nine types of the model.
 * A linear-chain conditional random field (Lafferty et al. 2001), then agreement over the document.
 */
export function tagNames(sentences: readonly (readonly string[])[], kit: NameKit['names']): TokenSpan[][] {
  const seen = new Map<string, WrittenWord>();
  const words = sentences.map((forms) => writtenWords(forms, seen));
  const written = writtenIn(words);
  const found = words.map((all) => {
    const spans: TokenSpan[] = [];
    for (let from = 0; from < all.length; from += LONGEST) {
      const piece = all.length > LONGEST ? all.slice(from, from + LONGEST) : all;
      const scores = new Float64Array(piece.length * LABELS);
      nameFeatures(piece, written, kit, (token, keys, count) => kit.model.addTo(scores, token * LABELS, keys, count));
      const labels = bestLabels(scores, piece.length, kit.model.transitions, kit.model.starts);
      for (const span of spansOf(labels)) spans.push(from === 0 ? span : { ...span, first: span.first + from, end: span.end + from });
    }
    return spans;
  });
  return agree(words, found);
}
