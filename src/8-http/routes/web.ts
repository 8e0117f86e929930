import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Hono } from 'hono';
import { refuse } from '../failure.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** Serves the built page from `folder`: `/` and its assets, whose names change with their content. */
export const webRoutes = (folder: string): Hono =>
  new Hono().get('*', async (context, next) => {
    const path = normalize(decoded(context.req.path));
    const file = join(folder, path.endsWith(sep) ? join(path, 'index.html') : path);
    const type = TYPES[extname(file)];
    if (!file.startsWith(normalize(folder) + sep) || type === undefined) return next();
    try {
      const body = await readFile(file);
      return context.body(new Uint8Array(body), 200, {
        'Content-Type': type,
        'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    } catch {
      if (path === '/')
        return refuse(context, 503, 'page-not-built', 'The page is not built.', 'Run `npm run build`; the API works without it.');
      return next();
    }
  });

/** A path that is no proper URL stands for no file. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return '/?';
  }
}
