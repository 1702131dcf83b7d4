import { describe, expect, it } from 'vitest';
import { USUAL_NEWS } from '../../../src/match/news.ts';
import { plain } from '../../../src/messages/escape.ts';
import { texts } from '../../../src/messages/texts.ts';
import { CHANNEL, GUILD, NOW, seat, seen } from '../../support/discord/context.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { buttonIds } from '../../support/discord/readable.ts';
import { derby, match } from '../../support/match/derby.ts';

const say = texts('en');
const channel = `<#${CHANNEL}>`;
const milan = { kind: 'club', label: plain('Milan') } as const;
const MENU = 'follow:hears:club:milan';

it('/follow has the channel follow a club, and says what comes next', async () => {
  const { ask, store } = await seat();
  const answer = await ask('follow', { club: 'milan' });
  expect(answer.how).toBe('privately');
  expect(answer.message.content.split('\n')).toEqual([
    'Now following **Milan** in <#661900000000000000>.',
    'I post goals, missed penalties, red cards, kick-off and breaks, line-ups and a live card. Always posted: the result, and that a match is postponed, cancelled or abandoned.',
    'English',
  ]);
  expect(buttonIds(answer.message)).toEqual([MENU]);
  expect(await store.subscriptions.inChannel(CHANNEL)).toMatchObject([
    {
      ...{ guildId: GUILD, channelId: CHANNEL, target: { kind: 'club', id: 'milan' }, createdAt: NOW },
      ...{ locale: 'en', hears: USUAL_NEWS, delayMs: 0, spoilers: 'show', thread: false },
    },
  ]);
});

it('/follow follows everything that is named at once, in the language that is chosen', async () => {
  const { ask, store } = await seat();
  const answer = await ask('follow', { club: 'Inter', competition: 'serie a', match: match.id, language: 'it' });
  expect(answer.message.content.split('\n')).toHaveLength(5);
  expect(discordProblems(answer.message)).toEqual([]);
  const followed = await store.subscriptions.inChannel(CHANNEL);
  expect(followed.map(({ target }) => `${target.kind}:${target.id}`)).toEqual([
    'club:inter',
    'competition:serie-a',
    `match:${match.id}`,
  ]);
  expect(followed.every(({ locale }) => locale === 'it')).toBe(true);
});

it('/follow knows clubs and competitions on a day on which there is no match at all', async () => {
  const { ask, type, store } = await seat({ matches: [], state: null });
  const answer = await ask('follow', { club: 'Milan', competition: 'Serie A' });
  expect(answer.message.content).toContain('Now following **Milan**');
  expect(answer.message.content).toContain('**Serie A**');
  const followed = await store.subscriptions.inChannel(CHANNEL);
  expect(followed.map(({ target }) => `${target.kind}:${target.id}`)).toEqual(['club:milan', 'competition:serie-a']);
  expect(await type('follow', 'club', 'rossoneri')).toEqual([{ name: 'Milan', value: 'milan' }]);
  expect(await type('follow', 'competition', '')).toEqual([{ name: 'Serie A', value: 'serie-a' }]);
  expect(await type('unfollow', 'club', '')).toEqual([{ name: 'Milan', value: 'milan' }]);
});

it("/follow posts in the server's language unless another is chosen, and answers in the reader's", async () => {
  const server = { id: GUILD, locale: 'en' as const };
  const { ask, store } = await seat({ reader: { locale: 'it' }, place: { server } });
  expect(seen(await ask('follow', { club: 'Milan' }))).toContain('il Milan');
  expect((await store.subscriptions.inChannel(CHANNEL))[0]?.locale).toBe('en');
});

it('/follow says so when the channel follows it already', async () => {
  const { ask } = await seat();
  await ask('follow', { club: 'Milan' });
  expect(seen(await ask('follow', { club: 'Milan' }))).toContain(say.follow.already(milan, channel));
});

it('/follow ends a pause, and says why there was one', async () => {
  const { ask, store } = await seat();
  await ask('follow', { club: 'Milan' });
  await store.subscriptions.pauseChannel(CHANNEL, 'no-permission', NOW);
  expect(seen(await ask('follow', { club: 'Milan' }))).toContain(say.follow.resumed(milan, channel, 'no-permission'));
  expect((await store.subscriptions.inChannel(CHANNEL))[0]?.paused).toBeUndefined();
});

