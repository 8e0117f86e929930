/** A way in which a report is rewritten on its way from paper to paper. */
export interface Edit {
  readonly name: 'cut' | 'headline' | 'merged' | 'paraphrased lead' | 'typos';
  /** The rewritten text; null when this one is too short for it. `both`: it holds the other report too. Same `seed`, same result. */
  make(text: string, other: string, seed: number): { readonly text: string; readonly both: boolean } | null;
}

const FEWEST_WORDS = 60;
const countWords = (text: string): number => text.split(/\s+/).length;
const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');

/** The first words of a text up to the end of a sentence. */
function head(text: string, share: number): string {
  const end = text.indexOf('. ', Math.floor(text.length * share));
  return end < 0 ? text.slice(0, Math.floor(text.length * share)) : text.slice(0, end + 1);
}

/** A small generator of numbers (mulberry32), so that a run can be repeated. */
function numbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A wire copy that lost its end: 35 to 75 % is left. */
const cut: Edit = {
  name: 'cut',
  make: (text, _, seed) => (countWords(text) < FEWEST_WORDS ? null : { text: head(text, 0.35 + 0.4 * numbers(seed)()), both: false }),
};

/** Another headline and credit around the same words, one paragraph left out, curly quotes. */
const headline: Edit = {
  name: 'headline',
  make(text, _, seed) {
    if (countWords(text) < 30) return null;
    const paragraphs = paragraphsOf(text);
    if (paragraphs.length > 4) paragraphs.splice(1 + Math.floor(numbers(seed)() * (paragraphs.length - 2)), 1);
    const body = paragraphs.join('\n\n').replaceAll('"', '”').replaceAll("'", '’');
    return {
      text: `Officials give new details after violence\n\nBy our staff and agencies\n\n${body}\n\nCopyright. All rights reserved.`,
      both: false,
    };
  },
};

/** Half or more of two reports in one article. */
const merged: Edit = {
  name: 'merged',
  make(text, other) {
    if (countWords(text) < FEWEST_WORDS || countWords(other) < FEWEST_WORDS) return null;
    const shorter = Math.min(text.length, other.length);
    // Both give about as much, as an editor would let them.
    const part = (one: string): string => (one.length > 2.5 * shorter ? head(one, (1.5 * shorter) / one.length) : head(one, 0.6));
    const long = (one: string): boolean => one.length > 2.5 * shorter;
    return long(text) || long(other)
      ? null
      : { text: `${part(text)}\n\nIn another case, police gave news as well.\n\n${part(other)}`, both: true };
  },
};

/** The first two sentences told in other words: clauses turned round, every third word replaced. */
const paraphrased: Edit = {
  name: 'paraphrased lead',
  make(text) {
    const sentences = text.split(/(?<=[.!?])\s+/);
    if (countWords(text) < FEWEST_WORDS || sentences.length < 5) return null;
    const lead = sentences
      .slice(0, 2)
      .map((sentence) => {
        const words = sentence.replace(/[.,!?]/g, '').split(/\s+/);
        const middle = Math.floor(words.length / 2);
        const turned = [...words.slice(middle), ...words.slice(0, middle)];
        return `According to accounts ${turned.map((word, at) => (at % 3 === 2 ? 'reportedly' : word)).join(' ')}.`;
      })
      .join(' ');
    return { text: `${lead}\n\n${sentences.slice(2).join(' ')}`, both: false };
  },
};

/** One word in sixteen misspelt, doubled or left out; every third such text in capitals. */
const typos: Edit = {
  name: 'typos',
  make(text, _, seed) {
    if (countWords(text) < 30) return null;
    const next = numbers(seed);
    const words = text.split(/( +|\n+)/).map((word) => {
      if (next() > 1 / 16 || word.trim().length < 3) return word;
      const at = 1 + Math.floor(next() * (word.length - 2));
      const kind = next();
      if (kind < 0.2) return '';
      if (kind < 0.6) return word.slice(0, at) + word.slice(at + 1);
      return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
    });
    const made = words.join('');
    return { text: seed % 3 === 1 ? made.toUpperCase() : made, both: false };
  },
};

export const EDITS: readonly Edit[] = [cut, headline, merged, paraphrased, typos];
