import type { Note } from '../0-terms/note.ts';

/** One page as it came in, decoded to text but otherwise untouched. */
export interface Page {
  /** Where it came from, as the user would recognise it: a path, a URL, or `-` for standard input. */
  readonly source: string;
  readonly url: string | null;
  readonly mediaType: 'text/html' | 'text/plain';
  /** The decoded text of the page; line ends as found. */
  readonly text: string;
  /** Day the user gave with `--published`, ISO date. */
  readonly published?: string;
  /** What decoding noticed, e.g. `broken-utf8`. */
  readonly notes: readonly Note[];
}
