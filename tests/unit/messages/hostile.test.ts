import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import type { HeadToHead } from '../../../src/facts/head-to-head.ts';
import { LOCALES, type Locale } from '../../../src/locale.ts';
import type { Result } from '../../../src/match/result.ts';
import type { MatchState } from '../../../src/match/state.ts';
import type { TableRow } from '../../../src/match/table.ts';
import { cardMessage } from '../../../src/messages/card-message.ts';
import { plain } from '../../../src/messages/escape.ts';
import { factListMessage } from '../../../src/messages/fact-list-message.ts';
import { factMessage } from '../../../src/messages/fact-message.ts';
import { fixturesMessage } from '../../../src/messages/fixtures-message.ts';
import { followingMessage } from '../../../src/messages/following-message.ts';
import { headToHeadMessage, type MeetingsView } from '../../../src/messages/head-to-head-message.ts';
import { lineupsMessage } from '../../../src/messages/lineups-message.ts';
import type { MessageBody } from '../../../src/messages/message.ts';
import { newsMessage } from '../../../src/messages/news-message.ts';
import { reportMessage } from '../../../src/messages/report-message.ts';
import { roundupMessage } from '../../../src/messages/roundup-message.ts';
import { scoreMessage } from '../../../src/messages/score-message.ts';
import { type TableView, tableInWords, tableMessage } from '../../../src/messages/table-message.ts';
import { threadOpener } from '../../../src/messages/thread-opener.ts';
import { timelineMessage } from '../../../src/messages/timeline-message.ts';
import { cases } from '../../support/cases.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { mischief } from '../../support/discord/mischief.ts';
import { derby } from '../../support/match/derby.ts';
import { HEARING } from '../../support/match/hearing.ts';
import { everyNews } from './every-news.ts';
import { findMarkup } from './find-markup.ts';

/** The derby in which everybody and everything is called by one name. */
function derbyOf(name: string): MatchState {
  const renamed = JSON.stringify(derby(), (key, value: unknown) =>
    ['name', 'fullName', 'formation', 'referee', 'fourth', 'var', 'assistantVar'].includes(key)
      ? name
      : key === 'assistants'
        ? [name, name]
        : value,
  );
  return JSON.parse(renamed);
}

