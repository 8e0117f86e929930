import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** An answer as JSON under a tag of its content; 304 where the asker has just this already. */
export function withTag(context: Context, answer: unknown): Response {
  const body = JSON.stringify(answer);
  const tag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  const known = (context.req.header('if-none-match') ?? '').split(',').map((one) => one.trim());
  // `no-cache`: kept, but asked about each time.
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' };
  if (known.includes(tag) || known.includes('*')) return context.body(null, 304, headers);
  return context.body(body, 200, { ...headers, 'Content-Type': 'application/json' });
}
