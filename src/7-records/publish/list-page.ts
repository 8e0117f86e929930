import type { EventSummary } from '../overview.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Site } from './site.ts';
import { citation, count, pageOf, preface } from './site.ts';
import { statusInBrief, titleOf, tollsOf } from './words.ts';

/** Events of one page of the list. */
const PER_PAGE = 250;
export const listPages = (events: number): number => Math.max(1, Math.ceil(events / PER_PAGE));
const fileOf = (page: number): string => (page === 1 ? 'index.html' : `list-${page}.html`);

interface ListInput {
  readonly site: Site;
  readonly events: readonly EventSummary[];
  readonly label: (type: string) => string;
}

/**
 * The pages of the list, by their names: `index.html` and, of many events, `list-2.html` and so on. Each can be read without a script;
 * on the first one map, timeline and filters take the place of the list where scripts run.
 */
export function listFiles({ site, events, label }: ListInput): readonly (readonly [path: string, text: string])[] {
  const pages = listPages(events.length);
  return Array.from({ length: pages }, (_, at) => {
    const page = at + 1;
    const rows = events.slice(at * PER_PAGE, page * PER_PAGE).map((event) => row(event, label(event.type)));
    const body = html`<h1>${site.title}</h1>
${page === 1 ? preface(site) : null}
${page === 1 ? html`<div id="explore"></div>\n` : null}<section id="list"><h2>Events${pages > 1 ? `, page ${page} of ${pages}` : ''}</h2>
${events.length === 0 ? html`<p>No event fits.</p>` : html`<ul class="pub-list">\n${rows}</ul>`}
${pages > 1 ? pager(page, pages) : null}</section>
${page === 1 ? citation(site, null) : null}`;
    const title = page === 1 ? site.title : `${site.title}, page ${page}`;
    return [
      fileOf(page),
      pageOf(site, { title, body, top: './', scripts: page === 1 ? ['data/events.js', 'assets/site.js'] : [] }),
    ] as const;
  });
}

const row = (event: EventSummary, label: string): Html =>
  html`<li><a href="events/${event.id}.html">${titleOf(event, label)}</a> ${tollsOf(event)} <span class="dim">${statusInBrief(event)}, ${count(event.reports, 'report')}</span></li>
`;

const pager = (page: number, pages: number): Html =>
  html`<nav class="pub-pager" aria-label="Pages of the list">${page > 1 ? html`<a href="${fileOf(page - 1)}" rel="prev">Later events</a> ` : null}${page < pages ? html`<a href="${fileOf(page + 1)}" rel="next">Earlier events</a>` : null}</nav>`;