/** Every message there is, of data that is called `name` throughout. */
function everyMessage(name: string, locale: Locale): readonly MessageBody[] {
  const state = derbyOf(name);
  const { match } = state.snapshot;
  const view = { locale };
  const news = everyNews(state);
  const items = news.map((one) => ({ news: one, state }));
  const live: MatchState = { ...state, snapshot: { ...state.snapshot, phase: 'second-half', addedTime: [1, 5] } };
  const ended = { ...state, events: state.events.map((tracked) => ({ ...tracked, stands: false })), falseWhistles: 1 };
  const hidden = { ...view, spoilers: 'hide' } as const;
  const text = { en: name, it: name };
  const fact: Fact = {
    id: 'fact',
    text,
    scope: text,
    dispute: text,
    source: 'press',
    check: 'disputed',
    asOf: '2021-11-07',
    matchId: match.id,
    about: { clubs: [], players: [], topics: [] },
  };
  const row = (rank: number, club: string): TableRow => ({
    rank,
    club,
    played: 1,
    won: 0,
    drawn: 1,
    lost: 0,
    goalsFor: 1,
    goalsAgainst: 1,
    goalDifference: 0,
    points: 1,
  });
  const table = [row(1, 'milan'), row(2, 'inter')];
  const fixture = { home: name, away: name, when: { day: '2021-11-20' }, competition: name };
  const facts = Array.from({ length: 10 }, () => fact);
  const season: TableView = {
    ...{ competition: 'serie-a', season: '2021-22', stage: 'final', competitionName: name },
    moment: { kind: 'day', day: '2021-11-07', without: { home: 'milan', away: 'inter' } },
    rows: Array.from({ length: 20 }, (_, index) => ({ ...row(index + 1, `${index}`), form: ['won', 'lost'] })),
    rules: { pointsForWin: 2, tieBreaks: ['goal difference'], rulings: [{ club: '1', points: 2 }] },
    ...{ nameOf: () => name, shortNameOf: () => name, marked: ['1'] },
  };
  const result: Result = {
    ...{ competition: 'serie-a', season: '2021-22', day: '2021-11-07', home: 'milan', away: 'inter' },
    ...{ score: { home: 1, away: 0 }, status: 'awarded' },
  };
  const balance: HeadToHead = { clubs: ['milan', 'inter'], played: 5, won: [5, 0], drawn: 0, goals: [5, 0] };
  const run = Array.from({ length: 5 }, () => result);
  const rivals: MeetingsView = {
    ...{ clubs: ['milan', 'inter'], since: '1993-94', competitions: ['serie-a'], upTo: '2021-11-07', balance },
    everything: { opening: { ...balance, competition: 'serie-a', before: '1993-94' }, balance },
    ...{ awarded: 5, last: run, absent: ['inter'], competitionNames: [name], nameOf: () => name },
    biggestWins: [{ latest: result, times: 5 }, undefined],
    current: { kind: 'unbeaten', club: 'milan', games: 5, won: 4 },
    longest: { won: [run, []], unbeaten: [run, run] },
  };
  return [
    ...[state, ended].flatMap((known) =>
      [view, hidden].flatMap((how) => news.map((one) => newsMessage(one, known, how))),
    ),
    ...[view, hidden].flatMap((how) => [
      roundupMessage({ why: 'away', id: 'roundup/1' }, items, how),
      roundupMessage({ why: 'together', id: 'roundup/2' }, items.slice(0, 3), how),
      cardMessage({ ...live, silentSince: 0 }, { ...how, delayMs: 0 }),
      cardMessage({ ...live, backAt: live.seenAt }, { ...how, delayMs: 600_000 }),
    ]),
    threadOpener(match, view).message,
    scoreMessage(state, view),
    timelineMessage(state, view),
    lineupsMessage(state, view),
    reportMessage(
      {
        match,
        score: state.score,
        before: table,
        after: table,
        whatIf: { home: table, draw: table, away: table },
        storylines: facts,
        next: [fixture],
        nameOf: () => name,
      },
      view,
    ),
    ...[tableMessage(season, view), tableInWords(season, view), headToHeadMessage(rivals, view)],
    headToHeadMessage({ ...rivals, balance: { ...balance, played: 0 } }, view),
    fixturesMessage({ club: name, rows: Array.from({ length: 25 }, () => fixture) }, view),
    factMessage(fact, view),
    factListMessage({ facts, page: 2, pages: 3, about: { label: name, value: name } }, view),
    followingMessage(
      {
        subscriptions: Array.from({ length: 25 }, (_, index) => ({
          ...{ label: name, channelId: `${index}` },
          hearing: HEARING,
        })),
        schedules: [{ kind: 'fact', channelId: '1', time: '09:00', timeZone: name }],
        sources: [{ name, problem: name, lookEveryMs: 1_000 }],
      },
      view,
    ),
  ];
}

/** What Discord reads markup in: everything but a footer. */
function markupOf(message: MessageBody): readonly string[] {
  const embeds = (message.embeds ?? []).flatMap(({ title = '', description = '', fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [message.content, ...embeds].flatMap(findMarkup);
}

it('data that means mischief adds no markup, mention or link to any message', () => {
  const honest = Object.fromEntries(LOCALES.map((locale) => [locale, everyMessage('Ibra', locale).map(markupOf)]));
  // Longer ones, written out, are cut where Discord has no room, and bold words with them.
  const short = mischief.filter((text) => plain(text).length < 25);
  fc.assert(
    fc.property(short, fc.constantFrom(...LOCALES), (name, locale) => {
      expect(everyMessage(name, locale).map(markupOf)).toEqual(honest[locale]);
    }),
    cases(12),
  );
});

it('data that means mischief of 5,000 characters never breaks a limit of Discord, and pings nobody', () => {
  const piece = fc.oneof(
    mischief.filter((text) => text.length > 0),
    fc.constantFrom('*', '\\', '😀', '`', 'W', 'W '),
  );
  fc.assert(
    fc.property(piece, fc.constantFrom(...LOCALES), (text, locale) => {
      const name = text.repeat(Math.ceil(5000 / text.length));
      for (const message of everyMessage(name, locale)) expect(discordProblems(message)).toEqual([]);
    }),
    cases(3),
  );
});
