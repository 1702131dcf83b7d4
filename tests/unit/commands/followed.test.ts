import { expect, it } from 'vitest';
import { plain } from '../../../src/messages/escape.ts';
import { texts } from '../../../src/messages/texts.ts';
import { CHANNEL, GUILD, NOW, seat, seen } from '../../support/discord/context.ts';
import { match } from '../../support/match/derby.ts';
import { HEARING } from '../../support/match/hearing.ts';

const say = texts('en');
const channel = `<#${CHANNEL}>`;
const milan = { kind: 'club', label: plain('Milan') } as const;

/** A channel of the same server that is gone, and one of another server. */
const GONE = '661900000000000099';
const FOREIGN = '555900000000000001';

async function seatWithOthers() {
  const seated = await seat();
  const { subscriptions } = seated.store;
  const wish = { ...HEARING, guildId: GUILD, channelId: GONE, createdAt: NOW };
  await subscriptions.follow({ ...wish, target: { kind: 'club', id: 'milan' } });
  await subscriptions.follow({ ...wish, target: { kind: 'match', id: 'played-long-ago' } });
  await subscriptions.pauseChannel(GONE, 'channel-gone', NOW);
  await subscriptions.follow({
    ...{ ...wish, guildId: '555730000000000000', channelId: FOREIGN },
    target: { kind: 'club', id: 'milan' },
  });
  return seated;
}

it('/unfollow stops, and says so when there is nothing to stop', async () => {
  const { ask, store } = await seat();
  await ask('follow', { club: 'Milan', competition: 'Serie A' });
  expect(seen(await ask('unfollow', { club: 'Milan' }))).toBe(`privately: ${say.follow.stopped(milan, channel)}`);
  expect(seen(await ask('unfollow', { club: 'Milan' }))).toBe(`privately: ${say.follow.nothingToStop(milan, channel)}`);
  expect(await store.subscriptions.followedTargets()).toMatchObject([{ kind: 'competition', id: 'serie-a' }]);
});

it('/unfollow asks for a name when it gets none, or one that nobody has, and works in servers', async () => {
  const { ask } = await seat();
  expect(seen(await ask('unfollow'))).toBe(`privately: ${say.errors.nothingNamed}`);
  expect(seen(await ask('unfollow', { club: 'Mxxx' }))).toContain('“Mxxx”');
  const direct = await seat({ direct: true });
  expect(seen(await direct.ask('unfollow', { club: 'Milan' }))).toBe(`privately: ${say.errors.notInServer}`);
});

it('/unfollow suggests only what the channel follows', async () => {
  const { ask, type } = await seat();
  expect(await type('unfollow', 'club', '')).toEqual([]);
  await ask('follow', { club: 'Inter' });
  expect(await type('unfollow', 'club', '')).toEqual([{ name: 'Inter', value: 'inter' }]);
});

it('/unfollow reaches a channel that is gone, and what nobody knows any more', async () => {
  const { ask, store } = await seatWithOthers();
  const gone = { channel: GONE, match: 'played-long-ago' };
  expect(seen(await ask('unfollow', gone))).toBe(
    `privately: ${say.follow.stopped({ kind: 'match', label: plain('played-long-ago') }, `<#${GONE}>`)}`,
  );
  expect(seen(await ask('unfollow', { channel: `<#${GONE}>`, club: 'Milan' }))).toContain('No longer following');
  expect(await store.subscriptions.inGuild(GUILD)).toEqual([]);
});

it('/unfollow suggests the channels that follow something, those that are paused first, and what they follow', async () => {
  const { ask, type } = await seatWithOthers();
  await ask('follow', { club: 'Inter' });
  expect(await type('unfollow', 'channel', '')).toEqual([
    { name: `the channel is gone · ${GONE} · Milan, played-long-ago`, value: GONE },
    { name: `${CHANNEL} · Inter`, value: CHANNEL },
  ]);
  expect(await type('unfollow', 'channel', 'inter')).toMatchObject([{ value: CHANNEL }]);
  expect(await type('unfollow', 'club', '', { channel: GONE })).toEqual([{ name: 'Milan', value: 'milan' }]);
  expect(await type('unfollow', 'match', '', { channel: GONE })).toEqual([
    { name: 'played-long-ago', value: 'played-long-ago' },
  ]);
});

it("/unfollow touches no other server's channels, whatever is typed", async () => {
  const { ask, type, store } = await seatWithOthers();
  for (const other of [FOREIGN, `<#${FOREIGN}>`, 'nonsense', ''])
    expect(seen(await ask('unfollow', { channel: other, club: 'Milan' }))).toBe(
      `privately: ${say.errors.nothingInChannel}`,
    );
  expect(await type('unfollow', 'club', '', { channel: FOREIGN })).toEqual([]);
  expect(await store.subscriptions.inChannel(FOREIGN)).toHaveLength(1);
});

it('/following tells what the server follows, where and how, and what is paused and why', async () => {
  const { ask, store } = await seat();
  await ask('follow', { club: 'Milan', match: match.id, delay: 45 });
  await ask('facts', { subcommand: 'schedule', time: '09:00', timezone: 'Europe/Rome' });
  const answer = await ask('following');
  expect(answer.how).toBe('publicly');
  for (const part of [
    channel,
    'Milan · English · 45 s late',
    'Milan – Inter · 7 November 2021 · English',
    'every day at 09:00 (Europe/Rome)',
    '<t:',
  ])
    expect(seen(answer)).toContain(part);
  expect(seen(answer)).not.toContain('Paused');
  await store.subscriptions.pauseChannel(CHANNEL, 'no-access', NOW);
  expect(seen(await ask('following', { private: true }))).toContain(
    say.follow.paused('no-access', '`/facts schedule`'),
  );
});

it('/following tells how the source is doing, also where nothing is followed', async () => {
  const budget = { left: 63, ofDay: 100 };
  const sources = [{ name: 'API-Football', lookEveryMs: 80_000, budget }];
  const { ask } = await seat({ sources });
  const line = '(Source: API-Football · a look every 80 s · 63 of 100 calls left today)';
  expect(seen(await ask('following'))).toContain(line);
  await ask('follow', { club: 'Milan' });
  expect(seen(await ask('following'))).toContain(line);
});

it('/following leaves out the replays that somebody has asked for', async () => {
  const { ask, type, store } = await seat();
  const target = { kind: 'match', id: `${match.id}~1` } as const;
  await store.subscriptions.follow({ ...HEARING, guildId: GUILD, channelId: GONE, target, createdAt: NOW });
  expect(seen(await ask('following'))).toContain(say.follow.nothingYet);
  expect(await type('unfollow', 'channel', '')).toEqual([]);
});

it('/following says how to begin where nothing is followed, and that it is about servers', async () => {
  const { ask } = await seat();
  expect(seen(await ask('following'))).toContain(say.follow.nothingYet);
  const direct = await seat({ direct: true });
  expect(seen(await direct.ask('following'))).toBe(`privately: ${say.errors.notInServer}`);
});