it('/follow says so when a match of what is followed is on', async () => {
  const live = say.follow.live('Milan v Inter');
  const playing = await seat({ state: derby({ phase: 'first-half' }) });
  for (const named of [{ club: 'Milan' }, { competition: 'Serie A' }, { match: match.id }])
    expect(seen(await playing.ask('follow', named))).toContain(live);
  const over = await seat();
  expect(seen(await over.ask('follow', { club: 'Milan' }))).not.toContain(live);
});

it.each([
  ['nothing named', {}, {}, say.errors.nothingNamed],
  ['an unknown club', {}, { club: 'Mi1ann FC' }, '“Mi1ann FC”'],
  ['an unknown competition', {}, { competition: 'Bundesliga' }, '“Bundesliga”'],
  ['one unknown name among good ones', {}, { club: 'Milan', match: 'nowhere' }, '“nowhere”'],
  ['a place that is no server', { direct: true }, { club: 'Milan' }, say.errors.notInServer],
  ['to ping the whole server', {}, { club: 'Milan', ping: GUILD }, say.errors.everyoneRole],
  [
    'a channel it may not write in',
    { place: { missing: ['send', 'pin'] as const } },
    { club: 'Milan' },
    'I need **Send Messages** in',
  ],
])('/follow refuses %s, and follows nothing', async (_, setting, options, part) => {
  const { ask, store } = await seat(setting);
  const answer = seen(await ask('follow', options));
  expect(answer).toMatch(/^privately: /);
  expect(answer).toContain(part);
  expect(await store.subscriptions.followedTargets()).toEqual([]);
});

it('/follow suggests what the known matches are played by and in, and then what else is known', async () => {
  const { type } = await seat();
  const offered = await type('follow', 'club', '');
  expect(offered.length).toBeGreaterThan(2);
  expect(offered.slice(0, 2)).toEqual([
    { name: 'Milan', value: 'milan' },
    { name: 'Inter', value: 'inter' },
  ]);
  expect(await type('follow', 'club', 'rossonri')).toEqual([{ name: 'Milan', value: 'milan' }]);
  expect(await type('follow', 'competition', 's')).toEqual([{ name: 'Serie A', value: 'serie-a' }]);
  expect(await type('follow', 'match', 'derby')).toEqual([]);
});

describe('how /follow has a channel hear', () => {
  const wish = { club: 'Milan', delay: 30, spoilers: 'hide', thread: true, ping: '77' };

  it('how /follow has a channel hear is as it is asked, and explained', async () => {
    const { ask, store } = await seat();
    const lines = (await ask('follow', wish)).message.content.split('\n');
    expect(lines[2]).toBe(
      'English · 30 s late · spoilers hidden · a thread for each match · pings <@&77> for goals, kick-off and result. A goal that is taken back within the delay is never shown. Scores stay covered until a reader asks for them.',
    );
    expect(lines).toHaveLength(3);
    expect(await store.subscriptions.inChannel(CHANNEL)).toMatchObject([
      { delayMs: 30_000, spoilers: 'hide', thread: true, pingRole: '77' },
    ]);
  });

  it('how /follow has a channel hear stays as it was where nothing else is said, also for something new', async () => {
    const { ask, store } = await seat();
    await ask('follow', wish);
    const answer = await ask('follow', { club: 'Milan', delay: 0 });
    expect(seen(answer)).toContain(say.follow.changed(milan, channel));
    await ask('follow', { club: 'Inter' });
    const kept = { delayMs: 0, spoilers: 'hide', thread: true, pingRole: '77' };
    expect(await store.subscriptions.inChannel(CHANNEL)).toMatchObject([kept, kept]);
  });

  it('how /follow has a channel hear is what its permissions let come of it, each want told where it matters', async () => {
    const missing = ['threads', 'send-in-threads', 'pin', 'events', 'mention', 'private-threads'] as const;
    const { ask, choose, store } = await seat({ place: { missing } });
    const told = seen(await ask('follow', wish));
    for (const part of [
      'no threads until I have **Create Public Threads** and **Send Messages in Threads** here',
      'unpinned until I have **Pin Messages**',
      "server's events until I have **Create Events**",
      '<@&77> may not ring',
    ])
      expect(told).toContain(part);
    expect(await store.subscriptions.inChannel(CHANNEL)).toMatchObject([{ pingRole: '77', thread: true }]);
    expect(seen(await choose(MENU, 'goals'))).not.toContain('unpinned');
    const plainWish = seen(await (await seat({ place: { missing } })).ask('follow', { club: 'Milan' }));
    expect(plainWish).not.toMatch(/no threads|may not ring/);
  });

  it('how /follow has a channel hear pings without a word a role that anybody may mention', async () => {
    const { ask } = await seat({ place: { missing: ['mention'], mentionableRoles: ['77'] } });
    expect(seen(await ask('follow', wish))).not.toContain('may not ring');
  });
});

