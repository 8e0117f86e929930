import { cut } from '../0-terms/span.ts';
import type { Origin, PublicationDate } from '../2-reports/report.ts';
import type { Quote } from '../4-mentions/annotated-report.ts';
import type { Claim } from '../5-claims/coded-report.ts';
import { dayInWords } from '../7-records/days-in-words.ts';
import { namer } from '../7-records/filler-words.ts';
import type { ReportRecord } from '../7-records/record.ts';
import { statement } from '../7-records/statement.ts';
import { counted } from './counted.ts';
import type { Ink } from './ink.ts';
import { markedSentence } from './marked-sentence.ts';
import type { Run } from './wrap.ts';
import { run, wrap } from './wrap.ts';

export interface Sheet {
  readonly ink: Ink;
  /** Columns. */
  readonly width: number;
}

/** A whole record for a reader: head, claims with their sentences, quotes, notes. No line end after the last line. */
export function renderRecord(record: ReportRecord, source: string, sheet: Sheet): string {
  const lines = [...renderHead(record, source, sheet), ''];
  if (record.claims.length === 0) {
    // Of a text that was not read it cannot be said that it claims nothing.
    const none = record.notes.some(({ code }) => code === 'language-not-read')
      ? 'Not read for claims: its language is none that Saidso reads.'
      : 'No claims of political violence, unrest or the politics around it were found in this text.';
    lines.push(...wrap([run(none)], sheet.ink, { width: sheet.width }));
  } else {
    lines.push(sheet.ink.paint('dim', counted(record.claims.length, 'claim').toUpperCase()));
    record.claims.forEach((claim, at) => {
      if (at > 0) lines.push('');
      lines.push(...renderClaim(claim, record, sheet, `${at + 1}`));
    });
  }
  if (record.quotes.length > 0)
    lines.push(
      '',
      sheet.ink.paint('dim', counted(record.quotes.length, 'quote').toUpperCase()),
      ...record.quotes.flatMap((quote) => renderQuote(quote, record, sheet)),
    );
  if (record.notes.length > 0) {
    lines.push('', sheet.ink.paint('dim', counted(record.notes.length, 'note').toUpperCase()));
    for (const note of record.notes) lines.push(...wrap([run(note.text)], sheet.ink, { width: sheet.width, first: '  · ', indent: 4 }));
  }
  return lines.join('\n');
}

/** Title, outlet, date and origins. */
export function renderHead({ report }: ReportRecord, source: string, { ink, width }: Sheet): string[] {
  const facts = [
    report.publisher,
    publishedInWords(report.published),
    report.byline && byline(report.byline),
    report.dateline && `from ${report.dateline.place}`,
  ];
  const told = facts.filter((fact): fact is string => fact !== null && fact !== '');
  const lines = wrap([run(report.title ?? firstWords(report.text), 'title')], ink, { width });
  lines.push(...wrap([run(told.join(' · '))], ink, { width }));
  lines.push(...wrap([run(report.url ?? (source === '-' ? 'standard input' : source), 'dim')], ink, { width }));
  if (report.origins.length > 0)
    lines.push(...wrap([run('Comes from '), run(report.origins.map(originInWords).join(', '))], ink, { width, indent: 0 }));
  return lines;
}

const byline = (name: string): string => (/^by /i.test(name) ? name.replace(/^by /i, 'by ') : `by ${name}`);

const RELATIONS: Readonly<Record<Origin['relation'], string>> = {
  credited: 'credited',
  agency: 'news agency',
  'reported-by': 'reported it',
  'statement-of': 'statement',
};
const originInWords = ({ name, relation }: Origin): string => `${name} (${RELATIONS[relation]})`;

const BASES: Readonly<Record<PublicationDate['basis'], string>> = {
  metadata: '',
  text: ' (from the text)',
  url: ' (from the address)',
  given: ' (as given)',
  inferred: ' (inferred)',
  unknown: '',
};
export const publishedInWords = ({ date, basis }: PublicationDate): string =>
  date === null ? 'publication date unknown' : `${dayInWords(date)}${BASES[basis]}`;

function firstWords(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  return line.length > 72 ? `${line.slice(0, 72).replace(/\s+\S*$/, '')}…` : line || '(no title)';
}

/** Below this confidence the line says so. */
const UNSURE = 0.5;

/** The claim's line, its pieces set apart, and its sentence with the evidence marked. */
export function renderClaim(claim: Claim, record: ReportRecord, { ink, width }: Sheet, number = ''): string[] {
  const said = statement(claim, record);
  const setting = [said.where, said.when].filter((part) => part !== '').join(', ');
  const missing = setting === '' ? 'no place or date given' : said.when === '' ? 'no date given' : '';
  const runs: Run[] = [
    run(said.head, claim.polarity === 'denied' ? 'bad' : 'head'),
    run(said.rest, 'strong'),
    run(said.toll && `; ${said.toll}`),
    run(setting && ` — ${setting}`),
    run(missing && `${setting === '' ? ' — ' : ', '}${missing}`, 'dim'),
    run(said.according ? `; ${said.according}` : '; in the report’s own words', said.according ? 'plain' : 'dim'),
    run(claim.confidence < UNSURE ? ' (unsure)' : '', 'dim'),
  ];
  const indent = Math.max(4, number.length + 2);
  const first = `${number.padStart(indent - 2)}  `;
  return [
    ...wrap(runs, ink, { width, first: ink.paint('dim', first), indent }),
    ...wrap(markedSentence(claim, record.report.text, ink), ink, { width, first: ' '.repeat(indent + 2), indent: indent + 2 }),
  ];
}

/** Longest stretch of a quote that is shown. */
const LONGEST_QUOTE = 400;

function renderQuote(quote: Quote, record: ReportRecord, { ink, width }: Sheet): string[] {
  const names = namer(record);
  const content = cut(record.report.text, quote.content);
  const shown = content.length > LONGEST_QUOTE ? `${content.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …` : content;
  const name = (id: string | null, span: Quote['speakerSpan']): string | null =>
    id === null && span === null ? null : names.name({ entity: id ?? undefined, span: span ?? [0, 0] });
  const speaker = name(quote.speaker, quote.speakerSpan);
  const via = name(quote.via, quote.viaSpan);
  const runs = [
    run(capital(speaker ?? 'Unnamed speaker'), 'strong'),
    run(via === null ? '' : `, via ${via}`, 'dim'),
    run(': '),
    run(quote.direct ? `“${shown}”` : shown),
  ];
  return wrap(runs, ink, { width, first: '  · ', indent: 4 });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
