import { SENTENCE_END } from '../clean-text.ts';

/** A line by an author: "By Jane Roe", "By Jane Roe and John Doe | Staff Writer". */
const BYLINE =
  /^(?:story |written |reported |posted |words )?by:?\s+(\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|and|de|al|bin|van|von|der|el|&))*)(?:\s*[,|–—/-].{0,80})?$/iu;

/** The author names of a byline, or null where the line is none. */
export function bylineIn(line: string): string | null {
  if (line.length > 120 || SENTENCE_END.test(line.replace(/\b(?:Jr|Sr|\p{Lu})\.$/u, ''))) return null;
  return BYLINE.exec(line)?.[1] ?? null;
}
