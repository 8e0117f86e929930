import type { MiddlewareHandler } from 'hono';
import { refuse } from './failure.ts';

/** Names by which a browser on this machine reaches this machine. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** Nothing from elsewhere is loaded, framed or sent to. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Keeps other web sites out of a server that is meant for one person: a foreign Host is a name that somebody pointed at this
 * machine (DNS rebinding), a foreign Origin a page of somebody else's. There are no CORS headers.
 */
export const guard: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  // A link from elsewhere may open the page itself, but no other site may call the API.
  const foreign =
    (origin !== undefined && !isLocal(origin)) || (context.req.path.startsWith('/api/') && (site === 'cross-site' || site === 'same-site'));
  if (!LOCAL.test(host) || foreign) {
    context.res = refuse(
      context,
      403,
      'foreign',
      'This server answers only to pages and programs of this machine.',
      'Open it as http://localhost:PORT/.',
    );
  } else await next();
  const headers = context.res.headers;
  headers.set('Content-Security-Policy', POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};

function isLocal(origin: string): boolean {
  try {
    return LOCAL.test(new URL(origin).host);
  } catch {
    return false;
  }
}
