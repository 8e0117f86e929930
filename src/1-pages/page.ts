import type { Note } from '../0-terms/note.ts';
import type { Capture } from './capture.ts';

/** One page as it came in, decoded to text but otherwise untouched. */
export interface Page {
  /** Where it came from, as the user would recognise it: a path, a URL, or `-` for standard input; `ARCHIVE!MEMBER` and `TABLE#ROW` within a file. */
  readonly source: string;
  readonly url: string | null;
  readonly mediaType: 'text/html' | 'text/plain';
  /** The decoded text of the page; line ends as found. */
  readonly text: string;
  /** Day the user gave with `--published`, ISO date. */
  readonly published?: string;
  /** What its container says of it: a row's columns, a message's head, a feed's entry. */
  readonly known?: Known;
  /** The bytes it was made of and how they were come by. */
  readonly capture?: Capture;
  /** What decoding noticed, e.g. `broken-utf8`. */
  readonly notes: readonly Note[];
}

/** What is known of a page besides its text. Days stand as they were found, in any notation. */
export interface Known {
  readonly title?: string;
  readonly publisher?: string;
  readonly byline?: string;
  readonly date?: string;
  /** Title and day by a feed or sitemap: believed where the page itself names none. */
  readonly listedTitle?: string;
  readonly listedDate?: string;
}
