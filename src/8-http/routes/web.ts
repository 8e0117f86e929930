import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Hono } from 'hono';
import { refuse } from '../failure.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Stands in the built page where the nonce of each answer goes (`html.cspNonce` of Vite). */
export const NONCE_MARK = '__NONCE__';

/** Serves the built page from `folder`: `/` and its assets, whose names change with their content. */
export const webRoutes = (folder: string): Hono =>
  new Hono().get('*', async (context, next) => {
    const path = normalize(decoded(context.req.path));
    const file = join(folder, path.endsWith(sep) ? join(path, 'index.html') : path);
    const type = TYPES[extname(file)];
    if (!file.startsWith(normalize(folder) + sep) || type === undefined) return next();
    try {
      const body = await readFile(file);
      const html = extname(file) === '.html';
      return context.body(html ? body.toString('utf8').replaceAll(NONCE_MARK, context.get('nonce')) : new Uint8Array(body), 200, {
        'Content-Type': type,
        'Cache-Control': html ? 'no-store' : path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    } catch {
      if (path === '/')
        return refuse(context, 503, 'page-not-built', 'The page is not built.', 'Run `npm run build`; the API works without it, see /api.');
      return next();
    }
  });

/** A path that is no proper URL, or holds what no file name does, stands for no file. */
function decoded(path: string): string {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? '/?' : plain;
  } catch {
    return '/?';
  }
}
