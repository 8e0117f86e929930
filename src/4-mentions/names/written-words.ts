import { hashText } from '../../3-sentences/hash.ts';

/** How a sentence is written: names stand out by capitals only in `mixed`. */
export const CASES = { mixed: 0, upper: 1, lower: 2, title: 3 } as const;

/** What the tagger sees of one written form, whatever its sentence. All texts are hashes. */
export interface WrittenWord {
  readonly low: string;
  readonly word: number;
  /** Pattern of capitals, digits and signs, runs shortened. */
  readonly shape: number;
  /** The same without capitals. */
  readonly flat: number;
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  /** 0 no letters, 1 lower case, 2 Capital first, 3 ALL CAPITALS (two letters or more), 4 mIxed. */
  readonly capital: number;
}

/** Longer forms are broken text or encoded data; their first letters do. */
const LONGEST = 40;
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({ '’': "'", '‘': "'", '`': "'", '“': '"', '”': '"', '``': '"', "''": '"', '–': '-', '—': '-', '…': '...', '´': "'" }),
);

export function writtenWord(form: string): WrittenWord {
  const short = form.length > LONGEST ? form.slice(0, LONGEST) : form;
  const plain = PLAIN.get(short) ?? short.replace(/[’‘`´]/g, "'");
  const low = plain.toLowerCase().replace(/[0-9]/g, '0');
  let shape = '';
  let flat = '';
  let letters = 0;
  let capitals = 0;
  for (const char of plain) {
    let kind = char;
    if (char >= '0' && char <= '9') kind = 'd';
    else if (char !== char.toLowerCase()) {
      kind = 'X';
      letters++;
      capitals++;
    } else if (char !== char.toUpperCase()) {
      kind = 'x';
      letters++;
    }
    const last = shape[shape.length - 1];
    // Runs of two stay apart from single letters: "Xx" is a name, "XX" an acronym.
    if (kind !== last || shape.length < 2 || shape[shape.length - 2] !== kind) shape += kind;
    const even = kind === 'X' ? 'x' : kind;
    if (flat[flat.length - 1] !== even) flat += even;
  }
  const first = plain[0] ?? '';
  const capital =
    letters === 0
      ? 0
      : capitals === 0
        ? 1
        : capitals === letters && letters > 1
          ? 3
          : capitals === 1 && first !== first.toLowerCase()
            ? 2
            : 4;
  const prefixes: number[] = [];
  const suffixes: number[] = [];
  for (let n = 1; n <= 4; n++) {
    prefixes.push(low.length > n ? hashText(low, 0, n) : 0);
    suffixes.push(low.length > n ? hashText(low, low.length - n) : 0);
  }
  return { low, word: hashText(low), shape: hashText(shape), flat: hashText(flat), prefixes, suffixes, capital };
}

/** Looks written forms up, each worked out once. */
export function writtenWords(forms: readonly string[], seen: Map<string, WrittenWord>): WrittenWord[] {
  return forms.map((form) => {
    let word = seen.get(form);
    if (!word) {
      word = writtenWord(form);
      seen.set(form, word);
    }
    return word;
  });
}

/** The case of a sentence, told from its words of letters; short ones without evidence are `mixed`. */
export function caseOf(words: readonly WrittenWord[]): number {
  let letters = 0;
  let upper = 0;
  let lower = 0;
  let capital = 0;
  let long = 0;
  for (const word of words) {
    if (word.capital === 0) continue;
    letters++;
    if (word.capital === 3 || (word.capital === 2 && word.low.length === 1)) upper++;
    else if (word.capital === 1) lower++;
    else capital++;
    if (word.low.length > 3) long++;
  }
  if (letters === 0) return CASES.mixed;
  if (letters > 2 && upper > 0.8 * letters) return CASES.upper;
  if (letters > 2 && lower === letters) return CASES.lower;
  if (letters > 4 && long > 2 && capital + upper > 0.75 * letters) return CASES.title;
  return CASES.mixed;
}
