import { describe, expect, it } from 'vitest';
import { isComputed } from '../../../src/facts/fact.ts';
import { texts } from '../../../src/messages/texts.ts';
import { CHANNEL, GUILD, NOW, READER, type Setting, seat, seen } from '../../support/discord/context.ts';
import { buttonIds } from '../../support/discord/readable.ts';
import { match } from '../../support/match/derby.ts';

const say = texts('en');

it('/facts next deals the channel one fact after the other, none twice', async () => {
  const { ask, context } = await seat();
  const dealt = new Set<string>();
  const all = await context.facts.deck(GUILD);
  for (let turn = 0; turn < all.length; turn += 1)
    dealt.add((await ask('facts', { subcommand: 'next' })).message.content);
  expect(dealt.size).toBe(all.length);
  expect(all.some(isComputed)).toBe(true);
});

it('/facts next deals a private reader from a deck of his own', async () => {
  const { ask, store } = await seat();
  expect((await ask('facts', { subcommand: 'next', private: true })).how).toBe('privately');
  expect((await store.deck.dealt(CHANNEL)).factIds).toEqual([]);
  expect((await store.deck.dealt(READER)).factIds).toHaveLength(1);
});

it('/facts next says so when there are none', async () => {
  const { ask } = await seat({ withoutFacts: true });
  expect(seen(await ask('facts', { subcommand: 'next' }))).toBe(`privately: ${say.facts.none(undefined)}`);
});

it.each(['calhanoglu', 'Çalhanoğlu', 'Calhanoglou', 'player:Çalhanoğlu'])(
  '/facts about finds a player typed as %j',
  async (about) => {
    const { ask } = await seat();
    const answer = seen(await ask('facts', { subcommand: 'about', about }));
    expect(answer).toMatch(/^publicly: Facts about Çalhanoğlu/);
  },
);

it('/facts about finds a club, and the story of a match', async () => {
  const { ask } = await seat({ reader: { locale: 'it' } });
  expect(seen(await ask('facts', { subcommand: 'about', about: 'Nerazzurri' }))).toContain('su Inter');
  expect(seen(await ask('facts', { subcommand: 'about', about: match.id }))).toContain(
    'Milan – Inter · 7 novembre 2021',
  );
});

it('/facts about says what an unknown name might have been, and refuses to be a megaphone', async () => {
  const { ask } = await seat();
  expect(seen(await ask('facts', { subcommand: 'about', about: 'Calhanxxxx' }))).toMatch(
    /^privately: .*“Calhanxxxx”.*Çalhanoğlu/,
  );
  expect(seen(await ask('facts', { subcommand: 'about', about: '@everyone' }))).not.toContain('@everyone');
});

it('/facts about suggests players, clubs, topics and matches', async () => {
  const { type } = await seat();
  expect(await type('facts', 'about', 'calhan')).toEqual([{ name: 'Çalhanoğlu', value: 'player:Çalhanoğlu' }]);
  expect(await type('facts', 'about', '7 november')).toEqual([
    { name: 'Milan – Inter · 7 November 2021', value: match.id },
  ]);
});

it('/facts list turns its pages in place, as far as there are any', async () => {
  const { ask, press } = await seat();
  const first = await ask('facts', { subcommand: 'list' });
  expect(first.how).toBe('publicly');
  expect(buttonIds(first.message)).toEqual(['facts:list:0', 'facts:list:2']);
  const second = await press('facts:list:2');
  expect(second.how).toBe('in-place');
  expect(second.message).not.toEqual(first.message);
  expect(await press('facts:list:1')).toEqual({ ...first, how: 'in-place' });
  for (const odd of ['0', '-3', 'x', '']) expect((await press(`facts:list:${odd}`)).message).toEqual(first.message);
  expect((await press('facts:list:999')).message).toEqual((await press('facts:list:500')).message);
});

it('/facts list keeps to its subject from page to page, whatever language the next reader has', async () => {
  const italian = await seat({ reader: { locale: 'it' } });
  const story = await italian.press(`facts:match:${match.id}`);
  expect(story.how).toBe('privately');
  const next = buttonIds(story.message).at(-1) ?? '';
  const english = await seat();
  expect(seen(await english.press(next))).toMatch(/^in-place: Facts about Milan – Inter · 7 November 2021 · page 2/);
});

