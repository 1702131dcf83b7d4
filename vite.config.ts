import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The sandbox's page, built into what `npm start` serves. */
export default defineConfig({
  root: fileURLToPath(new URL('src/sandbox/page', import.meta.url)),
  // The libraries as they are meant for readers, whatever NODE_ENV says where the page is built.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: {
    outDir: fileURLToPath(new URL('dist/page', import.meta.url)),
    emptyOutDir: true,
    // Everything is a file of its own under one origin, so that the page's policy can forbid all else.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
