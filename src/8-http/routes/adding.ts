import type { Context } from 'hono';
import { digest } from '../../0-terms/content-id.ts';
import { InputError } from '../../0-terms/errors.ts';
import type { Known, Page } from '../../1-pages/page.ts';
import { notAnArticle } from '../../2-reports/page-kind.ts';
import { toJson } from '../../7-records/json.ts';
import { isDay } from '../asked-values.ts';
import { endpoint } from '../endpoint.ts';
import { refuse } from '../failure.ts';
import type { House } from '../house.ts';
import { keepFiles, pagesOfFiles } from '../incoming-files.ts';
import type { Work } from '../jobs.ts';
import { LIMITS } from '../limits.ts';
import { reportView } from '../report-view.ts';
import { job } from '../shapes/jobs.ts';
import { reportView as reportShape } from '../shapes/record.ts';
import { z } from '../shapes/shape.ts';

const published = z
  .string()
  .refine((value) => value === '' || isDay(value), { message: 'give a day as YYYY-MM-DD' })
  .nullish();
const words = z.string().trim().max(1000).optional();
const pasted = z
  .object({
    text: z.string().optional().openapi({ description: 'the report as plain text' }),
    html: z.string().optional().openapi({ description: 'or as a page' }),
    published: published.openapi({ description: 'the day it appeared, YYYY-MM-DD' }),
    title: words,
    publisher: words,
  })
  .refine(({ text, html }) => (text ?? html ?? '').trim() !== '', {
    message: 'give the report as {"text": "…"} or {"html": "…"}; it must not be empty',
  });

/** A pasted text as a page. */
function pageOf({ text, html, published, title, publisher }: z.output<typeof pasted>): Page {
  const content = text ?? html ?? '';
  const known: Known = { ...(title ? { title } : {}), ...(publisher ? { publisher } : {}) };
  return {
    source: `pasted ${digest(content).slice(0, 8)}`,
    url: null,
    mediaType: text !== undefined ? 'text/plain' : 'text/html',
    text: content,
    ...(published ? { published } : {}),
    ...(Object.keys(known).length > 0 ? { known } : {}),
    notes: [],
  };
}

/** What comes into the record: pasted, sent as files, fetched. */
export function addingRoutes({ api, store, options, jobs, fresh }: House): void {
  const tag = 'Adding';
  const begin = (context: Context, work: Work): Response => {
    const started = jobs.start(work);
    if (started !== null) return context.json(started, 202, { Location: `/api/jobs/${started.id}` });
    void work.end?.();
    return refuse(
      context,
      409,
      'busy',
      `${LIMITS.jobs} jobs are waiting already.`,
      'Wait until one is done, or end one with DELETE /api/jobs/ID.',
    );
  };
  endpoint(api, {
    method: 'post',
    path: '/api/reports',
    tag,
    about: 'Reads and keeps a pasted report.',
    body: pasted,
    gives: job,
    status: 202,
    refusals: [409, 413, 415],
    handle: ({ body, context }) => begin(context, { kind: 'text', total: 1, pages: () => [pageOf(body)] }),
  });
  endpoint(api, {
    method: 'post',
    path: '/api/read',
    tag,
    about: 'Reads a pasted report; keeps it only where `keep` says so (201). A page that holds no article gives 422.',
    body: pasted.safeExtend({ keep: z.boolean().optional() }),
    gives: reportShape,
    refusals: [413, 415, 422],
    handle: async ({ body, context }) => {
      const { keep, ...given } = body;
      const page = pageOf(given);
      const coded = options.readAside === null ? options.read(page) : await options.readAside(page);
      if ('error' in coded) throw coded.error;
      const none = notAnArticle(coded);
      if (none) return refuse(context, 422, none.code, none.text, 'Paste the text of the article itself.');
      if (keep !== true) return context.json(reportView({ record: toJson(coded), reading: options.reading, appearances: [], human: {} }));
      const outcome = store.put(coded, options.reading);
      const kept = store.report(coded.id);
      if (kept === null)
        return refuse(context, 409, outcome, 'A person had this report removed; it was not kept.', 'Read it without keeping it.');
      fresh.settle();
      return context.json(reportView(kept), 201);
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/api/uploads',
    tag,
    about: 'Reads and keeps files: every kind that `saidso add` takes, told by its bytes. Addresses named in them are not fetched.',
    upload: z.object({
      files: z.array(z.any().openapi({ type: 'string', format: 'binary' })),
      published: z.string().optional().openapi({ format: 'date' }),
    }),
    gives: job,
    status: 202,
    refusals: [409, 413, 415],
    handle: async ({ context }) => {
      if (!/^multipart\/form-data\b/i.test(context.req.header('content-type') ?? ''))
        return refuse(context, 415, 'not-multipart', 'The body must be multipart/form-data.', 'Send the files in the field "files".');
      const form = await formOf(context);
      const files = form.getAll('files').filter((part): part is File => part instanceof File);
      if (files.length === 0) throw new InputError('files: send at least one file in the field "files"');
      if (files.length > LIMITS.files) throw new InputError(`files: send at most ${LIMITS.files} at a time; a ZIP archive counts as one`);
      const large = files.find(({ size }) => size > LIMITS.file);
      if (large !== undefined)
        return refuse(context, 413, 'too-large', `A file is larger than ${LIMITS.file / 1024 / 1024} MB.`, 'Add it with `saidso add`.');
      const day = String(form.get('published') ?? '');
      if (day !== '' && !isDay(day)) throw new InputError('published: give a day as YYYY-MM-DD');
      const kept = await keepFiles(files);
      return begin(context, {
        kind: 'upload',
        total: null,
        pages: (signal) => pagesOfFiles(kept.files, day === '' ? undefined : day, options.now, signal),
        end: kept.end,
      });
    },
  });
  endpoint(api, {
    method: 'post',
    path: '/api/urls',
    tag,
    about:
      'Fetches, reads and keeps pages, and what feeds and sitemaps name. The only route that goes to the network; private addresses are refused.',
    body: z.object({
      urls: z
        .array(
          z
            .string()
            .trim()
            .max(4000)
            .regex(/^https?:\/\/[^\s/]/i, { message: 'give an address that begins with http:// or https://' }),
        )
        .min(1)
        .max(LIMITS.urls),
      published,
    }),
    gives: job,
    status: 202,
    refusals: [409, 413, 415],
    handle: ({ body, context }) =>
      begin(context, { kind: 'urls', total: null, pages: () => options.fetchPages(body.urls, body.published || undefined) }),
  });
}

async function formOf(context: Context): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch (cause) {
    if ((cause as Error).name === 'BodyLimitError') throw cause;
    throw new InputError('the body is no multipart/form-data; send the files in the field "files"', { cause });
  }
}
