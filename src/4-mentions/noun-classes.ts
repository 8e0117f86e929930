/**
 * What a common noun stands for. group: armed groups, gangs, crowds; organisation: companies, parties, unions; government: states,
 * ministries, armies, police, courts; thing: any other object or stuff; abstract: none of the others.
 */
export const NOUN_CLASSES = [
  'person',
  'group',
  'organisation',
  'government',
  'facility',
  'place',
  'weapon',
  'vehicle',
  'event',
  'time',
  'animal',
  'thing',
  'abstract',
] as const;
export type NounClass = (typeof NOUN_CLASSES)[number];

/** What `classOf` needs of the kit. */
export interface NounClasses {
  /**
   * Class of a common noun by its dictionary form ("soldier" → person), or null for an unknown word. Capitals do not matter.
   * Of a compound in several words the longest known ending decides ("riot police" → police). Hyphenated words fall back on their last part.
   */
  classOf(lemma: string): NounClass | null;
}

const KNOWN = new Set<string>(NOUN_CLASSES);

/**
 * The classes from their packed text: one line a class, `class TAB word SPACE word …`, underscores for the spaces in a word;
 * lines that start with # are notes. Later lines win. Words of a class that does not exist are left out.
 */
export function nounClassesFromText(...texts: readonly string[]): NounClasses {
  const classes = new Map<string, NounClass>();
  for (const text of texts) {
    for (const line of text.split('\n')) {
      const tab = line.indexOf('\t');
      const name = line.slice(0, tab);
      if (tab < 0 || !KNOWN.has(name)) continue;
      for (const word of line.slice(tab + 1).split(' ')) if (word) classes.set(word, name as NounClass);
    }
  }
  return {
    classOf(lemma) {
      let words = lemma.toLowerCase().replaceAll(' ', '_');
      for (;;) {
        const known = classes.get(words);
        if (known) return known;
        const next = nextPart(words);
        if (next < 0) return null;
        words = words.slice(next);
      }
    },
  };
}

/** Where the part after the first underscore or hyphen starts, -1 when there is none. */
function nextPart(words: string): number {
  for (let i = 0; i < words.length - 1; i++) {
    const c = words.charCodeAt(i);
    if (c === 95 || c === 45) return i + 1;
  }
  return -1;
}