it('the menu of news has everything to choose from, with what is chosen now', async () => {
  const { ask, choose } = await seat();
  await ask('follow', { club: 'Milan' });
  const { message } = await choose(MENU, 'chances', 'goals');
  const [menu] = message.components?.[0]?.components ?? [];
  expect(menu).toMatchObject({
    custom_id: MENU,
    placeholder: 'What to post about Milan',
    min_values: 0,
    max_values: 10,
  });
  const options = menu && 'options' in menu ? menu.options : [];
  expect(options.filter((option) => option.default).map(({ label }) => label)).toEqual(['Goals', 'Chances']);
  expect(discordProblems(message)).toEqual([]);
});

it('the menu of news changes what the channel hears, and says so in place', async () => {
  const { ask, choose, store } = await seat();
  await ask('follow', { club: 'Milan' });
  expect(seen(await choose(MENU, 'goals', 'nonsense'))).toMatch(/^in-place: \*\*Milan\*\* in <#\d+>:\nI post goals\. /);
  expect(await store.subscriptions.inChannel(CHANNEL)).toMatchObject([{ hears: ['goals'] }]);
  expect(seen(await choose(MENU))).toContain(':\nAlways posted: the result');
  expect(await store.subscriptions.inChannel(CHANNEL)).toMatchObject([{ hears: [] }]);
});

it('the menu of news leaves the menus of what was followed with it where they are', async () => {
  const { ask, choose } = await seat();
  const { message } = await ask('follow', { club: 'Milan', competition: 'Serie A' });
  const ids = buttonIds(message);
  expect(ids).toEqual([`${MENU}:competition:serie-a`, 'follow:hears:competition:serie-a:club:milan']);
  const chosen = await choose(ids[1] ?? '', 'card');
  expect(buttonIds(chosen.message)).toEqual(ids);
  expect(chosen.message.content.split('\n')).toHaveLength(6);
});

it('the menu of news is for those who manage the server, and for what is still followed', async () => {
  const reader = await seat({ reader: { canManageServer: false } });
  expect(seen(await reader.choose(MENU, 'goals'))).toBe(`privately: ${say.errors.needsManageServer}`);
  const { choose } = await seat();
  for (const id of [MENU, 'follow:hears', 'follow:hears:planet:mars', 'follow:else:club:milan'])
    expect(seen(await choose(id, 'goals'))).toBe(`privately: ${say.errors.buttonTooOld}`);
});

it('the button that stops pinging is there where a role is pinged, and takes it away', async () => {
  const { ask, press, store } = await seat();
  expect(buttonIds((await ask('follow', { club: 'Milan', ping: '77' })).message)).toEqual([
    MENU,
    'follow:quiet:club:milan',
  ]);
  const answer = await press('follow:quiet:club:milan');
  expect(answer.how).toBe('in-place');
  expect(buttonIds(answer.message)).toEqual([MENU]);
  expect((await store.subscriptions.inChannel(CHANNEL))[0]).not.toHaveProperty('pingRole');
});

it('the button that stops pinging is for those who manage the server', async () => {
  const { press } = await seat({ reader: { canManageServer: false } });
  expect(seen(await press('follow:quiet:club:milan'))).toBe(`privately: ${say.errors.needsManageServer}`);
});
