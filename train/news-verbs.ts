/** A verb of the word lists with its forms; `rest` is what always follows it ("up", "dead", "fire on G"). */
export interface Verb {
  readonly base: string;
  readonly past: string;
  readonly participle: string;
  readonly ing: string;
  readonly third: string;
  readonly rest: readonly string[];
}

/** Reads "kill", "kidnap+" (doubles its last letter), "shoot:shot:shot dead". */
export function verbOf(entry: string): Verb {
  const [word = '', ...rest] = entry.split(' ');
  const [head = '', past, participle] = word.split(':');
  const base = head.replace('+', '');
  const stem = head.endsWith('+') ? base + base.slice(-1) : base;
  const dropped = /[^eoy]e$/.test(base) ? base.slice(0, -1) : stem;
  const regular = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${stem}ed`;
  const third = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : `${base}s`;
  const doubled = /^(?:set|hit|shut|split|begin)$/.test(base) ? base + base.slice(-1) : base === 'flee' ? base : dropped;
  return { base, past: past ?? regular, participle: participle ?? regular, ing: `${doubled}ing`, third, rest };
}
