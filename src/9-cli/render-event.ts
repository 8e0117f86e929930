import type { ConflictEvent, Party } from '../6-events/conflict-event.ts';
import type { Decision } from '../6-events/decision.ts';
import type { KeptEvent } from '../7-records/decision-store.ts';
import { tollFigure, typeInWords, whenInWords, whereInWords } from '../7-records/event-in-words.ts';
import { statement } from '../7-records/statement.ts';
import type { Store } from '../7-records/store.ts';
import { counted } from './counted.ts';
import type { Ink } from './ink.ts';
import { shortId } from './short-id.ts';
import { run, wrap } from './wrap.ts';

const STATUS: Readonly<Record<ConflictEvent['status'], (origins: number) => string>> = {
  corroborated: (origins) => `Corroborated: it is told by ${origins} independent origins.`,
  'single-origin': () => 'Not corroborated: everything goes back to one origin.',
  denied: () => 'It is said that this did not happen.',
  attempted: () => 'It was tried and failed.',
  foiled: () => 'It was stopped before it was carried out.',
  planned: () => 'It is said to be planned; nothing says that it happened.',
  threatened: () => 'It was threatened; nothing says that it happened.',
};

interface Sheet {
  readonly ink: Ink;
  readonly width: number;
}

/** An event as a page of plain text that can be read out: what, when, where, who, on whose word, where accounts differ, what is copied from what. */
export function renderEvent(event: KeptEvent, store: Pick<Store, 'report' | 'decisions'>, { ink, width }: Sheet): string {
  const lines: string[] = [];
  const para = (text: string, indent = 0, first?: string): void =>
    void lines.push(...wrap([run(text)], ink, { width, indent, ...(first === undefined ? {} : { first }) }));
  const item = (text: string): void => para(text, 2, '- ');
  const head = (text: string): void => void lines.push('', ink.paint('head', text));
  const names = new Map(event.reports.map((id) => [id, nameOf(id, store)]));
  const report = (id: string): string => names.get(id) ?? shortId(id);

  lines.push(ink.paint('title', `${typeInWords(event)}, ${whereInWords(event)}, ${whenInWords(event)}`), ink.paint('dim', event.id), '');
  para(`${STATUS[event.status](event.origins)} ${counted(event.reports.length, 'report')}, ${counted(event.claims.length, 'claim')}.`);
  const tolls = Object.entries(event.toll).filter(([, { high, best }]) => best > 0 || high !== 0);
  if (tolls.length > 0) para(`Toll: ${tolls.map(([effect, toll]) => tollFigure(effect, toll)).join('; ')}.`);
  if (event.actors.length > 0) para(`Who did it: ${parties(event.actors)}.`);
  if (event.targets.length > 0) para(`To whom: ${parties(event.targets)}.`);
  if (event.human.verdict !== null)
    para(event.human.verdict === 'accepted' ? 'A person accepted all its claims.' : 'A person accepted some of its claims.');
  for (const [field, { written, who }] of Object.entries(event.human.values)) para(`${who} corrected ${field} to: ${written}.`);
  for (const field of event.human.disputed) para(`Coders differ on its ${field}; \`saidso decide differences\` tells how.`);

  head('On whose word');
  for (const id of event.reports) {
    const record = store.report(id)?.record;
    if (record === undefined) continue;
    item(report(id));
    for (const claim of record.claims.filter((one) => event.claims.some((ref) => ref.report === id && ref.claim === one.id)))
      para(statement(claim, record).line, 4, '    ');
  }
  if (event.disagreements.length > 0) {
    head('Where accounts differ');
    for (const { field, accounts } of event.disagreements)
      item(`${field}: ${accounts.map(({ value, reports }) => `${value} (${reports.map(report).join('; ')})`).join(', against ')}`);
  }
  const histories = tolls.filter(([, { accounts }]) => new Set(accounts.map(({ low }) => low)).size > 1);
  if (histories.length > 0) {
    head('How the toll was told over the days');
    for (const [effect, { accounts }] of histories)
      item(
        `${effect}: ${accounts.map(({ low, high, published }) => `${low}${high === null ? ' or more' : ''} (${published ?? 'no date'})`).join(', ')}`,
      );
  }
  if (event.republication.length > 0) {
    head('What goes back to what');
    for (const { from, to, reasons } of event.republication)
      item(`${report(from)} goes back to ${report(to)}: ${reasons.map(({ text }) => text).join('; ')}`);
  }
  const ruled = store.decisions({ event: event.id }).filter((decision) => decision.undone === null && decision.ruling.kind !== 'undo');
  if (ruled.length > 0) {
    head('What people decided');
    for (const decision of ruled) item(decisionLine(decision));
  }
  return lines.join('\n');
}

/** "d_1a2b3c4d  same  Ada, 2026-01-01: seen the map". */
export const decisionLine = ({ id, who, coder, at, why, ruling }: Decision): string =>
  `${shortId(id)} ${ruling.kind}${ruling.kind === 'undo' ? ` ${shortId(ruling.decision)}` : ruling.kind === 'correct' ? ` ${ruling.field} to ${ruling.value}` : ''}, by ${who}${coder === null ? '' : coder === who ? ' as coder' : ` as coder ${coder}`}, ${at.slice(0, 10)}${why === '' ? '' : `: ${why}`}`;

function nameOf(id: string, store: Pick<Store, 'report'>): string {
  const head = store.report(id)?.record.report;
  return `${head?.publisher ?? head?.title ?? 'a report'}${head?.published.date ? `, ${head.published.date}` : ''} (${shortId(id)})`;
}

/** The parties that are named, with how reports tie them to the act where they differ from telling it as a fact. */
function parties(all: readonly Party[]): string {
  const shown = all.slice(0, 6).map(({ name, responsibilities }) => {
    const ties = responsibilities.filter((one) => one !== 'fact').map((one) => one.replaceAll('-', ' '));
    return ties.length > 0 ? `${name} (${ties.join(', ')})` : name;
  });
  return `${shown.join('; ')}${all.length > 6 ? `; and ${all.length - 6} more` : ''}`;
}
