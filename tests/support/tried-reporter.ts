import type { Reporter, TestModule } from 'vitest/node';
import { addUp, TRIED } from './tried.ts';

/** Says in one line, at the end of a run, how much was tried and in how long. */
export class TriedReporter implements Reporter {
  #startedAt = 0;

  onTestRunStart(): void {
    this.#startedAt = performance.now();
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const tried = addUp(tests.map((test) => test.meta().tried ?? {}));
    const counts = TRIED.flatMap((what) => (tried[what] ? [`${tried[what]} ${what}`] : []));
    const ran = [
      `${count('passed')} tests passed`,
      `${count('failed')} failed`,
      `${count('skipped')} skipped`,
      ...counts,
    ];
    console.log(`\nTried: ${ran.join(', ')}, in ${Math.round((performance.now() - this.#startedAt) / 1_000)} s.`);
  }
}
