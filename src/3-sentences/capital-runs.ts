import type { WordLook, Words } from './words.ts';

/** What a sentence's capitals look like as a whole. */
export interface Runs {
  /** 0 plain, 1 no capitals, 2 some and no small word of four letters, 3 most words with one, 9 shouted. */
  readonly manner: number;
  /** The first word of letters. */
  readonly opening: number;
  /** By word with a capital: the first and last of the row of such words in which it stands. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Finds the rows of capitalised words of a sentence. */
export function runsOf({ looks, shouted }: Words): Runs {
  const first = new Int32Array(looks.length);
  const last = new Int32Array(looks.length);
  let opening = -1;
  let small = 0;
  let smallAndLong = 0;
  let capital = 0;
  for (let i = 0; i < looks.length; i++) {
    const look = looks[i] as WordLook;
    if (look.letters === 0) continue;
    if (opening < 0) opening = i;
    if (look.capital === 0) {
      small++;
      if (look.letters > 3) smallAndLong++;
      continue;
    }
    capital++;
    first[i] = i > 0 && (looks[i - 1] as WordLook).capital ? (first[i - 1] as number) : i;
  }
  for (let i = looks.length - 1; i >= 0; i--) last[i] = looks[i + 1]?.capital ? (last[i + 1] as number) : i;
  const manner = shouted
    ? 9
    : capital === 0
      ? 1
      : smallAndLong === 0 && capital > 1
        ? 2
        : capital > 2 && capital > 0.6 * (capital + small)
          ? 3
          : 0;
  return { manner, opening, first, last };
}
