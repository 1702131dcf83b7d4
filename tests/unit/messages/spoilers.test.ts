import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { Side } from '../../../src/match/match.ts';
import type { News, PhaseNewsKind } from '../../../src/match/news.ts';
import type { Phase } from '../../../src/match/phase.ts';
import { type Score, scoreOf } from '../../../src/match/score.ts';
import type { MatchState } from '../../../src/match/state.ts';
import { cardMessage } from '../../../src/messages/card-message.ts';
import { newsMessage } from '../../../src/messages/news-message.ts';
import { roundupMessage } from '../../../src/messages/roundup-message.ts';
import { covered, coveredLine, revealNewsButton } from '../../../src/messages/spoiler.ts';
import { texts } from '../../../src/messages/texts.ts';
import { cases } from '../../support/cases.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { mischief } from '../../support/discord/mischief.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import { derby, events, match, ownGoal, penaltyGoal } from '../../support/match/derby.ts';
import { everyNews, PHASES } from './every-news.ts';
import { underCover, visible } from './visible.ts';

const hidden = { locale: 'en', spoilers: 'hide' } as const;
const nascosto = { locale: 'it', spoilers: 'hide' } as const;
const LEVEL: Score = { home: 1, away: 1 };

const told = (score = LEVEL) => ({ matchId: match.id, at: 0, since: 0, score });
const phase = (kind: PhaseNewsKind): News => ({ ...told(), id: `${match.id}/${kind}`, kind });
const goal: News = { ...told(), id: `${match.id}/goal/goal-4`, kind: 'goal', eventId: 'goal-4', goal: ownGoal };

interface Drawn {
  readonly kind: 'goal' | 'missed-penalty' | 'card' | 'chance' | 'shoot-out-kick';
  readonly side: Side;
  readonly player: { readonly name: string };
  readonly minute: { readonly base: number } | undefined;
  readonly yes: boolean;
}

const side = fc.constantFrom<Side[]>('home', 'away');
const name = fc.constantFrom('Leão', 'Džeko', 'a', 'A|', '||', '\\|| Vidal');
const moment = fc.option(
  fc.integer({ min: 1, max: 90 }).map((base) => ({ base })),
  { nil: undefined },
);
const kind = fc.constantFrom<Drawn['kind'][]>('goal', 'missed-penalty', 'card', 'chance', 'shoot-out-kick');
const anyEvent = fc.record({ kind, side, player: fc.record({ name }), minute: moment, yes: fc.boolean() }).map(eventOf);

function eventOf({ kind, side, player, minute, yes }: Drawn): MatchEvent {
  const base = { side, player, ...(minute && { minute }) };
  switch (kind) {
    case 'goal':
      return { ...base, kind, manner: yes ? 'own-goal' : 'penalty', ...(yes && { scorer: player }) };
    case 'missed-penalty':
      return { ...base, kind, ...(yes && { outcome: 'saved' }) };
    case 'card':
      return { ...base, kind, colour: yes ? 'red' : 'yellow' };
    case 'chance':
      return { ...base, kind, outcome: yes ? 'woodwork' : 'blocked' };
    case 'shoot-out-kick':
      return { ...base, kind, scored: yes };
  }
}

/** How a match may go: what happened, what of it was taken back, and what the feed says of the score. */
const course = fc.record({
  happened: fc.array(fc.tuple(anyEvent, fc.boolean()), { maxLength: 12 }),
  halfTime: fc.record({ home: fc.nat(9), away: fc.nat(9) }),
  shootOut: fc.record({ home: fc.nat(9), away: fc.nat(9) }),
  shots: fc.tuple(fc.nat(30), fc.nat(30)),
});
type Course = typeof course extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const phaseNow = fc.constantFrom(...PHASES);
const view = fc.constantFrom(hidden, nascosto);

/** A match in a phase, however it went. */
function gone({ happened, shots, ...how }: Course, phase: Phase) {
  const listed = happened.map(([event]) => event);
  const standing = happened.filter(([, stands]) => stands).map(([event]) => event);
  const score = scoreOf(standing);
  const taken = listed.filter((event) => !standing.includes(event));
  const state = derby({ phase, events: listed, taken, score, ...how, statistics: { shots } });
  return { ...state, reached: 'first-half' } as const satisfies MatchState;
}

