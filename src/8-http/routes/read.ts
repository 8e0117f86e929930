import { Hono } from 'hono';
import { digest } from '../../0-terms/content-id.ts';
import { InputError } from '../../0-terms/errors.ts';
import type { Page } from '../../1-pages/page.ts';
import { notAnArticle } from '../../2-reports/page-kind.ts';
import { toJson } from '../../7-records/json.ts';
import type { Store } from '../../7-records/store.ts';
import type { AppOptions } from '../app-options.ts';
import { refuse } from '../failure.ts';
import { isoDay } from '../query.ts';
import { reportView } from '../report-view.ts';

interface Asked {
  readonly content: string;
  readonly mediaType: Page['mediaType'];
  readonly published: string | undefined;
  readonly keep: boolean;
}

/** POST /api/read {text | html, published?, keep?} → ReportView. JSON only, which no foreign form can send. */
export const readRoutes = (store: Store, { read, reading }: Pick<AppOptions, 'read' | 'reading'>): Hono =>
  new Hono().post('/', async (context) => {
    if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
      return refuse(context, 415, 'not-json', 'The body must be JSON.', 'Send {"text": "…"} with Content-Type: application/json.');
    }
    const asked = askedOf(await context.req.json<unknown>().catch(() => null));
    const page: Page = {
      source: `pasted ${digest(asked.content).slice(0, 8)}`,
      url: null,
      mediaType: asked.mediaType,
      text: asked.content,
      ...(asked.published === undefined ? {} : { published: asked.published }),
      notes: [],
    };
    const coded = read(page);
    const none = notAnArticle(coded);
    if (none) return refuse(context, 422, none.code, none.text, '');
    if (!asked.keep) return context.json(reportView(toJson(coded), reading, []));
    store.put(coded, reading);
    const kept = store.report(coded.id);
    return context.json(reportView(kept?.record ?? toJson(coded), reading, kept?.appearances ?? []), 201);
  });

function askedOf(body: unknown): Asked {
  const { text, html, published, keep } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const content = typeof text === 'string' ? text : html;
  if (typeof content !== 'string' || content.trim() === '')
    throw new InputError('give the report as {"text": "…"} or {"html": "…"}; it must not be empty');
  if (published !== undefined && published !== null && published !== '' && typeof published !== 'string')
    throw new InputError('published: give a day as YYYY-MM-DD');
  return {
    content,
    mediaType: typeof text === 'string' ? 'text/plain' : 'text/html',
    published: typeof published === 'string' && published !== '' ? isoDay('published', published) : undefined,
    keep: keep === true,
  };
}
