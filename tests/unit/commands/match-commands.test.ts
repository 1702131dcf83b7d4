import { describe, expect, it } from 'vitest';
import type { AnyOptions } from '../../../commands/command.ts';
import type { ReplayWish } from '../../../commands/services.ts';
import type { Match } from '../../../src/match/match.ts';
import { noticeMessage } from '../../../src/messages/notice-message.ts';
import { texts } from '../../../src/messages/texts.ts';
import { CHANNEL, GUILD, NOW, READER, type Setting, seat, seen, THREAD } from '../../support/discord/context.ts';
import { buttonIds } from '../../support/discord/readable.ts';
import { derby, match, snapshot } from '../../support/match/derby.ts';

const later: Match = { ...match, id: 'later', home: match.away, away: match.home, kickOff: match.kickOff + 86_400_000 };

it('/score shows the match that matters now, with its goals, the missed penalty and the ways on', async () => {
  const { ask } = await seat();
  const answer = await ask('score');
  expect(answer.how).toBe('publicly');
  for (const part of ['Milan 1–1 Inter', "11' Çalhanoğlu (pen.)", "17' de Vrij (o.g.)", 'Lautaro Martínez', 'San Siro'])
    expect(seen(answer)).toContain(part);
  expect(buttonIds(answer.message)).toEqual(
    ['timeline', 'lineups', 'report', 'facts:match'].map((to) => `${to}:${match.id}`),
  );
});

it('/score answers an Italian reader in Italian', async () => {
  const { ask } = await seat({ reader: { locale: 'it' } });
  expect(seen(await ask('score'))).toContain("11' Çalhanoğlu (rig.)");
});

it('/score answers privately when asked to', async () => {
  const { ask } = await seat();
  expect((await ask('score', { private: true })).how).toBe('privately');
});

it.each([
  match.id,
  'Milan – Inter · 7 November 2021',
  'milan v inter',
  'milan inter 7 novembre 2021',
  'milann v inter',
])('/score finds the match by %j', async (typed) => {
  const { ask } = await seat({ reader: { locale: 'it' } });
  expect(seen(await ask('score', { match: typed }))).toContain('Milan 1–1 Inter');
});

it('/score says of an unknown match what it might have been', async () => {
  const { ask } = await seat();
  expect(seen(await ask('score', { match: 'Millwall v Inter' }))).toBe(
    "privately: I don't know the match “Millwall v Inter”. Did you mean Milan – Inter · 7 November 2021?",
  );
  expect(seen(await ask('score', { match: '@everyone **x**' }))).toMatch(
    /^privately: I don't know the match “＠everyone \\\*\\\*x\\\*\\\*”\. Start typing/,
  );
});

it('/score says so when there is no match at all, or none can be seen now', async () => {
  const none = await seat({ matches: [] });
  expect(seen(await none.ask('score'))).toMatch(/^privately: There is no match to show yet/);
  const silent = await seat({ state: null });
  expect(seen(await silent.ask('score', { match: match.id }))).toMatch(/^privately: I cannot reach my source/);
});

it('/score suggests matches while one is typed, the latest first', async () => {
  const { type } = await seat({ matches: [match, later], reader: { locale: 'it' } });
  expect(await type('score', 'match', '')).toEqual([
    { name: 'Inter – Milan · 8 novembre 2021', value: 'later' },
    { name: 'Milan – Inter · 7 novembre 2021', value: match.id },
  ]);
  expect(await type('score', 'match', 'milan 7 nov')).toEqual([
    { name: 'Milan – Inter · 7 novembre 2021', value: match.id },
  ]);
});