it('/facts list says so when what an old button led to is gone', async () => {
  const { press } = await seat();
  for (const id of ['facts:match:gone', 'facts:list:2:nobody at all', 'facts:vote', 'facts'])
    expect(seen(await press(id))).toBe(`privately: ${say.errors.buttonTooOld}`);
});

describe('the working of a fact', () => {
  const workingOf = async (id: string, reader: Setting['reader'] = {}) => {
    const { press } = await seat({ reader });
    return press(`facts:working:${id}`);
  };
  const KICK_OFF = '2021-11-07~2021-22~milan~inter';

  it('the working of a fact is shown to who asks alone, with the rows that a person can check', async () => {
    const answer = seen(await workingOf('opta-best-start'));
    expect(answer).toMatch(/^privately: Milan's 32 points/);
    expect(answer).toContain('›2021–22  32 10  2  0');
    expect(answer).toContain(' 2003–04  30  9  3  0');
    expect(seen(await workingOf(`serie-a/milan/best-start/milan/11@${KICK_OFF}`, { locale: 'it' }))).toContain(
      '›2021–22  31 10  1  0',
    );
  });

  it('the working of a fact can be chosen from a list', async () => {
    const { press, choose } = await seat();
    const page = await press('facts:list:4:club:milan');
    expect(buttonIds(page.message)[0]).toBe('facts:working');
    expect(seen(await choose('facts:working', 'opta-best-start'))).toMatch(/^privately: Milan's 32 points/);
    expect(seen(await choose('facts:other', 'opta-best-start'))).toBe(`privately: ${say.errors.buttonTooOld}`);
  });

  it('the working of a fact is not there for what was not computed, nor for what does not hold', async () => {
    expect(seen(await workingOf('nothing'))).toBe(`privately: ${say.working.none}`);
    expect(seen(await workingOf('opta-since-1961'))).toBe(`privately: ${say.working.none}`);
    for (const id of ['serie-a/milan/best-start/milan/12@2021-11-07~2021-22~milan~inter~0-1', 'cup/a/b@2021-11-07'])
      expect(seen(await workingOf(id))).toBe(`privately: ${say.working.withdrawn}`);
  });
});

it('the facts of a match tell nothing of its end before it has ended', async () => {
  const { press } = await seat({ state: null });
  const story = seen(await press(`facts:match:${match.id}`));
  expect(story).toMatch(/10 wins and 1 draw|ten wins and a draw/);
  expect(story).not.toMatch(/Milan's 32 points|1–1/);
});

it('the facts of a match lead on to a club where a fact is of no match', async () => {
  const { press } = await seat();
  expect(seen(await press('facts:match:club:milan'))).toMatch(/^privately: Facts about Milan/);
});

it('the facts of a match are found where none were written', async () => {
  const { home, away } = match;
  const other = { ...match, id: '2022-02-05-inter-milan', home: away, away: home, kickOff: Date.UTC(2022, 1, 5, 17) };
  const { ask } = await seat({ matches: [other], state: null });
  expect(seen(await ask('facts', { subcommand: 'about', about: other.id }))).toMatch(/^publicly: Facts about Inter/);
});

describe('/facts schedule', () => {
  const schedule = { subcommand: 'schedule', time: '9:00', timezone: 'europe/rome' };

  it('/facts schedule sets a time of day in a named zone, and says when the next fact comes', async () => {
    const { ask, store } = await seat();
    const nineInRome = NOW + 12 * 3_600_000;
    expect(seen(await ask('facts', schedule))).toBe(
      `privately: A fact a day in <#${CHANNEL}> at 09:00 (Europe/Rome). The first one comes <t:${nineInRome / 1000}:F>.`,
    );
    expect(await store.schedules.inChannel(CHANNEL, 'fact')).toMatchObject({
      cron: '0 9 * * *',
      timeZone: 'Europe/Rome',
      locale: 'en',
    });
  });

  it.each([
    ['9', 'Milan', '0 9 * * *', 'Europe/Rome'],
    ['9:00', 'new york', '0 9 * * *', 'America/New_York'],
    ['9 am', 'London', '0 9 * * *', 'Europe/London'],
    ['21.30', 'Monaco di Baviera', '30 21 * * *', 'Europe/Berlin'],
  ])('/facts schedule takes %s in %s', async (time, timezone, cron, timeZone) => {
    const { ask, store } = await seat();
    await ask('facts', { subcommand: 'schedule', time, timezone });
    expect(await store.schedules.inChannel(CHANNEL, 'fact')).toMatchObject({ cron, timeZone });
  });

  it("/facts schedule takes the server's language, unless another is chosen", async () => {
    const server = { id: '1', locale: 'it' as const };
    const { ask, store } = await seat({ place: { server } });
    await ask('facts', schedule);
    expect((await store.schedules.inChannel(CHANNEL, 'fact'))?.locale).toBe('it');
    await ask('facts', { ...schedule, language: 'en' });
    expect((await store.schedules.inChannel(CHANNEL, 'fact'))?.locale).toBe('en');
  });

  it('/facts schedule changes the time and keeps the zone that was chosen', async () => {
    const { ask, store } = await seat();
    await ask('facts', schedule);
    expect(seen(await ask('facts', { subcommand: 'schedule', time: '7pm' }))).toMatch(/^privately: Changed: .*19:00/);
    expect(await store.schedules.inChannel(CHANNEL, 'fact')).toMatchObject({
      cron: '0 19 * * *',
      timeZone: 'Europe/Rome',
    });
  });

  it.each([
    ['nothing to go by', { subcommand: 'schedule' }, 'the time and the time zone'],
    ['no zone', { subcommand: 'schedule', time: '9' }, 'The time zone is missing'],
    ['no zone, the time kept', { subcommand: 'schedule', time: '9' }, '/facts schedule time:09:00 timezone:Milan'],
    ['no time', { subcommand: 'schedule', timezone: 'Milan' }, 'The time is missing'],
    ['no time, the zone kept', { subcommand: 'schedule', timezone: 'Milan' }, 'time:09:00 timezone:Europe/Rome'],
    ['no zone and an impossible time', { subcommand: 'schedule', time: '25:99' }, '“25:99”'],
    ['an impossible time', { ...schedule, time: '25:99' }, '“25:99”'],
    ['a zone that does not exist', { ...schedule, timezone: 'Europe/Roma' }, 'Europe/Rome'],
    ['an offset for a zone', { ...schedule, timezone: '+02:00' }, '+02:00'],
  ])('/facts schedule refuses %s, and says what to type', async (_, options, part) => {
    const { ask, store } = await seat();
    const answer = seen(await ask('facts', options));
    expect(answer).toMatch(/^privately: /);
    expect(answer).toContain(part);
    expect(await store.schedules.all()).toEqual([]);
  });

  it.each([
    ['a member without Manage Server', { reader: { canManageServer: false } }, say.errors.needsManageServer],
    ['a direct message', { direct: true }, say.errors.notInServer],
    ['a channel it may not write in', { place: { missing: ['send', 'embed'] as const } }, '**Send Messages**'],
    ['an empty library', { withoutFacts: true }, say.facts.none(undefined)],
  ])('/facts schedule refuses %s, and says what is missing', async (_, setting, part) => {
    const { ask, store } = await seat(setting);
    const answer = seen(await ask('facts', schedule));
    expect(answer).toMatch(/^privately: /);
    expect(answer).toContain(part);
    expect(await store.schedules.all()).toEqual([]);
  });

  it('/facts schedule suggests zones, the likely ones first', async () => {
    const { type } = await seat();
    expect((await type('facts', 'timezone', ''))[0]).toEqual({ name: 'Europe/Rome', value: 'Europe/Rome' });
    expect((await type('facts', 'timezone', 'new yrok'))[0]?.value).toBe('America/New_York');
    expect((await type('facts', 'timezone', 'mila'))[0]?.value).toBe('Europe/Rome');
  });
});

it('/facts stop ends the schedule, and says so when there was none', async () => {
  const { ask } = await seat();
  await ask('facts', { subcommand: 'schedule', time: '09:00', timezone: 'Europe/Rome' });
  const channel = `<#${CHANNEL}>`;
  expect(seen(await ask('facts', { subcommand: 'stop' }))).toBe(`privately: ${say.schedule.stopped(channel)}`);
  expect(seen(await ask('facts', { subcommand: 'stop' }))).toBe(`privately: ${say.schedule.nothingToStop(channel)}`);
});

it('/facts stop is for those who manage the server', async () => {
  const member = await seat({ reader: { canManageServer: false, locale: 'it' } });
  expect(seen(await member.ask('facts', { subcommand: 'stop' }))).toContain('Gestisci server');
  const direct = await seat({ direct: true });
  expect(seen(await direct.ask('facts', { subcommand: 'stop' }))).toContain(say.errors.notInServer);
});
