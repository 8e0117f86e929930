import { EFFECTS, type Effect } from '../../5-claims/coded-report.ts';
import { dayInWords } from '../days-in-words.ts';
import type { KeptEvent } from '../decision-store.ts';
import type { Discretion } from '../exports/told-event.ts';
import type { EventSummary, PartyName } from '../overview.ts';
import type { ReportRecord } from '../record.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Site } from './site.ts';
import { citation, count, pageOf } from './site.ts';
import { inOrder, numbersOf, reference, republication, sourceList } from './sources.ts';
import { placeOf, statusOf, titleOf, tollOf, whenOf } from './words.ts';

export interface EventPageInput {
  readonly site: Site;
  /** The event in short, with what people corrected; private names and places already blunted. */
  readonly summary: EventSummary;
  readonly event: KeptEvent;
  /** Its reports. */
  readonly records: readonly ReportRecord[];
  readonly discretion: Discretion;
  /** Label of its type. */
  readonly label: string;
}

/** An event as a page of its own, which needs no script: what, when, where, who, toll, on whose word, who copies whom. */
export function eventPage({ site, summary, event, records, discretion, label }: EventPageInput): string {
  const title = titleOf(summary, label);
  const ordered = inOrder(records);
  const numbers = numbersOf(ordered);
  const tolls = EFFECTS.flatMap((effect) => {
    const toll = summary.toll[effect];
    return toll === undefined || (toll.best === 0 && toll.high === 0) ? [] : [{ effect, toll }];
  });
  const facts: readonly (readonly [name: string, value: Html])[] = [
    ['What', html`${label}`],
    ['When', html`${whenOf(summary)}`],
    ['Where', html`${placeOf(summary)}${nearness(summary)}`],
    ['Who did it', parties(summary.actors, event.actors, discretion)],
    ['To whom', parties(summary.targets, [], discretion)],
    ...tolls.map(({ effect, toll }) => [capital(effect), figures(effect, toll, event, numbers)] as const),
    ['How well it stands', html`${statusOf(summary)} ${count(summary.reports, 'report')}, ${count(summary.claims, 'claim')}.`],
    ['Set right by a person', html`${summary.corrected.join(', ')}`],
  ];
  const body = html`<article>
<h1>${title}</h1>
<dl class="facts">
${facts.filter(([, value]) => value.html !== '').map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>
${disagreements(event, numbers, discretion)}<section><h2>On whose word</h2>
${sourceList(ordered, event, discretion)}</section>
${republication(event, numbers, discretion)}${citation(site, title)}
<p class="dim small">${event.id}</p>
</article>`;
  return pageOf(site, { title: `${title} – ${site.title}`, body, top: '../' });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function nearness({ where }: EventSummary): string {
  if (where?.precision === 'country') return ' (somewhere in the country)';
  if (where?.precision === 'admin1' || where?.precision === 'admin2') return ' (somewhere in this division)';
  return where?.precision === 'near' ? ' (near it)' : '';
}

/** Who is named, with how reports tie them to the act where they do not tell it as a fact. */
function parties(named: readonly PartyName[], told: KeptEvent['actors'], { words }: Discretion): Html {
  const ties = new Map(told.map(({ name, responsibilities }) => [words(name), responsibilities.filter((tie) => tie !== 'fact')]));
  const once = [...new Set(named.map(({ name }) => words(name)))];
  return html`${once.map((name, at) => {
    const tie = ties.get(name) ?? [];
    return `${at > 0 ? '; ' : ''}${name}${tie.length > 0 ? ` (${tie.join(', ').replaceAll('-', ' ')})` : ''}`;
  })}`;
}

/** The best figure with its range; where reports differ, what each gives. */
function figures(effect: Effect, toll: Parameters<typeof tollOf>[0], event: KeptEvent, numbers: ReadonlyMap<string, number>): Html {
  const accounts = event.toll[effect]?.accounts ?? [];
  if (new Set(accounts.map(({ low, high }) => `${low} ${high}`)).size < 2) return html`${tollOf(toll)}`;
  const told = accounts.map(({ report, low, high, published }) => {
    const figure = `${low}${high === null ? ' or more' : high === low ? '' : ` to ${high}`}`;
    return html`<li>${figure} <span class="dim">${published === null ? '' : dayInWords(published)} ${reference(report, numbers)}</span></li>`;
  });
  return html`${tollOf(toll)}<ul class="pub-figures">${told}</ul>`;
}

function disagreements({ disagreements: all }: KeptEvent, numbers: ReadonlyMap<string, number>, { words, blunt }: Discretion): Html | null {
  const shown = all.filter(({ field }) => field !== 'where' || !blunt);
  if (shown.length === 0) return null;
  const lines = shown.map(({ field, accounts }) => {
    const values = accounts.map(
      ({ value, reports }, at) => html`${at > 0 ? '; against ' : ''}${words(value)} ${reports.map((id) => reference(id, numbers))}`,
    );
    return html`<li>${field}: ${values}</li>`;
  });
  return html`<section><h2>Where accounts differ</h2><ul>${lines}</ul></section>
`;
}
