import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import { OverviewPage } from './overview/overview.tsx';
import type { Route } from './route.ts';
import { texts } from './texts.ts';

/** What a view is given: where the reader stands. */
export interface ViewProps {
  readonly route: Route;
}
type Page = ComponentType<ViewProps>;

export interface View {
  /** What the window is called. */
  readonly title: string;
  /** Entry of the navigation that it stands under. */
  readonly under: keyof typeof texts.nav | null;
  readonly page: Page | LazyExoticComponent<Page>;
}

const from = (load: () => Promise<Page>): LazyExoticComponent<Page> => lazy(async () => ({ default: await load() }));

const reports: View = {
  title: texts.nav.reports,
  under: 'reports',
  page: from(async () => (await import('./reports/reports.tsx')).ReportsPage),
};

const overview: View = {
  title: texts.nav.overview,
  under: 'overview',
  page: OverviewPage,
};

const review: View = {
  title: texts.nav.review,
  under: 'review',
  page: from(async () => (await import('./review/review.tsx')).ReviewPage),
};

/**
 * The views of the page, each fetched when it is first asked for; only the overview, which is looked at first, comes with the page itself: every file
 * more is a way to the server and back. `*` stands for an id.
 */
const VIEWS: Readonly<Record<string, View | undefined>> = {
  '': overview,
  events: { title: texts.nav.events, under: 'events', page: from(async () => (await import('./overview/events.tsx')).EventsPage) },
  network: { title: texts.nav.network, under: 'overview', page: from(async () => (await import('./overview/network.tsx')).NetworkPage) },
  search: { title: texts.nav.search, under: 'overview', page: from(async () => (await import('./overview/search.tsx')).SearchPage) },
  reports,
  'reports/*': {
    title: texts.report.article,
    under: 'reports',
    page: from(async () => (await import('./report/report.tsx')).ReportPage),
  },
  claims: { title: texts.claims.title, under: 'reports', page: from(async () => (await import('./reports/claims.tsx')).ClaimsPage) },
  'events/*': { title: texts.nav.event, under: 'events', page: from(async () => (await import('./event/event.tsx')).EventPage) },
  review,
  'review/*': review,
  add: { title: texts.nav.add, under: 'add', page: from(async () => (await import('./add/add.tsx')).AddPage) },
  about: { title: texts.nav.about, under: 'about', page: from(async () => (await import('./about/about.tsx')).AboutPage) },
};

/** The view of a path; null when there is none. */
export function viewOf(path: readonly string[]): View | null {
  const [first = '', ...rest] = path;
  return VIEWS[rest.length === 0 ? first : rest.length === 1 ? `${first}/*` : path.join('/')] ?? null;
}
