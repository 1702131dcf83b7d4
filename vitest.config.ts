import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/browser/global-setup.ts'],
    setupFiles: ['tests/deny-network.ts', 'tests/property-seed.ts'],
    // Most of a run is waiting, for processes and for rate limits; a worker a core would leave the cores idle.
    maxWorkers: 3,
    // On a machine that does something else as well, a property of many cases takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
