import { hashText, mix } from './hash.ts';

/** What the models see of a written word, worked out once per distinct form. Hashes, never 0. */
export interface WordLook {
  readonly lower: string;
  readonly word: number;
  readonly suffix1: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix1: number;
  readonly prefix2: number;
  readonly prefix3: number;
  /** Pattern of capitals, digits and signs, runs shortened: "Xx", "d,d", "x-x". */
  readonly shape: number;
  /** 0 no capital, 1 first letter only, 2 all letters capitals (two or more), 3 mixed. */
  readonly capital: number;
  readonly digit: boolean;
  readonly letters: number;
  readonly capitals: number;
  /** Distributional cluster, fine and coarse; 0 when the word is in none. */
  readonly cluster: number;
  readonly coarse: number;
  /** Where the clusters keep the word, -1 when they do not. */
  readonly place: number;
}

/** The word classes learnt from raw text: word hash → cluster. */
export interface Clusters {
  of(word: number): number;
  /** The word's place, from 0 to `places` - 1, to keep more about it in an array; -1 when it is in no cluster. */
  placeOf(word: number): number;
  readonly places: number;
}

/** Longer forms (broken text, encoded data) are read by their first letters only, so that a huge "word" stays cheap. */
const LONGEST = 60;

/** Curly quotes and dashes look to the models like the plain ones of the treebanks. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['`', "'"],
  ['´', "'"],
  ['“', '"'],
  ['”', '"'],
  ['``', '"'],
  ["''", '"'],
  ['–', '-'],
  ['—', '--'],
  ['…', '...'],
]);

export function lookOf(form: string, clusters: Clusters): WordLook {
  const short = form.length > LONGEST ? form.slice(0, LONGEST) : form;
  const plain = PLAIN.get(short) ?? short.replace(/[’‘`´]/g, "'");
  const lower = plain.toLowerCase();
  const length = lower.length;
  let letters = 0;
  let capitals = 0;
  let digit = false;
  let shape = '';
  for (let i = 0; i < plain.length; i++) {
    const char = plain[i] as string;
    let kind = char;
    if (char >= '0' && char <= '9') {
      kind = 'd';
      digit = true;
    } else if (char !== char.toLowerCase()) {
      kind = 'X';
      letters++;
      capitals++;
    } else if (char !== char.toUpperCase()) {
      kind = 'x';
      letters++;
    }
    if (kind !== shape[shape.length - 1]) shape += kind;
  }
  const first = plain[0] ?? '';
  const capital = capitals === 0 ? 0 : capitals === letters && letters > 1 ? 2 : capitals === 1 && first !== first.toLowerCase() ? 1 : 3;
  // Every number looks alike but for its pattern: "1,200" and "3,450" share what was learnt.
  const word = hashText(digit ? lower.replace(/\d/g, '0') : lower) || 1;
  const cluster = clusters.of(word);
  return {
    lower,
    word,
    suffix1: hashText(lower, Math.max(0, length - 1), length),
    suffix2: hashText(lower, Math.max(0, length - 2), length),
    suffix3: hashText(lower, Math.max(0, length - 3), length),
    suffix4: hashText(lower, Math.max(0, length - 4), length),
    prefix1: hashText(lower, 0, Math.min(1, length)),
    prefix2: hashText(lower, 0, Math.min(2, length)),
    prefix3: hashText(lower, 0, Math.min(3, length)),
    shape: hashText(shape.slice(0, 12)),
    capital,
    digit,
    letters,
    capitals,
    cluster,
    coarse: cluster === 0 ? 0 : (cluster >> 5) + 1,
    place: cluster === 0 ? -1 : clusters.placeOf(word),
  };
}

/** A sentence as the models see it. In shouted sentences (nearly all capitals) capitals tell nothing and are hidden. */
export interface Words {
  readonly looks: readonly WordLook[];
  readonly shouted: boolean;
}

export function wordsOf(forms: readonly string[], clusters: Clusters, seen: Map<string, WordLook>): Words {
  const looks: WordLook[] = [];
  let letters = 0;
  let capitals = 0;
  for (const form of forms) {
    let look = seen.get(form);
    if (!look) {
      look = lookOf(form, clusters);
      seen.set(form, look);
    }
    looks.push(look);
    letters += look.letters;
    capitals += look.capitals;
  }
  return { looks, shouted: capitals > 3 && capitals > 0.7 * letters && looks.length > 1 };
}

/** Stands for the capitals of a shouted sentence. */
export const SHOUTED = mix(7, 77);

/** Reads a clusters file, little endian: u32 slots (a power of two), then word hashes i32[slots], then clusters u16[slots]. */
export function readClusters(bytes: Uint8Array): Clusters {
  const slots = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const from = bytes.byteOffset + 4;
  const keys = new Int32Array(bytes.buffer.slice(from, from + slots * 4) as ArrayBuffer);
  const values = new Uint16Array(bytes.buffer.slice(from + slots * 4, from + slots * 6) as ArrayBuffer);
  const placeOf = (word: number): number => {
    for (let slot = word & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const found = keys[slot];
      if (found === word) return slot;
      if (found === 0) return -1;
    }
  };
  return {
    of(word: number): number {
      const place = placeOf(word);
      return place < 0 ? 0 : (values[place] as number);
    },
    placeOf,
    places: slots,
  };
}