describe('the buttons of /score', () => {
  const gone = `privately: ${texts('en').errors.buttonTooOld}`;

  it('the buttons of /score reveal a covered post to whoever presses, in his language', async () => {
    const { press } = await seat({
      reader: { locale: 'it' },
      compose: async ({ id }, { locale, spoilers }) =>
        id === `${match.id}/goal/goal-1` ? { message: noticeMessage(`${id} ${locale} ${spoilers}`) } : null,
    });
    const whole = `privately: ${match.id}/goal/goal-1 it show`;
    expect(seen(await press(`score:${match.id}:news:${match.id}/goal/goal-1`))).toBe(whole);
    expect(seen(await press(`score:${match.id}:news:/goal/goal-1`))).toBe(whole);
    expect(seen(await press(`score:${match.id}:news:else`))).toBe(`privately: ${texts('it').errors.buttonTooOld}`);
  });

  it('the buttons of /score reveal the score as it was so long ago as the channel waits', async () => {
    const { store, press } = await seat();
    await store.matches.keepMoment(derby({ phase: 'first-half' }), NOW - 90_000);
    await store.matches.keepMoment(derby({ phase: 'half-time' }), NOW - 10_000);
    expect(seen(await press(`score:${match.id}:ago:60000`))).toContain('Milan 1–1 Inter · first half');
    expect(seen(await press(`score:${match.id}:ago:0`))).toContain('Milan 1–1 Inter · half-time');
  });

  it.each(['ago', 'ago:x', 'ago:-1', 'ago:99999999', 'else', 'news'])(
    'the buttons of /score lead nowhere when they end in %s',
    async (end) => {
      const { press } = await seat();
      expect(seen(await press(`score:${match.id}:${end}`))).toBe(gone);
    },
  );

  it('the buttons of /score work for a match that is replayed, though it is in no list', async () => {
    const { store, press } = await seat();
    const replayed = { ...match, id: `${match.id}~1` };
    await store.matches.save(derby({ match: replayed, phase: 'first-half', score: { home: 0, away: 1 } }));
    expect(seen(await press(`score:${replayed.id}`))).toContain('Milan 0–1 Inter');
  });
});

describe('/replay', () => {
  const say = texts('en');

  it('/replay plays the recorded match into a thread for the one who asks, sixty times as fast unless he says', async () => {
    const wishes: ReplayWish[] = [];
    const { ask } = await seat({ replay: { wishes } });
    expect(seen(await ask('replay'))).toBe(
      `privately: Milan v Inter, 60 times as fast: it plays in <#${THREAD}>, for you alone.`,
    );
    await ask('replay', { match: 'milan inter', speed: 1 });
    const wish = { guildId: GUILD, channelId: CHANNEL, userId: READER, matchId: match.id, locale: 'en' };
    expect(wishes).toEqual([
      { ...wish, speed: 60 },
      { ...wish, speed: 1 },
    ]);
  });

  it('/replay suggests recorded matches only', async () => {
    const { type } = await seat({ matches: [match, later], replay: { recorded: [later] } });
    expect(await type('replay', 'match', '')).toEqual([{ name: 'Inter – Milan · 8 November 2021', value: 'later' }]);
  });

  it.each<[string, Setting, AnyOptions, string]>([
    ['a place that is no server', { direct: true }, {}, say.errors.notInServer],
    [
      'a channel without private threads',
      { place: { missing: ['private-threads'] as const } },
      {},
      '**Create Private Threads**',
    ],
    ['an unknown match', {}, { match: 'Roma' }, '“Roma”'],
    ['when nothing is recorded', { replay: { recorded: [] } }, {}, say.replay.nothing],
  ])('/replay refuses %s, and starts nothing', async (_, setting, options, part) => {
    const wishes: ReplayWish[] = [];
    const { ask } = await seat({ ...setting, replay: { wishes, ...setting.replay } });
    expect(seen(await ask('replay', options))).toMatch(/^privately: /);
    expect(seen(await ask('replay', options))).toContain(part);
    expect(wishes).toEqual([]);
  });

  it.each([
    ['too-many', say.replay.tooMany],
    ['refused', say.replay.refused],
    ['no-permission', '**Create Private Threads** and **Send Messages in Threads**'],
  ] as const)('/replay says why when it does not start: %s', async (reason, part) => {
    const { ask } = await seat({ replay: { start: { ok: false, reason } } });
    expect(seen(await ask('replay'))).toContain(part);
  });
});

it.each([
  ['timeline', "27'"],
  ['lineups', '4-2-3-1'],
  ['report', 'Napoli'],
])('/%s shows its side of the match, and its button shows the same to whoever presses it', async (name, part) => {
  const { ask, press } = await seat();
  const answer = await ask(name);
  expect(seen(answer)).toContain(part);
  expect(await press(`${name}:${match.id}`)).toEqual({ ...answer, how: 'privately' });
});

it('/timeline, /lineups and /report say so when the match of an old button is gone', async () => {
  const { press } = await seat();
  for (const id of ['timeline:gone', 'lineups', 'report:'])
    expect(seen(await press(id))).toBe('privately: What this button led to is no longer here.');
});

