import type { Claim } from '../../5-claims/coded-report.ts';
import { dayInWords } from '../days-in-words.ts';
import type { KeptEvent } from '../decision-store.ts';
import type { Discretion } from '../exports/told-event.ts';
import type { ReportRecord } from '../record.ts';
import { statement } from '../statement.ts';
import type { Html } from './html.ts';
import { html, webLink } from './html.ts';

/** By day of publication; those without one last. */
export const inOrder = (records: readonly ReportRecord[]): readonly ReportRecord[] =>
  [...records].sort((a, b) => (key(a) < key(b) ? -1 : 1));
const key = ({ report }: ReportRecord): string => `${report.published.date ?? '9'} ${report.id}`;

/** The number by which the page refers to each report. */
export const numbersOf = (ordered: readonly ReportRecord[]): ReadonlyMap<string, number> =>
  new Map(ordered.map(({ report }, at) => [report.id, at + 1]));

/** "[2]", a link to the report below; nothing for one that is not on the page. */
export function reference(report: string, numbers: ReadonlyMap<string, number>): Html {
  const number = numbers.get(report);
  return number === undefined ? html`` : html`<a href="#r${number}">[${number}]</a>`;
}

/** The reports: who published each, when, where to read it; what it says of the event, and a few of its words as evidence. */
export const sourceList = (ordered: readonly ReportRecord[], event: KeptEvent, discretion: Discretion): Html =>
  html`<ol class="pub-sources">
${ordered.map((record, at) => html`<li id="r${at + 1}">${source(record, event, discretion)}</li>\n`)}</ol>`;

function source(record: ReportRecord, event: KeptEvent, discretion: Discretion): Html {
  const { report, claims } = record;
  const { words, blunt, url } = discretion;
  // Headline, statements and quoted words name places: where these are to be blunted, they stay away.
  const headline = blunt || report.title === null ? 'Report' : words(report.title);
  const told = [
    report.publisher,
    report.published.date === null ? 'no date' : dayInWords(report.published.date),
    ...report.origins.map(({ name, relation }) => `${RELATIONS[relation] ?? relation} ${words(name)}`),
  ];
  const said = new Map<string, Claim>();
  for (const claim of claims)
    if (event.claims.some((ref) => ref.report === report.id && ref.claim === claim.id)) {
      const line = words(statement(claim, record).line);
      if (!said.has(line)) said.set(line, claim);
    }
  const accounts = blunt
    ? []
    : [...said].map(([line, claim]) => html`<p>${line}</p><blockquote>${words(evidenceOf(claim, report.text))}</blockquote>`);
  return html`<p><cite>${webLink(url(report.url), headline)}</cite> <span class="dim">${told.filter((part) => part !== null).join(' · ')}</span></p>${accounts}`;
}

const RELATIONS: Readonly<Record<string, string>> = {
  credited: 'credits',
  agency: 'from the agency',
  'reported-by': 'as reported by',
  'statement-of': 'on a statement of',
};

/** Words of a quotation on either side of the act: enough to check the claim, too few to stand for the article. */
const AROUND = 14;

/** The words about the act, out of its sentence: at most thirty or so, cut ends marked by "…". */
export function evidenceOf({ sentence: [from, to], trigger }: Pick<Claim, 'sentence' | 'trigger'>, text: string): string {
  const tidy = (part: string): string[] => part.split(/\s+/).filter((word) => word !== '');
  const before = tidy(text.slice(from, trigger[0]));
  const after = tidy(text.slice(trigger[1], to));
  const glued = /\S$/.test(text.slice(from, trigger[1])) && /^\S/.test(text.slice(trigger[1], to)) ? '' : ' ';
  const start = `${before.length > AROUND ? '… ' : ''}${before.slice(-AROUND).join(' ')}`;
  const end = `${after.slice(0, AROUND).join(' ')}${after.length > AROUND ? ' …' : ''}`;
  return `${start}${start === '' ? '' : ' '}${tidy(text.slice(trigger[0], trigger[1])).join(' ')}${end === '' ? '' : glued}${end}`;
}

/** What goes back to what, and why. */
export function republication(
  { republication: edges }: KeptEvent,
  numbers: ReadonlyMap<string, number>,
  { words, blunt }: Discretion,
): Html | null {
  const shown = edges.filter(({ from, to }) => numbers.has(from) && numbers.has(to));
  if (shown.length === 0) return null;
  const lines = shown.map(
    ({ from, to, reasons }) =>
      html`<li>${reference(from, numbers)} goes back to ${reference(to, numbers)}: ${reasons.map(({ reason, text }) => (blunt ? reason.replace('-', ' ') : words(text))).join('; ')}</li>`,
  );
  return html`<section><h2>What is a copy of what</h2><ul>${lines}</ul></section>
`;
}