it('where spoilers are hidden, the posts of two matches look alike, however differently they go', () => {
  fc.assert(
    fc.property(course, course, phaseNow, view, (one, other, now, view) => {
      const looks = (how: typeof one) => {
        const state = gone(how, now);
        const posts = everyNews(state).map((news): readonly [string, string] => {
          const message = newsMessage(news, state, view);
          expect(discordProblems(message)).toEqual([]);
          const kind = 'eventId' in news ? 'event' : news.kind;
          return [kind, visible(message).replaceAll(news.id, 'NEWS')];
        });
        return new Map(posts);
      };
      const [a, b] = [looks(one), looks(other)];
      for (const [kind, shown] of a) if (b.has(kind)) expect(shown).toBe(b.get(kind));
    }),
    cases(50),
  );
});

it('where spoilers are hidden, the posts of all events of a match look alike', () => {
  fc.assert(
    fc.property(course, phaseNow, view, (how, now, view) => {
      const state = gone(how, now);
      const looks = everyNews(state)
        .filter((news) => 'eventId' in news)
        .map((news) => visible(newsMessage(news, state, view)).replaceAll(news.id, 'NEWS'));
      expect(new Set(looks).size).toBeLessThanOrEqual(1);
    }),
    cases(15),
  );
});

it('where spoilers are hidden, the cards and roundups of two matches look alike, however differently they go', () => {
  fc.assert(
    fc.property(course, course, phaseNow, view, (one, other, now, view) => {
      const [a, b] = [gone(one, now), gone(other, now)];
      const card = (state: MatchState) => visible(cardMessage(state, { ...view, delayMs: 0 }));
      expect(card(a)).toBe(card(b));
      for (const why of ['away', 'together'] as const) {
        const roundup = (state: MatchState) =>
          visible(
            roundupMessage(
              { why, id: 'roundup/1' },
              everyNews(state).map((news) => ({ news, state })),
              view,
            ),
          );
        expect(roundup(a)).toBe(roundup(b));
      }
    }),
    cases(50),
  );
});

it('where spoilers are hidden, a goal is covered, with a way to see it that leads to the post', () => {
  const message = newsMessage(goal, derby(), hidden);
  expect(readable(message)).toBe(
    "News from Milan v Inter · ||17' GOAL Milan 1–1 Inter: de Vrij (o.g.)||\n[Reveal to me]",
  );
  expect(buttonIds(message)).toEqual([`score:${match.id}:news:${match.id}/goal/goal-4`]);
  expect(readable(newsMessage(goal, derby(), nascosto))).toBe(
    "Novità da Milan–Inter · ||17' GOL Milan 1–1 Inter: de Vrij (aut.)||\n[Mostra solo a me]",
  );
});

it('where spoilers are hidden, a goal that was taken away looks as it did, and says so beneath its cover', () => {
  const taken = newsMessage(goal, derby({ taken: [ownGoal], byVar: true }), hidden);
  expect(underCover(taken)).toEqual(["~~17' GOAL Milan 1–1 Inter: de Vrij (o.g.)~~ · Goal disallowed (VAR)"]);
  expect(visible(taken)).toBe(visible(newsMessage(goal, derby(), hidden)));
});

it.each<[PhaseNewsKind, string]>([
  ['half-time', 'Half-time: Milan v Inter · ||1–1||'],
  ['full-time', 'Full-time whistle: Milan v Inter · ||1–1||'],
  ['suspended', 'Play suspended: Milan v Inter · ||1–1||'],
  ['awarded', 'Result awarded off the pitch: Milan v Inter · ||1–1||'],
  ['extra-time', 'News from Milan v Inter · ||Extra time under way: Milan 1–1 Inter||'],
  ['shoot-out', 'News from Milan v Inter · ||Penalty shoot-out: Milan 1–1 Inter||'],
])('where spoilers are hidden, %s tells no more than its line', (kind, line) => {
  expect(newsMessage(phase(kind), derby(), hidden).content).toBe(line);
});

it('where spoilers are hidden, the result leads on, and beneath its cover says how it came about', () => {
  const message = newsMessage(phase('result'), derby({ shootOut: { home: 3, away: 4 } }), hidden);
  expect(readable(message)).toBe(
    'Final result: Milan v Inter · ||1–1, Inter win 4–3 on penalties||\n[Reveal to me] [Timeline] [Line-ups] [What it means] [Facts]',
  );
});

