import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import { LOCALES, type Locale } from '../../../src/locale.ts';
import type { News } from '../../../src/match/news.ts';
import type { MatchState } from '../../../src/match/state.ts';
import type { TableRow } from '../../../src/match/table.ts';
import { factListMessage } from '../../../src/messages/fact-list-message.ts';
import { factMessage } from '../../../src/messages/fact-message.ts';
import { fixturesMessage } from '../../../src/messages/fixtures-message.ts';
import { followingMessage } from '../../../src/messages/following-message.ts';
import { lineupsMessage } from '../../../src/messages/lineups-message.ts';
import type { MessageBody } from '../../../src/messages/message.ts';
import { newsMessage } from '../../../src/messages/news-message.ts';
import { reportMessage } from '../../../src/messages/report-message.ts';
import { scoreMessage } from '../../../src/messages/score-message.ts';
import { timelineMessage } from '../../../src/messages/timeline-message.ts';
import { derby } from './derby.ts';
import { discordProblems } from './discord-problems.ts';
import { findMarkup } from './find-markup.ts';
import { mischief } from './mischief.ts';

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
  const told = { id: 'news', matchId: match.id, at: 0, since: 0, score: state.score };
  const news: News[] = [
    ...(['kick-off', 'half-time', 'result', 'postponed', 'suspended', 'abandoned', 'awarded'] as const).map((kind) => ({
      ...told,
      kind,
    })),
    {
      ...told,
      kind: 'substitutions',
      substitutions: state.events.flatMap(({ event }) => (event.kind === 'substitution' ? [event] : [])),
    },
    ...state.events.flatMap(({ id, event }): readonly News[] => {
      const base = { ...told, eventId: id };
      if (event.kind === 'goal') {
        return (['goal', 'goal-corrected', 'goal-disallowed'] as const).map((kind) => ({ ...base, kind, goal: event }));
      }
      if (event.kind === 'missed-penalty') return [{ ...base, kind: event.kind, event }];
      if (event.kind === 'card') return [{ ...base, kind: event.kind, event }];
      return event.kind === 'chance' ? [{ ...base, kind: event.kind, event }] : [];
    }),
  ];
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
  return [
    ...news.map((one) => newsMessage(one, state, view)),
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
    fixturesMessage({ club: name, rows: Array.from({ length: 25 }, () => fixture) }, view),
    factMessage(fact, view),
    factListMessage({ facts, page: 2, pages: 3, about: name }, view),
    followingMessage(
      {
        subscriptions: Array.from({ length: 25 }, (_, index) => ({ label: name, channelId: `${index}` })),
        schedules: [{ channelId: '1', time: '09:00', timeZone: name }],
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

describe('data that means mischief', () => {
  it('adds no markup, mention or link to any message', () => {
    const honest = Object.fromEntries(LOCALES.map((locale) => [locale, everyMessage('Ibra', locale).map(markupOf)]));
    const short = mischief.filter((text) => text.length < 25);
    fc.assert(
      fc.property(short, fc.constantFrom(...LOCALES), (name, locale) => {
        expect(everyMessage(name, locale).map(markupOf)).toEqual(honest[locale]);
      }),
      { numRuns: 50 },
    );
  });

  it('of 5,000 characters never breaks a limit of Discord, and pings nobody', () => {
    const piece = fc.oneof(
      mischief.filter((text) => text.length > 0),
      fc.constantFrom('*', '\\', '😀', '`', 'W', 'W '),
    );
    fc.assert(
      fc.property(piece, fc.constantFrom(...LOCALES), (text, locale) => {
        const name = text.repeat(Math.ceil(5000 / text.length));
        for (const message of everyMessage(name, locale)) expect(discordProblems(message)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
