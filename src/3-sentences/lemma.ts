/** What the lemmatizer knows beside its rules. */
export interface Lemmas {
  /** Lower-case form + TAB + XPOS → lemma, where the rules would go wrong. */
  readonly exceptions: ReadonlyMap<string, string>;
  /** Base forms of verbs, to tell "hope" from "hop" behind "hoping". */
  readonly verbs: ReadonlySet<string>;
}

export const NO_LEMMAS: Lemmas = { exceptions: new Map(), verbs: new Set() };

/** Reads data/lexicon/en/lemmas.txt: `form TAB XPOS TAB lemma`, or `verb TAB base form`. */
export function readLemmas(text: string): Lemmas {
  const exceptions = new Map<string, string>();
  const verbs = new Set<string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const cut = line.lastIndexOf('\t');
    const key = line.slice(0, cut);
    const value = line.slice(cut + 1);
    if (key === 'verb') verbs.add(value);
    else exceptions.set(key, value);
  }
  return { exceptions, verbs };
}

/** Dictionary form of a word: lower case, except for proper nouns. */
export function lemmaOf(form: string, xpos: string, lemmas: Lemmas): string {
  const lower = form.toLowerCase().replace(/[’‘`´]/g, "'");
  const known = lemmas.exceptions.get(`${lower}\t${xpos}`);
  if (known !== undefined) return known;
  switch (xpos) {
    case 'NNP':
      return form;
    case 'NNPS':
      return singular(form);
    case 'NNS':
      return singular(lower);
    case 'VBZ':
      return /^'/.test(lower) ? lower : singular(lower);
    case 'VBG':
      return lower.endsWith('ing') && lower.length > 4 ? base(lower.slice(0, -3), lemmas) : lower;
    case 'VBD':
    case 'VBN':
      if (lower.endsWith('ied') && lower.length > 4) return `${lower.slice(0, -3)}y`;
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

/** The verb behind a stem that lost "-ing" or "-ed": "hop(p)", "hop(e)", "walk". */
function base(stem: string, { verbs }: Lemmas): string {
  const doubled = /([bdgklmnprtv])\1$/.test(stem);
  if (verbs.has(stem) && !doubled) return stem;
  if (verbs.has(`${stem}e`)) return `${stem}e`;
  if (doubled) return verbs.has(stem) ? stem : stem.slice(0, -1);
  if (/(?:[cuvz]|[^aeiou]l|[^aeoi]s|rg|dg|ang|eng|[^aeiou]r|[^aeiou][aiu]t|[^aeiou]ir|th)$/.test(stem) && !/(?:th|ss|izz)$/.test(stem))
    return /[aeiou]t$/.test(stem) && !/(?:at|ut)$/.test(stem) ? stem : `${stem}e`;
  return stem;
}

function compared(form: string, ending: 'er' | 'est'): string {
  if (!form.endsWith(ending) || form.length < ending.length + 3) return form;
  const stem = form.slice(0, -ending.length);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnpt])\1$/.test(stem)) return stem.slice(0, -1);
  return /(?:[^aeiou][aiou][gvsrc]|rg|at|ul|bl|pl|mpl|tl|nc|vic|af)$/.test(stem) ? `${stem}e` : stem;
}
