/**
 * Loaded into every participant before its own program. Asked by a line on standard input, it says what the process has
 * used so far; when its input ends, so does the process, so that nothing outlives the bench.
 */
import { createInterface } from 'node:readline';
import type { Usage } from './stage.ts';

createInterface(process.stdin)
  .on('line', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = { cpuMicros: user + system, rssBytes: process.memoryUsage.rss() };
    console.log(`used ${JSON.stringify(usage)}`);
  })
  .on('close', () => process.exit());
// A program that has nothing more to do may still end by itself.
process.stdin.unref();
