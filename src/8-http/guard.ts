import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Abroad } from './app-options.ts';
import { refuse } from './failure.ts';

/** Names by which a browser on this machine reaches this machine. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
/** An address in figures: no name that somebody could point elsewhere. */
const IN_FIGURES = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

export const COOKIE = 'saidso-token';

declare module 'hono' {
  interface ContextVariableMap {
    /** Of this answer: what its own styles and scripts carry. */
    nonce: string;
  }
}

/** Nothing from elsewhere is loaded, framed or sent to; of styles and scripts within a page only those with this answer's nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Keeps other web sites out of a server that is meant for one person: a foreign Host is a name that somebody pointed at this
 * machine (DNS rebinding), a foreign Origin a page of somebody else's. There are no CORS headers. A server that answers to other machines
 * (`abroad`) asks everybody for its token: in `Authorization: Bearer`, or in the cookie that the login link sets.
 */
export const guard = (abroad: Abroad | null): MiddlewareHandler => {
  const names = (host: string): boolean =>
    LOCAL.test(host) ||
    (abroad !== null &&
      (abroad.hosts === null ? IN_FIGURES.test(host) : abroad.hosts.includes(host.replace(/:\d{1,5}$/, '').toLowerCase())));
  return async (context, next) => {
    const nonce = randomBytes(16).toString('base64');
    context.set('nonce', nonce);
    const refusal = foreign(context, names) ?? (abroad === null ? null : letIn(context, abroad));
    if (refusal === null) await next();
    else context.res = refusal;
    const headers = context.res.headers;
    headers.set('Content-Security-Policy', policy(nonce));
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  };
};

function foreign(context: Context, names: (host: string) => boolean): Response | null {
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  // A link from elsewhere may open the page itself, but no other site may call the API.
  const elsewhere =
    (origin !== undefined && hostOf(origin) !== host.toLowerCase() && !names(hostOf(origin))) ||
    (context.req.path.startsWith('/api') && (site === 'cross-site' || site === 'same-site'));
  if (names(host) && !elsewhere) return null;
  return refuse(
    context,
    403,
    'foreign',
    'This server answers only to pages and programs of this machine.',
    'Open it as http://localhost:PORT/, or start it with --host for other machines.',
  );
}

/** Null when the token is right; the login link (`/?token=…`) sets the cookie and takes the token out of the address bar. */
function letIn(context: Context, { token }: Abroad): Response | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  const cookie = getCookie(context, COOKIE);
  const link = context.req.method === 'GET' && context.req.path === '/' ? context.req.query('token') : undefined;
  if (link !== undefined && same(link, token)) {
    setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.redirect('/', 303);
  }
  if ((bearer !== undefined && same(bearer, token)) || (cookie !== undefined && same(cookie, token))) return null;
  if (cookie !== undefined) deleteCookie(context, COOKIE, { path: '/' });
  const refusal = refuse(
    context,
    401,
    'no-token',
    'This server asks for its token.',
    'Open the link that `saidso serve` printed, or send Authorization: Bearer TOKEN.',
  );
  refusal.headers.set('WWW-Authenticate', 'Bearer');
  return refusal;
}

/** Takes as long for a wrong token as for the right one, whatever its length. */
function same(given: string, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host.toLowerCase();
  } catch {
    return '';
  }
}
