import { overviewWords } from './overview/words.ts';

/**
 * Every word that the page says, in one place. Another language is another object of this shape: write it, and name it in
 * `LANGUAGES`. What the server says (messages, statements) comes in English.
 */
export const english = {
  name: 'Saidso',
  skip: 'Skip to the content',
  nav: {
    label: 'Main',
    overview: 'Overview',
    events: 'Events',
    reports: 'Reports',
    review: 'Review',
    add: 'Add',
    about: 'About',
    search: 'Search',
    network: 'Who acts on whom',
  },
  scheme: { toLight: 'Light colours', toDark: 'Dark colours' },
  states: {
    loading: 'Loading …',
    again: 'Try again',
    more: 'More',
    broken: 'This view broke.',
    brokenHint: 'Nothing of the record is lost. Reload the page; if it happens again, the address above shows where.',
    notFound: 'There is no such page.',
    notFoundHint: 'The address may be cut off. Start at the overview.',
    toStart: 'To the overview',
    noServer: 'The server does not answer.',
    noServerHint: 'Start it again with `saidso serve` or `npm start`, then try again.',
    answered: (status: number) => `The server answered ${status}.`,
    close: 'Close',
    cancel: 'Cancel',
    copied: 'Copied',
  },
  counted: {
    report: { one: '# report', other: '# reports' },
    claim: { one: '# claim', other: '# claims' },
    quote: { one: '# quote', other: '# quotes' },
    note: { one: '# note', other: '# notes' },
    event: { one: '# event', other: '# events' },
    origin: { one: '# independent origin', other: '# independent origins' },
    place: { one: '# place', other: '# places' },
  },
  unknownDay: 'date unknown',
  reports: {
    title: 'Reports',
    empty: 'No reports yet',
    emptyHint: 'Paste a report, drop files or give an address: what it claims appears as it is read.',
    addFirst: 'Add a report',
    allClaims: 'All claims as a table',
  },
  claims: {
    title: 'Claims',
    allReports: 'All reports',
    type: 'Type',
    country: 'Country',
    stage: 'How far it got',
    since: 'From',
    until: 'To',
    any: 'any',
    clear: 'Clear',
    none: 'No claims fit.',
    columns: { days: 'Days', claim: 'Claim', place: 'Place', report: 'Report' },
  },
  kinds: {
    trigger: 'the act',
    actor: 'who',
    target: 'to whom, to what',
    place: 'where',
    time: 'when',
    toll: 'toll',
    source: 'who says so',
  },
  report: {
    untitled: 'Untitled report',
    noDate: 'publication date unknown',
    original: 'original page',
    noOrigin: 'Names no other origin.',
    comesFrom: 'Comes from',
    relations: { credited: 'credited', agency: 'news agency', 'reported-by': 'reported it', 'statement-of': 'statement' },
    article: 'The report',
    beside: 'What it claims',
    noClaims: 'No claims',
    nothingFound: 'No claims of political violence, unrest or the politics around it were found in this text.',
    notRead: 'Not read for claims: its language is none that Saidso reads.',
    unnamed: 'Unnamed speaker',
    via: 'via',
    noPlace: 'no place given',
    noDay: 'no date given',
    ownVoice: 'in the report’s own words',
    confidence: 'Of the claims given this figure, about as many in 100 are right',
    alsoSeen: 'The same text was also seen at',
    readBy: (codebook: string, software: string) => `Read by the codebook ${codebook}, Saidso ${software}.`,
  },
  overview: overviewWords,
  about: {
    title: 'About this record',
    what: 'Saidso reads news reports of political violence and keeps a sourced record: who did what to whom, when and where, with what outcome, and on whose say-so. Everything here comes out of one file on this machine; nothing is sent anywhere.',
    software: 'Saidso',
    codebook: 'Codebook',
    holds: 'The record holds',
  },
} as const;

/** The shape that every language fills. */
export type Texts = Widened<typeof english>;
type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Widened<T[Key]> };

const LANGUAGES: Readonly<Record<string, Texts>> = { en: english };

/** The first language of the reader for which there are texts; English when there is none. */
export const language: string = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in LANGUAGES) ?? 'en';
export const texts: Texts = LANGUAGES[language] ?? english;
