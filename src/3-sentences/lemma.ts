/** What the lemmatizer knows beside its rules. */
export interface Lemmas {
  /** By XPOS: lower-case form → lemma, where the rules would go wrong. */
  readonly exceptions: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Base forms of verbs, to tell "hope" from "hop" behind "hoping". */
  readonly verbs: ReadonlySet<string>;
}

export const NO_LEMMAS: Lemmas = { exceptions: new Map(), verbs: new Set() };

/** Reads data/lexicon/en/lemmas.txt: `form TAB XPOS TAB lemma`, or `verb TAB base form`. */
export function readLemmas(text: string): Lemmas {
  const exceptions = new Map<string, Map<string, string>>();
  const verbs = new Set<string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const cut = line.lastIndexOf('\t');
    const key = line.slice(0, cut);
    const value = line.slice(cut + 1);
    if (key === 'verb') {
      verbs.add(value);
      continue;
    }
    const parted = key.indexOf('\t');
    const xpos = key.slice(parted + 1);
    const own = exceptions.get(xpos) ?? new Map<string, string>();
    exceptions.set(xpos, own.set(key.slice(0, parted), value));
  }
  return { exceptions, verbs };
}

/** "shot", "struck", "fled": a past that is no base form, so that "Gunmen shot" is no present. */
export function isOnlyPast(form: string, lemmas: Lemmas): boolean {
  const lower = form.toLowerCase();
  return !lemmas.verbs.has(lower) && lemmas.exceptions.get('VBD')?.has(lower) === true;
}

/** Dictionary form of a word: lower case, except for proper nouns. */
export function lemmaOf(form: string, xpos: string, lemmas: Lemmas): string {
  const lower = form.toLowerCase().replace(/[’‘`´]/g, "'");
  const known = lemmas.exceptions.get(xpos)?.get(lower);
  if (known !== undefined) return known;
  switch (xpos) {
    case 'NNP':
      return form;
    case 'NNPS':
      return singular(form);
    case 'NNS':
      return singular(lower);
    case 'VBZ':
      return /^'/.test(lower) ? lower : thirdPerson(lower, lemmas);
    case 'VBG':
      return lower.endsWith('ing') && lower.length > 4 ? base(lower.slice(0, -3), lemmas) : lower;
    case 'VBD':
    case 'VBN':
      if (lower.endsWith('ied') && lower.length > 4) return `${lower.slice(0, -3)}y`;
      if (lower.endsWith('eed') && lower.length > 4) return lower.slice(0, -1);
      return lower.endsWith('ed') && lower.length > 3 ? base(lower.slice(0, -2), lemmas) : lower;
    case 'JJR':
    case 'RBR':
      return compared(lower, 'er');
    case 'JJS':
    case 'RBS':
      return compared(lower, 'est');
    default:
      return lower;
  }
}

function singular(form: string): string {
  const lower = form.toLowerCase();
  if (form.length < 3 || !lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return form;
  if (/ies$/.test(lower)) return lower.length > 4 ? form.slice(0, -3) + (form.endsWith('S') ? 'Y' : 'y') : form.slice(0, -1);
  if (/(?:[sxz]|ch|sh)es$/.test(lower) && !/(?:[aeiou]se|ze|che|ase|nse|rse)s$/.test(lower)) return form.slice(0, -2);
  return form.slice(0, -1);
}

/** "searches" → "search", "aches" → "ache", "raises" → "raise": a verb that is known goes before the rule. */
function thirdPerson(form: string, { verbs }: Lemmas): string {
  if (/(?:[sxzo]|ch|sh)es$/.test(form)) {
    const short = form.slice(0, -2);
    const long = form.slice(0, -1);
    if (verbs.has(long) !== verbs.has(short)) return verbs.has(long) ? long : short;
    if (/[cs]hes$/.test(form)) return short;
  }
  return singular(form);
}

/** The verb behind a stem that lost "-ing" or "-ed": "hop(p)", "hop(e)", "walk", "vandalis(e)". */
function base(stem: string, { verbs }: Lemmas): string {
  const withE = `${stem}e`;
  if (/([bdgklmnprtvz])\1$/.test(stem)) {
    const single = stem.slice(0, -1);
    // "kill", "add": the letter is double in the verb itself; "kidnapp", "vetted": it was doubled.
    if (verbs.has(stem) && !(verbs.has(single) && !/(?:ll|zz)$/.test(stem))) return stem;
    if (verbs.has(single)) return single;
    return /(?:ll|zz)$/.test(stem) ? stem : single;
  }
  // One short vowel before one consonant would have doubled it: "hoped" is of "hope", not of "hop".
  const undoubled = /^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(stem);
  if (undoubled && verbs.has(withE)) return withE;
  if (verbs.has(stem)) return stem;
  if (verbs.has(withE)) return withE;
  if (
    /(?:[cuvz]|[^aeiou]l|[^aeoi]s|[aeiou]is|[^s]is|[aiou]s|rg|dg|ag|ang|eng|[^aeiou]r|[^aeiou][aiu]t|[^aeiou][iu]r|[bp]ad|th)$/.test(
      stem,
    ) &&
    !/(?:th|ss|izz|[^e]us)$/.test(stem)
  )
    return /[aeiou]t$/.test(stem) && !/(?:at|ut)$/.test(stem) ? stem : withE;
  return stem;
}

function compared(form: string, ending: 'er' | 'est'): string {
  if (!form.endsWith(ending) || form.length < ending.length + 3) return form;
  const stem = form.slice(0, -ending.length);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnpt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[^aeiou][aiou][gvsrc]|rg|at|ul|bl|pl|mpl|tl|nc|vic|af)$/.test(stem) ? `${stem}e` : stem;
}
