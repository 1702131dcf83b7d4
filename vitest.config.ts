import { defineConfig, type TestUserConfig } from 'vitest/config';
import { TriedReporter } from './tests/support/tried-reporter.ts';

/** What the suites for everybody and for torture share. */
export const shared: TestUserConfig = {
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/deny-network.ts', 'tests/support/properties.ts'],
  // Threads that load the program once, and not once a test file: that took most of a run.
  pool: 'threads',
  isolate: false,
  maxWorkers: 2,
  // Far from what any test needs: a machine that does something else as well is slow, and not wrong.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  reporters: ['dot', new TriedReporter()],
};

export default defineConfig({
  test: { ...shared, include: ['tests/**/*.test.ts'], exclude: ['tests/torture/**'] },
});
