/** Words that keep their full stop. */
export interface Abbreviations {
  readonly all: ReadonlySet<string>;
  /** Those that lead up to a name or number ("Lt. Gen. Nicholson", "No. 5") and so never end a sentence. */
  readonly leading: ReadonlySet<string>;
}

/** Reads data/lexicon/en/abbreviations.txt: one a line, `+` marks a leading one, `#` a comment. */
export function readAbbreviations(text: string): Abbreviations {
  const all = new Set<string>();
  const leading = new Set<string>();
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const word = line.replace(/\+$/, '');
    all.add(word);
    if (line.endsWith('+')) leading.add(word);
  }
  return { all, leading };
}
