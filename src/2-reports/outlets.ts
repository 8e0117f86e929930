/** A news outlet or agency as the list knows it. */
export interface Outlet {
  readonly name: string;
  readonly kind: 'agency' | 'outlet';
  /** ISO 3166-1 alpha-2, or `-` for none. */
  readonly country: string;
}

/** An outlet's name found in a text. */
export interface OutletMention {
  readonly outlet: Outlet;
  readonly start: number;
  readonly end: number;
  /** The alias is a common word too ("Time", "Dawn"): only a clear context makes it an outlet. */
  readonly weak: boolean;
}

/** Outlets by name, alias and domain. */
export interface Outlets {
  readonly size: number;
  byName(name: string): Outlet | null;
  byUrl(url: string | null): Outlet | null;
  /** Every mention, longest alias first at each place, in order; linear in the text. */
  mentions(text: string): OutletMention[];
}

/**
 * Reads the outlet list: a line each, tab-separated: name, kind (agency or outlet), country, domains, aliases; lists parted by `;`.
 * `#` starts a comment line. An alias ending in `?` is weak.
 */
export function outletsFromText(file: string): Outlets {
  const byAlias = new Map<string, { outlet: Outlet; weak: boolean }>();
  const byDomain = new Map<string, Outlet>();
  /** The lengths in words of the aliases that begin with a word, longest first. */
  const lengths = new Map<string, number[]>();
  let size = 0;
  for (const line of file.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [name, kind, country, domains, aliases] = line.split('\t').map((field) => field.trim());
    if (!name) continue;
    size += 1;
    const bareName = name.replace(/\?$/, '');
    const outlet: Outlet = { name: bareName, kind: kind === 'agency' ? 'agency' : 'outlet', country: country || '-' };
    for (const alias of [name, ...(aliases ? aliases.split(';') : [])]) {
      const weak = alias.trim().endsWith('?');
      const words = wordsIn(alias.replace(/\?\s*$/, '')).map((word) => word.text);
      if (words.length === 0) continue;
      const key = words.join(' ');
      // The name "The National" with the alias "National?" is weak too: both are one word to a reader of the text.
      if (!byAlias.has(key) || (weak && byAlias.get(key)?.outlet === outlet)) byAlias.set(key, { outlet, weak });
      const first = words[0] as string;
      const known = lengths.get(first) ?? [];
      if (!known.includes(words.length))
        lengths.set(
          first,
          [...known, words.length].sort((a, b) => b - a),
        );
    }
    for (const domain of domains ? domains.split(';') : []) if (domain.trim() && domain.trim() !== '-') byDomain.set(domain.trim(), outlet);
  }
  return {
    size,
    byName: (name) =>
      byAlias.get(
        wordsIn(name)
          .map((word) => word.text)
          .join(' '),
      )?.outlet ?? null,
    byUrl(url) {
      let host: string;
      try {
        host = new URL(url ?? '').hostname.toLowerCase();
      } catch {
        return null;
      }
      for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
        const outlet = byDomain.get(rest);
        if (outlet !== undefined) return outlet;
      }
      return null;
    },
    mentions(text) {
      const words = wordsIn(text);
      const found: OutletMention[] = [];
      for (let index = 0; index < words.length; index += 1) {
        const first = words[index] as Word;
        for (const length of lengths.get(first.text) ?? []) {
          const last = words[index + length - 1];
          if (last === undefined) continue;
          const known = byAlias.get(
            length === 1
              ? first.text
              : words
                  .slice(index, index + length)
                  .map((word) => word.text)
                  .join(' '),
          );
          if (known === undefined) continue;
          // A name begins with a capital or a digit; "the associated press" in lower case is not how a report names it.
          if (!/[\p{Lu}\p{N}]/u.test(text.slice(first.start, first.end))) continue;
          found.push({ outlet: known.outlet, start: first.start, end: last.end, weak: known.weak });
          index += length - 1;
          break;
        }
      }
      return found;
    },
  };
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words in lower case; "the" before a name is not part of it. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.&'’-](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu)) {
    const raw = match[0].replace(/['’]s$/, '');
    const word = raw.toLowerCase().replace(/’/g, "'");
    if (word === 'the') continue;
    words.push({ text: word, start: match.index, end: match.index + raw.length });
  }
  return words;
}
