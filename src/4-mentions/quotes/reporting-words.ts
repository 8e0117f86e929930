/** The classes of data/lexicon/en/reporting-verbs.txt. */
export const REPORTING_CLASSES = ['say', 'tell', 'belief', 'evidence', 'stance', 'naming', 'infinitive', 'notice', 'outlet'] as const;
export type ReportingClass = (typeof REPORTING_CLASSES)[number];

/** Words of speech and thought. Verbs with a particle are joined by an underscore: `call_for`. */
export interface ReportingWords {
  has(cls: ReportingClass, lemma: string): boolean;
}

/** What finding quotes needs of the kit. */
export interface QuotesKit {
  readonly reportingWords: ReportingWords;
}

/** Reads the text of data/lexicon/en/reporting-verbs.txt; lines of unknown classes are left out. */
export function readReportingWords(text: string): ReportingWords {
  const classes = new Map<string, Set<string>>(REPORTING_CLASSES.map((c) => [c, new Set<string>()]));
  for (const line of text.split('\n')) {
    const [cls = '', words = ''] = line.split('\t');
    if (!cls.startsWith('#')) for (const w of words.split(' ')) if (w !== '') classes.get(cls)?.add(w);
  }
  return { has: (cls, lemma) => classes.get(cls)?.has(lemma) ?? false };
}
