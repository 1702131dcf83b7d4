import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/browser/global-setup.ts'],
    setupFiles: ['tests/deny-network.ts', 'tests/property-seed.ts'],
    // Most of a run is waiting, for processes and for rate limits; a worker a core would leave the cores idle.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
