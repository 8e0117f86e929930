import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtPage } from '../../eval/page/built-page.ts';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const LIMIT = 250_000;

describe('the built page', () => {
  it('sends less than 250 kB of compressed JavaScript for the first view', async () => {
    const folder = await builtPage();
    const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;
    const files = new Set<string>();
    const take = (name: string): void => {
      const chunk = manifest[name];
      if (chunk === undefined) throw new Error(`the manifest has no ${name}`);
      if (files.has(chunk.file)) return;
      files.add(chunk.file);
      for (const one of chunk.imports ?? []) take(one);
    };
    // Vite names the page itself `index.html`; the first view comes with it.
    take('index.html');
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    console.log(`JavaScript of the first view: ${Math.round(bytes / 1000)} kB compressed, in ${files.size} files`);
    expect(bytes).toBeLessThan(LIMIT);
  }, 120_000);
});