it('/timeline, /lineups and /report have no report before the end, nor where the results around it are unknown', async () => {
  const playing = await seat({ state: derby({ phase: 'second-half' }) });
  expect(seen(await playing.ask('report'))).toMatch(/^privately: Milan v Inter is not over yet/);
  const cup = { ...match, competition: { id: 'cup', name: 'Cup' } };
  const elsewhere = await seat({ state: derby({ match: cup }), matches: [cup], reader: { locale: 'it' } });
  expect(seen(await elsewhere.ask('report'))).toMatch(/^privately: Non ho i risultati intorno a Milan–Inter/);
});

it('the match that matters now is one that the server follows, though another is known', async () => {
  const rest: Match = { ...later, home: { id: 'roma', name: 'Roma' }, away: { id: 'lazio', name: 'Lazio' } };
  const { ask, store } = await seat({ matches: [match, rest] });
  await store.matches.save({ ...derby(), snapshot: { ...snapshot, match: rest } });
  expect(seen(await ask('score'))).toContain('Roma');
  await ask('follow', { club: 'Milan' });
  expect(seen(await ask('score'))).toContain('Milan 1–1 Inter');
});

it('/fixtures tells what came next after a match from the archive, by the day', async () => {
  const { ask } = await seat({ now: Date.UTC(2040, 0, 1) });
  const text = seen(await ask('fixtures', { club: 'rossoneri' }));
  expect(text).toContain('What came next for Milan after <t:1636314300:f>');
  expect(text).toContain('**Fiorentina v Milan** · 20 November 2021');
  expect(seen(await ask('fixtures'))).toContain('What came next after <t:1636314300:f>');
});

it('/fixtures says that something is next only of what is ahead, by its moment where a feed knows it', async () => {
  const now = Date.UTC(2040, 0, 1);
  const days = (count: number) => now + count * 86_400_000;
  const ahead: Match = { ...later, id: 'ahead', season: '2039-40', kickOff: days(2) };
  const { round: _, ...cup } = { ...ahead, id: 'cup', competition: { id: 'cup', name: 'Coppa' }, kickOff: days(1) };
  const { ask } = await seat({ now, matches: [match, ahead, cup] });
  expect(seen(await ask('fixtures', { club: 'rossoneri' }))).toBe(
    [
      'publicly: What is next for Milan',
      `**Inter v Milan** · <t:${days(1) / 1000}:f> · Coppa`,
      `**Inter v Milan** · <t:${days(2) / 1000}:f> · Serie A, round 12`,
    ].join('\n'),
  );
  expect(seen(await ask('fixtures', { club: 'Roma' }))).toContain('What came next for Roma after');
});

it('/fixtures has each match once, whoever knows of it', async () => {
  const next: Match = { ...match, id: 'next', kickOff: Date.UTC(2021, 10, 20, 19, 45) };
  const known = { ...next, home: { id: 'fiorentina', name: 'Fiorentina' }, away: match.home };
  const { ask } = await seat({ matches: [match, known] });
  const text = seen(await ask('fixtures', { club: 'Milan' }));
  expect(text).toContain('What is next for Milan\n**Fiorentina v Milan** · <t:1637437500:f> · ');
  expect(text.match(/Fiorentina v Milan/g)).toHaveLength(1);
  expect(text).toContain('**Milan v Sassuolo** · 28 November 2021');
});

it('/fixtures suggests clubs, and says of an unknown one what it might have been', async () => {
  const { ask, type } = await seat({ reader: { locale: 'it' } });
  expect(await type('fixtures', 'club', 'fiorentna')).toContainEqual({ name: 'Fiorentina', value: 'fiorentina' });
  expect(seen(await ask('fixtures', { club: 'Fiorexxx' }))).toMatch(
    /^privately: Non conosco .*«Fiorexxx».*Fiorentina\?$/,
  );
});

it('/help names every command there is, to the reader alone', async () => {
  for (const locale of ['en', 'it'] as const) {
    const { ask } = await seat({ reader: { locale } });
    const answer = await ask('help');
    expect(answer.how).toBe('privately');
    for (const name of [
      'score',
      'timeline',
      'lineups',
      'report',
      'fixtures',
      'table',
      'h2h',
      'replay',
      'facts',
      'follow',
      'unfollow',
      'following',
    ])
      expect(seen(answer)).toContain(`/${name}`);
  }
});