it.each<News>([phase('kick-off'), phase('postponed'), { ...phase('kick-off'), kind: 'line-ups' }])(
  'where spoilers are hidden, nothing needs a cover in the news of $kind',
  (news) => {
    const state = derby({ phase: 'scheduled', events: [] });
    expect(newsMessage(news, state, hidden)).toEqual(newsMessage(news, state, { locale: 'en' }));
  },
);

it('where spoilers are hidden, the live card shows the clock and how old it is, and covers the score', () => {
  const state = derby({ phase: 'second-half', minute: { base: 67 } });
  const message = cardMessage(state, { ...hidden, delayMs: 90_000 });
  expect(readable(message)).toBe(
    [
      "Milan v Inter · 67' · ||1–1||",
      '## Serie A 2021–22, round 12',
      'San Siro · <t:1636314300:f>',
      'Updated <t:1636321500:R>',
      '[Reveal to me] [Timeline] [Line-ups] [What it means] [Facts]',
    ].join('\n'),
  );
  expect(buttonIds(message)[0]).toBe(`score:${match.id}:ago:90000`);
});

it('where spoilers are hidden, the live card does not tell that there is extra time', () => {
  const state = derby({ phase: 'extra-time-first-half', minute: { base: 95 } });
  const { content } = cardMessage(state, { ...hidden, delayMs: 0 });
  expect(content).toBe("Milan v Inter · ||Milan 1–1 Inter · 95', extra time||");
  const stopped = derby({ phase: 'suspended', minute: { base: 95 } });
  expect(cardMessage(stopped, { ...hidden, delayMs: 0 }).content).toBe('Milan v Inter · suspended · ||1–1||');
});

it('where spoilers are hidden, a roundup covers what it tells', () => {
  const state = derby({ phase: 'half-time', events: events.slice(0, 4) });
  const first: News = { ...goal, id: `${match.id}/goal/goal-3`, eventId: 'goal-3', goal: penaltyGoal };
  const items = [first, goal].map((news) => ({ news, state }));
  const away = roundupMessage({ why: 'away', id: 'roundup/x' }, items, hidden);
  expect(readable(away)).toBe('While I was away: Milan v Inter\n||Now: Milan 1–1 Inter · half-time||\n[Reveal to me]');
  expect(buttonIds(away)).toEqual([`score:${match.id}:news:roundup/x`]);
  const together = roundupMessage({ why: 'together', id: 'roundup/x' }, items, hidden);
  expect(together.content).toBe(
    "News from Milan v Inter\n||11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.) · 17' GOAL Milan 1–1 Inter: de Vrij (o.g.)||",
  );
});

it('a cover is closed once, at its end, whatever is beneath it', () => {
  fc.assert(
    fc.property(fc.oneof(mischief, fc.constantFrom('|', '||', '\\|', '\\\\||')), (text) => {
      const line = coveredLine('x', `${text.replaceAll('\n', ' ')}.`);
      expect(line.match(/\|\|/g)).toHaveLength(2);
      expect(line).toMatch(/^x · \|\|.*\|\|$/s);
    }),
  );
});

it('a cover stays closed when there is too much beneath it', () => {
  const line = coveredLine('open '.repeat(500), 'beneath '.repeat(500));
  expect(line.length).toBeLessThan(1_950);
  expect(line).toMatch(/^open [^|]*… · \|\|beneath [^|]*…\|\|$/);
  expect(covered('short')).toBe('||short||');
});

describe('the button of a cover', () => {
  const reveal = (matchId: string, newsId: string) => revealNewsButton(matchId, newsId, texts('en')).id;

  it('the button of a cover says the match once where there is no room for it twice', () => {
    const long = 'x'.repeat(60);
    expect(reveal('m', 'm/goal/goal-1')).toBe('score:m:news:m/goal/goal-1');
    expect(reveal(long, `${long}/goal/goal-1`)).toBe(`score:${long}:news:/goal/goal-1`);
    expect(reveal(long, 'roundup/1')).toBe(`score:${long}:news:roundup/1`);
  });

  it('the button of a cover shows how the match stands where there is no room for the news', () => {
    const long = 'x'.repeat(60);
    expect(reveal(long, `${long}/goal-disallowed/goal-1/1636314300000`)).toBe(`score:${long}:ago:0`);
  });
});
