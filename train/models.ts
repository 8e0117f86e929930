/** Makes one model from the corpora's folder and writes it where it belongs; `report` prints progress. */
export interface Training {
  readonly about: string;
  train(data: string, report: (line: string) => void): void | Promise<void>;
}

/** Every model that `npm run train` knows. A new one is one file and one line here. In the order in which they need each other. */
export const MODELS: Readonly<Record<string, Training>> = {
  clusters: {
    about: 'word vectors and clusters from raw text (10 minutes)',
    train: async (...args) => (await import('./make-clusters.ts')).makeClusters(...args),
  },
  lemmas: { about: 'the table of dictionary forms', train: async (...args) => (await import('./lemmas.ts')).writeLemmas(...args) },
  tagger: { about: 'parts of speech', train: async (...args) => (await import('./make-tagger.ts')).makeTagger(...args) },
  parser: { about: 'dependency trees; needs the tagger', train: async (...args) => (await import('./make-parser.ts')).makeParser(...args) },
  names: {
    about: 'names of persons, places, organisations; needs the clusters (15 minutes)',
    train: async (...args) => (await import('./names.ts')).makeNames(...args),
  },
  confidence: {
    about: 'how likely a claim is right, from the gold reports',
    train: async (...args) => (await import('./confidence.ts')).train(...args),
  },
  'same-event': {
    about: 'whether two reports tell one happening, from gva-longtail and ecbplus (4 minutes)',
    train: async (...args) => (await import('./same-event.ts')).train(...args),
  },
  muc4: {
    about: 'what claims make of the templates of MUC-4, from its DEV part; used by the evaluation alone (3 minutes)',
    train: async (...args) => (await import('./muc4.ts')).train(...args),
  },
};
