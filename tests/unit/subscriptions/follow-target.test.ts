import { describe, expect, it } from 'vitest';
import { followTarget } from '../../../src/subscriptions/follow-target.ts';
import { memoryStore } from '../store/memory-store.ts';

const wish = { channelId: 'c', target: { kind: 'club', id: 'milan' }, locale: 'en', createdAt: 1 } as const;

describe('following a target', () => {
  it('adds it once', async () => {
    const { subscriptions } = await memoryStore();
    expect(await followTarget(subscriptions, wish)).toEqual({ kind: 'added' });
    expect(await followTarget(subscriptions, wish)).toEqual({ kind: 'unchanged' });
    expect(await subscriptions.inChannel('c')).toHaveLength(1);
  });

  it('ends a pause and tells what it was for, of this target alone', async () => {
    const { subscriptions } = await memoryStore();
    await followTarget(subscriptions, wish);
    await followTarget(subscriptions, { ...wish, target: { kind: 'club', id: 'inter' } });
    await subscriptions.pauseChannel('c', 'no-access', 5);
    expect(await followTarget(subscriptions, wish)).toEqual({ kind: 'resumed', why: 'no-access' });
    expect(await followTarget(subscriptions, wish)).toEqual({ kind: 'unchanged' });
    expect((await subscriptions.inChannel('c')).map(({ paused }) => paused?.reason)).toEqual([undefined, 'no-access']);
  });
});
