import type { Html } from './html.ts';
import { html } from './html.ts';

/** What a published folder says of itself. */
export interface Site {
  readonly title: string;
  /** ISO day on which it was made. */
  readonly madeOn: string;
  /** Version of Saidso. */
  readonly software: string;
  /** Name and version of the codebook, and its licence. */
  readonly codebook: string;
  readonly codebookLicence: string;
  readonly licence: string;
  readonly events: number;
  readonly reports: number;
  /** First and last day; null when no event has one. */
  readonly days: readonly [from: string, to: string] | null;
  /** How it was chosen, one line each: "type: bombing". Empty for the whole record. */
  readonly filters: readonly string[];
  /** True when private persons are named by their role. */
  readonly privateNames: boolean;
  /** How places were blunted, in words; null when they were not. */
  readonly coarsened: string | null;
}

interface Page {
  readonly title: string;
  readonly body: Html;
  /** `./` or `../`: the way to the top of the folder. */
  readonly top: string;
  /** Script files, from the top. */
  readonly scripts?: readonly string[];
}

/** One page of the folder. The policy lets nothing run or load but the files beside it, and nothing go out. */
export function pageOf(site: Site, { title, body, top, scripts = [] }: Page): string {
  const policy = `default-src 'none'; script-src ${scripts.length > 0 ? "'self'" : "'none'"}; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Saidso ${site.software}">
<title>${title}</title>
<link rel="stylesheet" href="${top}assets/site.css">
${scripts.map((script) => html`<script src="${top}${script}" defer></script>\n`)}</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${
  title === site.title
    ? null
    : html`<header class="pub-top"><a href="${top}index.html">${site.title}</a></header>
`
}<main id="content" tabindex="-1">
${body}
</main>
<footer class="pub-foot">
<p>Made on ${site.madeOn} with Saidso ${site.software}, codebook ${site.codebook} (${site.codebookLicence}). ${site.licence}</p>
<p>Headlines and quoted words belong to those who published them; they are quoted as evidence, with links to the reports. Outlines of the map: Natural Earth, public domain.</p>
</footer>
</body>
</html>
`.html;
}

/** The lines above the list: what this is, how it was chosen, how to cite it. */
export function preface(site: Site): Html {
  const days = site.days === null ? '' : `, ${site.days[0]} to ${site.days[1]}`;
  return html`<p class="pub-lead">${count(site.events, 'event')} told by ${count(site.reports, 'report')}${days}. Every value stands on the words of a report; every event names them.</p>
${site.filters.length > 0 ? html`<p class="dim">Chosen from a larger record by ${site.filters.join('; ')}.</p>` : null}
${site.privateNames ? html`<p class="dim">Private persons are named by their role.</p>` : null}
${site.coarsened === null ? null : html`<p class="dim">${site.coarsened}</p>`}`;
}

/** How to name the folder, or one of its events, in a paper. */
export const citation = (site: Site, event: string | null): Html =>
  html`<section class="pub-cite"><h2>How to cite</h2>
<p>${event === null ? '' : `${event}. In: `}${site.title}. Record of ${count(site.events, 'event')} from ${count(site.reports, 'report')}, made on ${site.madeOn} with Saidso ${site.software}, codebook ${site.codebook}.</p></section>`;

/** "1 event", "1,200 events". */
export const count = (n: number, what: string): string => `${n.toLocaleString('en-GB')} ${what}${n === 1 ? '' : 's'}`;
