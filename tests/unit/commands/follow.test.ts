import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/messages/escape.ts';
import { texts } from '../../../src/messages/texts.ts';
import { match } from '../messages/derby.ts';
import { CHANNEL, GUILD, NOW, seat, seen } from './context.ts';

const say = texts('en');
const channel = `<#${CHANNEL}>`;
const milan = { kind: 'club', label: plain('Milan') } as const;

describe('/follow', () => {
  it('has the channel follow a club, and says what comes next', async () => {
    const { ask, store } = await seat();
    expect(seen(await ask('follow', { club: 'milan' }))).toBe(`privately: ${say.follow.added(milan, channel)}`);
    expect(await store.subscriptions.inChannel(CHANNEL)).toMatchObject([
      { guildId: GUILD, channelId: CHANNEL, target: { kind: 'club', id: 'milan' }, locale: 'en', createdAt: NOW },
    ]);
  });

  it('follows everything that is named at once, in the language that is chosen', async () => {
    const { ask, store } = await seat();
    const answer = await ask('follow', { club: 'Inter', competition: 'serie a', match: match.id, language: 'it' });
    expect(answer.message.content.split('\n')).toHaveLength(3);
    const followed = await store.subscriptions.inChannel(CHANNEL);
    expect(followed.map(({ target }) => `${target.kind}:${target.id}`)).toEqual([
      'club:inter',
      'competition:serie-a',
      `match:${match.id}`,
    ]);
    expect(followed.every(({ locale }) => locale === 'it')).toBe(true);
  });

  it("posts in the server's language unless another is chosen, and answers in the reader's", async () => {
    const server = { id: GUILD, locale: 'en' as const };
    const { ask, store } = await seat({ reader: { locale: 'it' }, place: { server } });
    expect(seen(await ask('follow', { club: 'Milan' }))).toContain('il Milan');
    expect((await store.subscriptions.inChannel(CHANNEL))[0]?.locale).toBe('en');
  });

  it('says so when the channel follows it already', async () => {
    const { ask } = await seat();
    await ask('follow', { club: 'Milan' });
    expect(seen(await ask('follow', { club: 'Milan' }))).toBe(`privately: ${say.follow.already(milan, channel)}`);
  });

  it('ends a pause, and says why there was one', async () => {
    const { ask, store } = await seat();
    await ask('follow', { club: 'Milan' });
    await store.subscriptions.pauseChannel(CHANNEL, 'no-permission', NOW);
    expect(seen(await ask('follow', { club: 'Milan' }))).toBe(
      `privately: ${say.follow.resumed(milan, channel, 'no-permission')}`,
    );
    expect((await store.subscriptions.inChannel(CHANNEL))[0]?.paused).toBeUndefined();
  });

  it.each([
    ['nothing named', {}, {}, say.errors.nothingNamed],
    ['an unknown club', {}, { club: 'Mi1ann FC' }, '“Mi1ann FC”'],
    ['an unknown competition', {}, { competition: 'Bundesliga' }, '“Bundesliga”'],
    ['one unknown name among good ones', {}, { club: 'Milan', match: 'nowhere' }, '“nowhere”'],
    ['a place that is no server', { direct: true }, { club: 'Milan' }, say.errors.notInServer],
    [
      'a channel it may not write in',
      { place: { missing: ['send'] as const } },
      { club: 'Milan' },
      '**Send Messages**',
    ],
  ])('refuses %s, and follows nothing', async (_, setting, options, part) => {
    const { ask, store } = await seat(setting);
    const answer = seen(await ask('follow', options));
    expect(answer).toMatch(/^privately: /);
    expect(answer).toContain(part);
    expect(await store.subscriptions.followedTargets()).toEqual([]);
  });

  it('suggests what the known matches are played by and in', async () => {
    const { type } = await seat();
    expect(await type('follow', 'club', '')).toEqual([
      { name: 'Milan', value: 'milan' },
      { name: 'Inter', value: 'inter' },
    ]);
    expect(await type('follow', 'club', 'rossonri')).toEqual([{ name: 'Milan', value: 'milan' }]);
    expect(await type('follow', 'competition', 's')).toEqual([{ name: 'Serie A', value: 'serie-a' }]);
    expect(await type('follow', 'match', 'derby')).toEqual([]);
  });
});

describe('/unfollow', () => {
  it('stops, and says so when there is nothing to stop', async () => {
    const { ask, store } = await seat();
    await ask('follow', { club: 'Milan', competition: 'Serie A' });
    expect(seen(await ask('unfollow', { club: 'Milan' }))).toBe(`privately: ${say.follow.stopped(milan, channel)}`);
    expect(seen(await ask('unfollow', { club: 'Milan' }))).toBe(
      `privately: ${say.follow.nothingToStop(milan, channel)}`,
    );
    expect(await store.subscriptions.followedTargets()).toEqual([{ kind: 'competition', id: 'serie-a' }]);
  });

  it('asks for a name when it gets none, or one that nobody has', async () => {
    const { ask } = await seat();
    expect(seen(await ask('unfollow'))).toBe(`privately: ${say.errors.nothingNamed}`);
    expect(seen(await ask('unfollow', { club: 'Mxxx' }))).toContain('“Mxxx”');
  });

  it('suggests only what the channel follows', async () => {
    const { ask, type } = await seat();
    expect(await type('unfollow', 'club', '')).toEqual([]);
    await ask('follow', { club: 'Inter' });
    expect(await type('unfollow', 'club', '')).toEqual([{ name: 'Inter', value: 'inter' }]);
  });
});

describe('/following', () => {
  it('tells what the server follows and where, and what is paused and why', async () => {
    const { ask, store } = await seat();
    await ask('follow', { club: 'Milan', match: match.id });
    await ask('facts', { subcommand: 'schedule', time: '09:00', timezone: 'Europe/Rome' });
    const answer = await ask('following');
    expect(answer.how).toBe('publicly');
    for (const part of [channel, 'Milan', 'Milan – Inter · 7 November 2021', 'every day at 09:00 (Europe/Rome)', '<t:'])
      expect(seen(answer)).toContain(part);
    expect(seen(answer)).not.toContain('Paused');
    await store.subscriptions.pauseChannel(CHANNEL, 'no-access', NOW);
    expect(seen(await ask('following', { private: true }))).toContain(
      say.follow.paused('no-access', '`/facts schedule`'),
    );
  });

  it('says how to begin where nothing is followed, and that it is about servers', async () => {
    const { ask } = await seat();
    expect(seen(await ask('following'))).toContain(say.follow.nothingYet);
    const direct = await seat({ direct: true });
    expect(seen(await direct.ask('following'))).toBe(`privately: ${say.errors.notInServer}`);
  });
});
