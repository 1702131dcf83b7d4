import { describe, expect, it } from 'vitest';
import type { Goal } from '../../../src/match/event.ts';
import type { Match } from '../../../src/match/match.ts';
import type { News } from '../../../src/match/news.ts';
import { roundupMessage } from '../../../src/messages/roundup-message.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { readable } from '../../support/discord/readable.ts';
import { booking, derby, match, ownGoal, penaltyGoal } from '../../support/match/derby.ts';

const score = { home: 1, away: 1 };
const goal = (eventId: string, goal: Goal, matchId = match.id): News => ({
  id: `${matchId}/goal/${eventId}`,
  matchId,
  at: 0,
  since: 0,
  score,
  kind: 'goal',
  eventId,
  goal,
});
const card: News = { ...goal('card-3', ownGoal), kind: 'card', eventId: 'card-3', event: booking };
const missed = [goal('goal-1', penaltyGoal), goal('goal-2', ownGoal), card];
const away = { why: 'away', id: 'roundup/1' } as const;
const together = { why: 'together', id: 'roundup/2' } as const;
const events = [penaltyGoal, ownGoal, booking];

describe('a roundup of what was missed', () => {
  const read = (change: Parameters<typeof derby>[0], locale: 'en' | 'it' = 'en') => {
    const state = derby({ phase: 'second-half', minute: { base: 67 }, events, ...change });
    const items = missed.map((news) => ({ news, state }));
    return readable(roundupMessage(away, items, { locale }));
  };

  it('a roundup of what was missed has a line for each thing and says how it stands now, without a clock that would grow old', () => {
    expect(read({})).toBe(
      [
        'While I was away: Milan v Inter',
        'Now: Milan 1–1 Inter · second half',
        "11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)",
        "17' GOAL Milan 1–1 Inter: de Vrij (o.g.)",
        "26' Yellow card: Ballo-Touré (Milan) · Milan 1–1 Inter",
      ].join('\n'),
    );
    expect(read({}, 'it')).toMatch(/^Mentre non c'ero: Milan–Inter\nAdesso: Milan 1–1 Inter · secondo tempo\n/);
    expect(read({ minute: { base: 80 } })).toBe(read({}));
  });

  it('a roundup of what was missed strikes through what was taken back since, and says why', () => {
    expect(
      read({ taken: [penaltyGoal], byVar: true, score: { home: 1, away: 0 } })
        .split('\n')
        .slice(1),
    ).toEqual([
      'Now: Milan 1–0 Inter · second half',
      "~~11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)~~ · Goal disallowed (VAR)",
      "17' GOAL Milan 1–0 Inter: de Vrij (o.g.)",
      "26' Yellow card: Ballo-Touré (Milan) · Milan 1–0 Inter",
    ]);
  });

  it('a roundup of what was missed says how the match ended, where it has', () => {
    expect(read({ phase: 'full-time' })).toContain('\nNow: Milan 1–1 Inter · full-time\n');
  });
});

describe('goals that fell together', () => {
  const other = (index: number): Match => ({
    ...match,
    id: `match-${index}`,
    home: { id: `home-${index}`, name: `Home ${index}` },
    away: { id: `away-${index}`, name: `Away ${index}` },
  });
  const inMatches = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      news: goal('goal-1', penaltyGoal, `match-${index}`),
      state: derby({ match: other(index), phase: 'first-half', events: [penaltyGoal], score: { home: 0, away: 1 } }),
    }));

  it('goals that fell together stand in one post, a line each', () => {
    expect(readable(roundupMessage(together, inMatches(3), { locale: 'en' }))).toBe(
      [
        'Goals in 3 matches',
        "11' GOAL Home 0 0–1 Away 0: Çalhanoğlu (pen.)",
        "11' GOAL Home 1 0–1 Away 1: Çalhanoğlu (pen.)",
        "11' GOAL Home 2 0–1 Away 2: Çalhanoğlu (pen.)",
      ].join('\n'),
    );
    expect(roundupMessage(together, inMatches(2), { locale: 'it' }).content).toMatch(/^Gol in 2 partite\n/);
  });

  it('goals that fell together count matches and not goals', () => {
    const [one] = inMatches(1);
    expect(roundupMessage(together, [one!, one!], { locale: 'en' }).content).toMatch(/^Goals in one match\n/);
  });

  it('goals that fell together fit in a message, and stay covered, however many there are', () => {
    const shown = roundupMessage(together, inMatches(200), { locale: 'en' });
    expect(discordProblems(shown)).toEqual([]);
    const hidden = roundupMessage(together, inMatches(200), { locale: 'en', spoilers: 'hide' });
    expect(discordProblems(hidden)).toEqual([]);
    expect(hidden.content).toMatch(/^News from [^|]*…\n\|\|[^|]*…\|\|$/);
  });
});
