import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

const find = createRequire(import.meta.url).resolve;

/** The outlines as scripts, for a page opened from disk may fetch nothing. */
const outlines: Plugin = {
  name: 'outlines-as-scripts',
  generateBundle() {
    for (const [detail, size] of [
      ['coarse', '110m'],
      ['fine', '50m'],
    ] as const) {
      const world = JSON.stringify(JSON.parse(readFileSync(find(`world-atlas/countries-${size}.json`), 'utf8')));
      this.emitFile({
        type: 'asset',
        fileName: `world-${size}.js`,
        source: `(globalThis.saidsoOutlines ??= {}).${detail} = ${world};\n`,
      });
    }
  },
};

// `vite build web/publish` writes web/dist/publish: the script and the style that `saidso publish` puts beside the data. One classic
// script, for browsers run no modules from disk.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), outlines],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: join(import.meta.dirname, '..', 'dist', 'publish'),
    emptyOutDir: true,
    cssCodeSplit: false,
    lib: {
      entry: join(import.meta.dirname, 'main.tsx'),
      formats: ['iife'],
      name: 'saidso',
      fileName: () => 'site.js',
      cssFileName: 'site',
    },
  },
});
