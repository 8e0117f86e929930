import type { SourceHealth } from '../../7-records/sources.ts';
import type { CodebookView, ExportFormatView, Health } from '../answers.ts';
import { count, maybeText, shape, text, texts, z } from './shape.ts';

export const health = shape<Health>('Health')(
  z.object({
    ok: z.literal(true),
    software: text,
    codebook: text,
    reports: count,
    claims: count,
    events: count,
    who: text.openapi({ description: 'name to suggest to whoever decides' }),
    limits: z.object({ body: count, file: count, upload: count, files: count, urls: count, jobs: count }),
  }),
);
export const codebook = shape<CodebookView>('Codebook')(
  z.object({
    name: text,
    version: text,
    licence: text,
    families: texts,
    types: z.array(
      z.object({
        id: text,
        label: text,
        family: text,
        definition: text,
        crosswalk: z.record(text, text),
        roles: texts,
        examples: texts,
        not: texts,
      }),
    ),
  }),
);
export const sourceHealth = shape<SourceHealth>('SourceHealth')(
  z.object({
    url: text,
    title: maybeText,
    etag: maybeText,
    lastModified: maybeText,
    lastTry: maybeText,
    lastSuccess: maybeText,
    lastNew: maybeText,
    nextTry: text,
    failures: count,
    trouble: maybeText,
    said: maybeText,
    waiting: count,
    kept: count,
    rejected: count,
  }),
);
export const exportFormat = shape<ExportFormatView>('ExportFormat')(
  z.object({ name: text, about: text, extension: text, mediaType: text, canBeCoarse: z.boolean() }),
);
