import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What `npm start` runs: the sandbox's page, and the program itself. */
export default defineConfig({
  root: path('src/sandbox/page'),
  builder: {},
  environments: {
    client: {
      // The libraries as they are meant for readers, whatever NODE_ENV says where the page is built.
      resolve: { conditions: ['module', 'browser', 'production'] },
      build: {
        outDir: path('dist/page'),
        emptyOutDir: true,
        // Everything is a file of its own under one origin, so that the page's policy can forbid all else.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    },
    server: {
      consumer: 'server',
      build: {
        outDir: path('dist/server'),
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node20',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: [path('src/main.ts'), path('src/pictures/render-worker.mjs')],
          // All in one folder: what stands beside a module in the source stands beside it here too.
          output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
        },
      },
    },
  },
});
