import { afterEach, beforeEach, expect, it } from 'vitest';
import { SILENT } from '../../../src/log.ts';
import { SECOND } from '../../../src/match/instant.ts';
import { shareStore } from '../../../src/store/share-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

let store: Store;
let now: number;
let warnings: string[];
const begun: ReturnType<typeof shareStore>[] = [];

beforeEach(async () => {
  store = await memoryStore();
  now = 0;
  warnings = [];
});

afterEach(async () => {
  for (const sharing of begun.splice(0)) await sharing.stop();
  await store.close();
});

/** A process on the store, which serves several or one alone. */
function process(name: string, isShared = true) {
  const log = { ...SILENT, warn: (_: object, text: string) => void warnings.push(`${name}: ${text}`) };
  return shareStore({ store: { ...store, isShared }, clock: { now: () => now }, log, name });
}

async function started(name: string) {
  const sharing = process(name);
  begun.push(sharing);
  await sharing.start();
  return sharing;
}

it('a process on a store that others share warns at its start where another is at work, but not where that one has stopped, or was killed a while ago', async () => {
  const one = await started('one');
  await started('two');
  expect(warnings).toEqual([expect.stringMatching(/^two: another Tifo .* run one$/)]);
  await one.stop();
  await started('three');
  // The first has let go, and whoever beats next takes over; killed ones are believed in for a while only.
  now += 60 * SECOND;
  await started('four');
  expect(warnings.filter((text) => /^(three|four)/.test(text))).toEqual([]);
});

it('a process on a store that others share has an interaction to itself once it has claimed it', async () => {
  const [one, two] = [process('one'), process('two')];
  expect(await Promise.all([one.claim('1'), two.claim('1')])).toContain(false);
  expect(await one.claim('1')).toBe(false);
  expect(await two.claim('2')).toBe(true);
});

it('a process asks nothing of a store that serves it alone, and has every interaction', async () => {
  const alone = process('alone', false);
  await alone.start();
  expect([await alone.claim('1'), await alone.claim('1')]).toEqual([true, true]);
  await alone.stop();
  expect(await store.claims.take('interaction:1', 0)).toBe(true);
  expect(await store.leases.take('at-work', 'another', 0, SECOND)).toBe(true);
  expect(warnings).toEqual([]);
});
