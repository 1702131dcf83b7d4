import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { shared } from '../../vitest.config.ts';

/** What kills and floods, and the properties of `npm test` with many times as many cases. */
const properties = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => join('tests', name))
  .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("/support/cases.ts'"));

export default defineConfig({
  test: {
    ...shared,
    include: ['tests/torture/**/*.test.ts', ...properties],
    env: { CASES_TIMES: process.env['CASES_TIMES'] ?? '12' },
    testTimeout: 1_200_000,
  },
});
