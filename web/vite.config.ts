import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `vite build web` writes web/dist; `vite web` serves the page while it is worked on, over the API of `saidso serve`.
export default defineConfig({
  plugins: [react()],
  // Browsers that know light-dark(), which the colours are written with.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4180' } },
});
