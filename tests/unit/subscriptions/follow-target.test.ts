import { expect, it } from 'vitest';
import { USUAL_NEWS } from '../../../src/match/news.ts';
import { followTarget, hearingFor } from '../../../src/subscriptions/follow-target.ts';
import { HEARING, subscription } from '../../support/match/hearing.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

const milan = { kind: 'club', id: 'milan' } as const;
const inter = { kind: 'club', id: 'inter' } as const;
const wish = { ...HEARING, channelId: 'c', target: milan, createdAt: 1 };

it('following a target adds it once', async () => {
  const { subscriptions } = await memoryStore();
  expect(await followTarget(subscriptions, wish)).toEqual({ kind: 'added' });
  expect(await followTarget(subscriptions, wish)).toEqual({ kind: 'unchanged' });
  expect(await subscriptions.inChannel('c')).toHaveLength(1);
});

it('following a target again, but to hear otherwise, changes it', async () => {
  const { subscriptions } = await memoryStore();
  await followTarget(subscriptions, wish);
  const late = { ...wish, delayMs: 30_000 };
  expect(await followTarget(subscriptions, late)).toEqual({ kind: 'changed' });
  expect(await followTarget(subscriptions, { ...late, hears: ['goals'] })).toEqual({ kind: 'changed' });
  expect(await followTarget(subscriptions, { ...late, hears: ['goals'] })).toEqual({ kind: 'unchanged' });
  expect(await subscriptions.inChannel('c')).toMatchObject([{ delayMs: 30_000, hears: ['goals'] }]);
});

it('following a target ends a pause of all that is posted to the channel, and tells what it was for', async () => {
  const { subscriptions } = await memoryStore();
  await followTarget(subscriptions, wish);
  await followTarget(subscriptions, { ...wish, target: inter });
  await subscriptions.pauseChannel('c', 'no-access', 5);
  expect(await followTarget(subscriptions, wish)).toEqual({ kind: 'resumed', why: 'no-access' });
  expect(await followTarget(subscriptions, wish)).toEqual({ kind: 'unchanged' });
  expect((await subscriptions.inChannel('c')).map(({ paused }) => paused)).toEqual([undefined, undefined]);
});

it("how a channel is to hear is the usual way and the server's language where it follows nothing yet", () => {
  expect(hearingFor({}, milan, [], 'it')).toEqual({
    locale: 'it',
    hears: USUAL_NEWS,
    delayMs: 0,
    spoilers: 'show',
    thread: false,
  });
});

it('how a channel is to hear is what it wishes, and else what it had for this target', () => {
  const had = subscription('c', 1, { locale: 'it', delayMs: 60_000, thread: true, pingRole: '7', hears: ['goals'] });
  const other = subscription('c', 2, { target: inter, spoilers: 'hide' });
  expect(hearingFor({ delayMs: 0, spoilers: 'hide' }, milan, [had, other], 'en')).toEqual({
    locale: 'it',
    hears: ['goals'],
    delayMs: 0,
    spoilers: 'hide',
    thread: true,
    pingRole: '7',
  });
});

it('how a channel is to hear is what it asked for last where the target is new', () => {
  const older = subscription('c', 1, { delayMs: 60_000 });
  const newer = subscription('c', 2, { target: inter, delayMs: 30_000 });
  const hearing = hearingFor({}, { kind: 'competition', id: 'serie-a' }, [newer, older], 'en');
  expect(hearing.delayMs).toBe(30_000);
});
