import { setImmediate as breathe } from 'node:timers/promises';
import { FORMATS } from '../../7-records/exports/formats.ts';
import type { Export } from '../../7-records/hand-over.ts';
import type { ExportFormatView } from '../answers.ts';
import { endpoint } from '../endpoint.ts';
import { refuse } from '../failure.ts';
import { eventQueryOf, filterQuery } from '../filter.ts';
import type { House } from '../house.ts';
import { exportFormat } from '../shapes/server.ts';
import { itemsOf, z } from '../shapes/shape.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  geojson: 'application/geo+json',
  bib: 'application/x-bibtex; charset=utf-8',
};
const mediaTypeOf = (extension: string): string => MEDIA_TYPES[extension] ?? 'application/octet-stream';

/** The current view as a file. */
export function exportRoutes({ api, store, options, fresh }: House): void {
  const tag = 'The record';
  const formats = FORMATS.map(
    ({ name, extension, about, holdsTexts }): ExportFormatView => ({
      name,
      about,
      extension,
      mediaType: mediaTypeOf(extension),
      canBeCoarse: holdsTexts !== true,
    }),
  );
  endpoint(api, {
    method: 'get',
    path: '/api/export',
    tag,
    about: 'The forms in which the record is handed on.',
    gives: itemsOf(exportFormat),
    handle: () => ({ items: formats }),
  });
  endpoint(api, {
    method: 'get',
    path: '/api/export/{format}',
    tag,
    about: 'The events under a filter, or the reports that tell them, as a file.',
    params: z.object({ format: z.string().max(50) }),
    query: filterQuery.extend({
      names: z
        .enum(['keep', 'private'])
        .optional()
        .openapi({ description: '`private`: private persons by their role; `keep` when not given' }),
      coarsen: z.enum(['admin1', 'country']).optional().openapi({ description: 'places no finer than this' }),
    }),
    gives: { mediaType: 'application/octet-stream', about: 'the file' },
    refusals: [404],
    handle: ({ params, query: { names, coarsen, ...filter }, context }) => {
      const format = formats.find(({ name }) => name === params.format);
      if (format === undefined)
        return refuse(
          context,
          404,
          'no-such-format',
          `There is no format "${params.format}".`,
          `There are ${formats.map(({ name }) => name).join(', ')}.`,
        );
      fresh.look();
      const file = store.export({
        format: format.name,
        query: eventQueryOf(filter, options.codebook),
        privateNames: names === 'private',
        ...(coarsen === undefined ? {} : { coarsen }),
        software: options.reading.software,
      });
      return context.body(streamed(file), 200, {
        'Content-Type': format.mediaType,
        'Content-Disposition': `attachment; filename="saidso-${format.name}.${format.extension}"`,
      });
    },
  });
}

/** How long pieces are made before others are answered. */
const STINT_MS = 20;

/** The pieces as they are asked for. The first is made at once, so that what cannot be done is refused and no file begins. */
function streamed({ pieces }: Export): ReadableStream<Uint8Array> {
  const source = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  let next = source.next();
  return new ReadableStream({
    async pull(controller) {
      const until = performance.now() + STINT_MS;
      let text = '';
      while (next.done !== true && performance.now() < until) {
        text += next.value;
        next = source.next();
      }
      if (text !== '') controller.enqueue(encoder.encode(text));
      if (next.done === true) controller.close();
      else await breathe();
    },
    cancel: () => void source.return?.(),
  });
}
