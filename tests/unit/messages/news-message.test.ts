import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/locale.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { GoalNews, News, PhaseNewsKind } from '../../../src/match/news.ts';
import type { Score } from '../../../src/match/score.ts';
import type { MatchState } from '../../../src/match/state.ts';
import { newsMessage } from '../../../src/messages/news-message.ts';
import { timelineMessage } from '../../../src/messages/timeline-message.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import {
  booking,
  derby,
  events,
  lateChance,
  match,
  ownGoal,
  penaltyGoal,
  savedPenalty,
} from '../../support/match/derby.ts';

const LEVEL: Score = { home: 1, away: 1 };
const NIL_NIL: Score = { home: 0, away: 0 };
const told = (score: Score) => ({ id: 'news', matchId: match.id, at: 0, since: 0, score });
const phase = (kind: PhaseNewsKind, score = LEVEL, falseWhistles = 0): News => ({
  ...told(score),
  kind,
  ...((kind === 'full-time' || kind === 'result') && { falseWhistles }),
});
const goal = (kind: GoalNews['kind'], score = LEVEL): News => ({
  ...told(score),
  kind,
  eventId: 'goal-4',
  goal: ownGoal,
});
const substitutions = (of: (minute: number) => boolean): News => ({
  ...told(LEVEL),
  kind: 'substitutions',
  substitutions: events.filter((event) => event.kind === 'substitution').filter(({ minute }) => of(minute?.base ?? 0)),
});

const read = (news: News, state: MatchState = derby(), locale: Locale = 'en') =>
  readable(newsMessage(news, state, { locale }));
const line = (news: News, state: MatchState = derby(), locale: Locale = 'en') =>
  newsMessage(news, state, { locale }).content;

it.each<[PhaseNewsKind, string, string]>([
  ['kick-off', 'Kick-off: Milan v Inter', "Calcio d'inizio: Milan–Inter"],
  ['half-time', 'Half-time: Milan 1–1 Inter', 'Intervallo: Milan 1–1 Inter'],
  ['second-half', 'Second half under way: Milan 1–1 Inter', 'Inizia il secondo tempo: Milan 1–1 Inter'],
  ['extra-time', 'Extra time under way: Milan 1–1 Inter', 'Iniziano i supplementari: Milan 1–1 Inter'],
  [
    'extra-time-half-time',
    'Half-time in extra time: Milan 1–1 Inter',
    'Fine primo tempo supplementare: Milan 1–1 Inter',
  ],
  [
    'extra-time-second-half',
    'Second half of extra time under way: Milan 1–1 Inter',
    'Inizia il secondo tempo supplementare: Milan 1–1 Inter',
  ],
  ['shoot-out', 'Penalty shoot-out: Milan 1–1 Inter', 'Calci di rigore: Milan 1–1 Inter'],
  ['full-time', 'Full-time whistle: Milan 1–1 Inter', 'Fischio finale: Milan 1–1 Inter'],
  ['result', 'Final result: Milan 1–1 Inter', 'Risultato finale: Milan 1–1 Inter'],
  ['resumed', 'Play resumes: Milan 1–1 Inter', 'Si riprende a giocare: Milan 1–1 Inter'],
])('the line of a change of phase reads right: %s', (kind, english, italian) => {
  expect(line(phase(kind))).toBe(english);
  expect(line(phase(kind), derby(), 'it')).toBe(italian);
});

it('the line of a change of phase says when play was suspended or given up', () => {
  const at80 = { minute: { base: 80 } };
  expect(line(phase('suspended'), derby({ phase: 'suspended', ...at80 }))).toBe(
    "Play suspended at 80': Milan 1–1 Inter",
  );
  expect(line(phase('suspended'), derby({ phase: 'suspended', ...at80 }), 'it')).toBe(
    "Partita sospesa all'80': Milan 1–1 Inter",
  );
  expect(line(phase('abandoned'), derby({ phase: 'abandoned', ...at80 }), 'it')).toBe(
    "Partita sospesa definitivamente all'80': Milan 1–1 Inter",
  );
});

it('the line of a change of phase has no score for a match that was put off', () => {
  expect(read(phase('postponed', { home: 0, away: 0 }), derby({ phase: 'postponed', events: [] }))).toBe(
    [
      'Postponed: Milan v Inter',
      '## Serie A 2021–22, round 12',
      'San Siro · Was due <t:1636314300:f>',
      '[Line-ups] [Facts]',
    ].join('\n'),
  );
});

it('the line of a change of phase says that a match is cancelled, not put off', () => {
  const off = derby({ phase: 'cancelled', events: [] });
  const news = phase('cancelled', NIL_NIL);
  expect(read(news, off).split('\n').slice(0, 3)).toEqual([
    'Cancelled: Milan v Inter',
    '## Serie A 2021–22, round 12',
    'San Siro · Was due <t:1636314300:f>',
  ]);
  expect(line(news, off, 'it')).toBe('Partita annullata: Milan–Inter');
});

it('the line of a change of phase of an awarded match says so, without 0–0 where no score is known and without the scorers of the pitch', () => {
  const { score: _, ...unknown } = derby({ phase: 'awarded' }).snapshot;
  const state = { ...derby({ phase: 'awarded' }), snapshot: unknown };
  expect(line(phase('awarded', { home: 0, away: 0 }), state)).toBe('Result awarded off the pitch: Milan v Inter');
  const awarded = read(
    phase('awarded', { home: 3, away: 0 }),
    derby({ phase: 'awarded', score: { home: 3, away: 0 } }),
    'it',
  );
  expect(awarded).toMatch(/^Risultato a tavolino: Milan 3–0 Inter\n/);
  expect(awarded).not.toContain('de Vrij');
});

describe('a change of phase, told again when more is known', () => {
  const late: MatchEvent = { ...ownGoal, minute: { base: 90, added: 4 } };
  const inExtraTime: MatchEvent = { ...penaltyGoal, minute: { base: 100 } };

  it('a change of phase, told again when more is known, has the score of its own moment, by the goals that stand now', () => {
    const state = derby({ phase: 'extra-time-second-half', events: [penaltyGoal, ownGoal, late, inExtraTime] });
    expect(line(phase('half-time', NIL_NIL), state)).toBe('Half-time: Milan 1–1 Inter');
    expect(line(phase('second-half', NIL_NIL), state)).toContain('Milan 1–1 Inter');
    expect(line(phase('extra-time', NIL_NIL), state)).toContain('Milan 2–1 Inter');
    expect(line(phase('extra-time-second-half', NIL_NIL), state)).toContain('Milan 2–2 Inter');
    const corrected = derby({ phase: 'second-half', events: [penaltyGoal, ownGoal], taken: [penaltyGoal] });
    expect(line(phase('half-time'), corrected)).toBe('Half-time: Milan 1–0 Inter');
  });

  it('a change of phase, told again when more is known, trusts the feed about half-time where nobody says when the goals fell', () => {
    const untimed: MatchEvent = { kind: 'goal', side: 'home', manner: 'open-play' };
    const state = derby({ phase: 'second-half', events: [untimed], halfTime: { home: 1, away: 0 } });
    expect(line(phase('half-time', NIL_NIL), state)).toBe('Half-time: Milan 1–0 Inter');
  });

  it.each(['full-time', 'result'] as const)(
    'a change of phase, told again when more is known, is struck through when the %s was none',
    (kind) => {
      const goesOn = derby({ phase: 'extra-time-first-half', known: { falseWhistles: 1 } });
      expect(read(phase(kind), goesOn)).toMatch(/^~~.*Milan 1–1 Inter~~\n## Not over after all: the match goes on$/);
      expect(read(phase(kind), goesOn, 'it')).toMatch(/\n## Non era finita: la partita continua$/);
      const over = derby({ known: { falseWhistles: 1 } });
      expect(line(phase(kind), over)).toMatch(/^~~.*~~$/);
      expect(line(phase(kind, LEVEL, 1), over)).not.toContain('~~');
    },
  );

  it('a change of phase, told again when more is known, keeps no clock once the match has moved on', () => {
    const goesOn = derby({ phase: 'second-half', minute: { base: 85 }, score: { home: 2, away: 1 } });
    expect(line(phase('suspended'), goesOn)).toBe('Play suspended: Milan 1–1 Inter');
    expect(read(phase('abandoned'), goesOn)).not.toMatch(/Updated|85'|de Vrij/);
  });

  it('a change of phase, told again when more is known, shows what a court awarded, not what was scored', () => {
    const state = derby({ phase: 'awarded', score: { home: 3, away: 0 }, known: { score: LEVEL } });
    expect(line(phase('awarded'), state)).toBe('Result awarded off the pitch: Milan 3–0 Inter');
  });
});

it('the final result is a card that says it is final and leads on', () => {
  const message = newsMessage(phase('result'), derby(), { locale: 'en' });
  expect(readable(message)).toBe(
    [
      'Final result: Milan 1–1 Inter',
      '## Final result · Serie A 2021–22, round 12',
      'San Siro · <t:1636314300:f>',
      "**Inter** 11' Çalhanoğlu (pen.)",
      "**Milan** 17' de Vrij (o.g.)",
      "27' Tătărușanu saves Lautaro Martínez's penalty",
      'Half-time 1–1',
      '-# Possession 51–49 · shots 16–13 · on target 4–3 · corners 4–8 · fouls 16–11',
      '[Timeline] [Line-ups] [What it means] [Facts]',
    ].join('\n'),
  );
  expect(buttonIds(message)).toEqual([
    'timeline:2021-11-07-milan-inter',
    'lineups:2021-11-07-milan-inter',
    'report:2021-11-07-milan-inter',
    'facts:match:2021-11-07-milan-inter',
  ]);
});

it('the final result reads as well in Italian', () => {
  expect(read(phase('result'), derby(), 'it')).toBe(
    [
      'Risultato finale: Milan 1–1 Inter',
      '## Risultato finale · Serie A 2021–22, 12ª giornata',
      'San Siro · <t:1636314300:f>',
      "**Inter** 11' Çalhanoğlu (rig.)",
      "**Milan** 17' de Vrij (aut.)",
      "27' Tătărușanu para il rigore di Lautaro Martínez",
      'Primo tempo 1–1',
      '-# Possesso palla 51–49 · tiri 16–13 · in porta 4–3 · angoli 4–8 · falli 16–11',
      '[Cronaca] [Formazioni] [Che cosa significa] [Curiosità]',
    ].join('\n'),
  );
});

it('the final result says who won on penalties, the winners first', () => {
  const state = derby({ shootOut: { home: 3, away: 4 } });
  expect(line(phase('result'), state)).toBe('Final result: Milan 1–1 Inter, Inter win 4–3 on penalties');
  expect(line(phase('result'), state, 'it')).toBe("Risultato finale: Milan 1–1 Inter, vince l'Inter 4–3 ai rigori");
});

it('the final result says that it took extra time', () => {
  const late: MatchEvent = { ...ownGoal, minute: { base: 105, added: 1 } };
  expect(line(phase('result'), derby({ events: [late] }))).toBe('Final result: Milan 1–1 Inter, after extra time');
});

it('a goal is told in one line, with the scorers so far beneath', () => {
  expect(read(goal('goal'))).toBe(
    [
      "17' GOAL Milan 1–1 Inter: de Vrij (o.g.)",
      "**Inter** 11' Çalhanoğlu (pen.)",
      "**Milan** 17' de Vrij (o.g.)",
      '(Serie A 2021–22, round 12)',
    ].join('\n'),
  );
  expect(line(goal('goal'), derby(), 'it')).toBe("17' GOL Milan 1–1 Inter: de Vrij (aut.)");
});

it('a goal that is told late does not tell those that fell after it', () => {
  const first: News = { ...told({ home: 0, away: 1 }), kind: 'goal', eventId: 'goal-3', goal: penaltyGoal };
  expect(read(first)).toBe(
    "11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)\n**Inter** 11' Çalhanoğlu (pen.)\n(Serie A 2021–22, round 12)",
  );
});

it('a goal whose scorer is not known yet says whose goal it is', () => {
  const { scorer: _, ...nobody } = { ...ownGoal, manner: 'open-play' as const };
  const news: News = { ...told(LEVEL), kind: 'goal', eventId: 'goal-9', goal: nobody };
  expect(line(news)).toBe("17' GOAL for Milan: Milan 1–1 Inter");
  expect(line(news, derby(), 'it')).toBe("17' GOL del Milan: Milan 1–1 Inter");
});

it('a goal whose scorer nobody knows leaves the scorers to the score', () => {
  const nobody = { kind: 'goal', side: 'away', manner: 'open-play' } as const;
  const state = derby({ events: [nobody], score: { home: 0, away: 1 }, phase: 'first-half' });
  const news: News = { ...told({ home: 0, away: 1 }), kind: 'goal', eventId: 'goal-1', goal: nobody };
  expect(read(news, state)).toBe('GOAL for Inter: Milan 0–1 Inter\n(Serie A 2021–22, round 12)');
});

it('a goal tells the score by what stands now, however it was first told', () => {
  expect(line(goal('goal'), derby({ taken: [penaltyGoal] }))).toBe("17' GOAL Milan 1–0 Inter: de Vrij (o.g.)");
});

it('a goal that was taken away is struck through in its own post, and says so', () => {
  expect(read(goal('goal'), derby({ taken: [ownGoal] }))).toBe(
    "~~17' GOAL Milan 1–1 Inter: de Vrij (o.g.)~~\n## Goal disallowed\n(Serie A 2021–22, round 12)",
  );
  expect(read(goal('goal'), derby({ taken: [ownGoal], byVar: true }))).toContain('\n## Goal disallowed (VAR)\n');
  expect(read(goal('goal'), derby({ taken: [ownGoal], byVar: true }), 'it')).toContain('\n## Gol annullato (VAR)\n');
});

it('a goal that was taken away is told once more, by VAR where it was VAR', () => {
  const news = goal('goal-disallowed', { home: 0, away: 1 });
  expect(read(news, derby({ taken: [ownGoal] }))).toBe(
    "Goal disallowed: Milan 0–1 Inter. The 17' goal by de Vrij (o.g.) does not count.",
  );
  expect(read(news, derby({ taken: [ownGoal], byVar: true }), 'it')).toBe(
    "Gol annullato (VAR): Milan 0–1 Inter. Il gol di de Vrij (aut.) al 17' non vale.",
  );
});

it('a goal that stands after all is told again, and that it was taken away is struck through', () => {
  expect(read(goal('goal-reinstated'))).toBe(
    "The goal stands after all: Milan 1–1 Inter. The 17' goal by de Vrij (o.g.) counts.",
  );
  expect(read(goal('goal-reinstated'), derby(), 'it')).toBe(
    "Gol di nuovo valido: Milan 1–1 Inter. Il gol di de Vrij (aut.) al 17' vale.",
  );
  expect(read(goal('goal-disallowed'))).toMatch(/^~~Goal disallowed: .*~~$/);
  expect(read(goal('goal-reinstated'), derby({ taken: [ownGoal] }))).toMatch(/^~~The goal stands after all: .*~~$/);
});

it('a goal that was corrected is told as it now is', () => {
  const tomori = { ...ownGoal, manner: 'open-play' as const, scorer: { name: 'Tomori' } };
  const state = derby({ events: events.map((event) => (event === ownGoal ? tomori : event)) });
  expect(line(goal('goal'), state)).toBe("17' GOAL Milan 1–1 Inter: Tomori");
});

describe('other news', () => {
  const about = (event: typeof savedPenalty | typeof booking | typeof lateChance): News => {
    const base = { ...told({ home: 9, away: 9 }), eventId: `${event.kind}-${events.indexOf(event) + 1}` };
    switch (event.kind) {
      case 'missed-penalty':
        return { ...base, kind: event.kind, event };
      case 'card':
        return { ...base, kind: event.kind, event };
      case 'chance':
        return { ...base, kind: event.kind, event };
    }
  };

  it.each([
    [
      savedPenalty,
      "27' Tătărușanu saves Lautaro Martínez's penalty · Milan 1–1 Inter",
      "27' Tătărușanu para il rigore di Lautaro Martínez · Milan 1–1 Inter",
    ],
    [
      booking,
      "26' Yellow card: Ballo-Touré (Milan) · Milan 1–1 Inter",
      "26' Ammonito Ballo-Touré (Milan) · Milan 1–1 Inter",
    ],
    [
      lateChance,
      "89' Saelemaekers hits the post, Kessié puts the rebound wide · Milan 1–1 Inter",
      "89' Palo di Saelemaekers, Kessié manda fuori la ribattuta · Milan 1–1 Inter",
    ],
  ])('other news is one line and nothing else: %o', (event, english, italian) => {
    expect(read(about(event))).toBe(english);
    expect(read(about(event), derby(), 'it')).toBe(italian);
  });

  it.each([savedPenalty, booking, lateChance])(
    'other news that turns out not to be so is struck through and says why: %o',
    (event) => {
      const shown = read(about(event), derby({ taken: [event] }));
      expect(shown).toMatch(/^~~.* · Milan 1–1 Inter~~\n## Taken back by the feed$/);
      expect(read(about(event), derby({ taken: [event], byVar: true }), 'it')).toMatch(/\n## Revocato \(VAR\)$/);
    },
  );

  it('other news is told as it is known now', () => {
    const now = { ...booking, player: { name: 'Kalulu' } };
    const state = derby({ events: events.map((event) => (event === booking ? now : event)) });
    expect(line(about(booking), state)).toBe("26' Yellow card: Kalulu (Milan) · Milan 1–1 Inter");
  });

  it('other news of a penalty of which nobody says how it was missed says that much', () => {
    const { outcome: _, keeper: __, ...missed } = savedPenalty;
    const state = derby({ events: events.map((event) => (event === savedPenalty ? missed : event)) });
    expect(line(about(savedPenalty), state)).toBe("27' Lautaro Martínez misses a penalty · Milan 1–1 Inter");
    expect(line(about(savedPenalty), state, 'it')).toBe(
      "27' Sbagliato il rigore di Lautaro Martínez · Milan 1–1 Inter",
    );
  });

  it('other news of a substitution says who comes on for whom, as it is known now', () => {
    const told: MatchEvent = {
      kind: 'substitution',
      side: 'home',
      minute: { base: 60 },
      on: { name: 'A' },
      off: { name: 'B' },
    };
    const state = derby();
    const turned = { id: 'substitution-99', stands: true, event: { ...told, on: told.off, off: told.on } } as const;
    const news: News = { ...substitutions(() => false), substitutions: [told], eventIds: [turned.id] } as News;
    expect(read(news, state)).toBe("60' Milan substitution: A for B");
    expect(read(news, { ...state, events: [...state.events, turned] } as MatchState)).toBe(
      "60' Milan substitution: B for A",
    );
  });

  it('other news of substitutions has a line for each club', () => {
    expect(read(substitutions((minute) => minute === 84))).toBe(
      "84' Milan substitution: Bakayoko for Krunić\n84' Inter substitutions: Dimarco for Bastoni, Sánchez for Lautaro Martínez",
    );
    expect(read(substitutions((minute) => minute < 60))).toBe(
      "Milan substitutions: 46' Kalulu for Ballo-Touré, 59' Saelemaekers for Brahim Díaz, Rebić for Leão",
    );
    expect(
      read(
        substitutions((minute) => minute === 59),
        derby(),
        'it',
      ),
    ).toBe("59' Sostituzioni Milan: Saelemaekers per Brahim Díaz, Rebić per Leão");
  });

  it('other news of a shoot-out tells the tally once the kick was taken, whatever came after it', () => {
    const kick = (side: 'home' | 'away', name: string) =>
      ({ kind: 'shoot-out-kick', side, scored: true, player: { name } }) as const;
    const kicks = [kick('home', 'Kessié'), kick('away', 'Perišić'), kick('home', 'Leão')];
    const state = derby({ phase: 'shoot-out', events: kicks });
    const news: News = {
      ...told(LEVEL),
      kind: 'shoot-out-kick',
      eventId: 'shoot-out-kick-2',
      event: kick('away', 'Perišić'),
    };
    expect(line(news, state)).toBe('Perišić (Inter): scored in the shoot-out · Milan 1–1 Inter on penalties');
    expect(line(news, state, 'it')).toBe('Perišić (Inter): gol dal dischetto · Milan 1–1 Inter ai rigori');
  });
});

describe('a kick of a shoot-out that was heard of late', () => {
  const kick = (number: number, side: 'home' | 'away', scored = true) =>
    ({ kind: 'shoot-out-kick', number, side, scored, player: { name: `Player ${number}` } }) as const;
  const state = derby({
    phase: 'shoot-out',
    events: [kick(1, 'home'), kick(4, 'away'), kick(3, 'home', false), kick(2, 'away')],
  });

  it('a kick of a shoot-out that was heard of late counts in the tally where it was taken', () => {
    const tally = (number: number, index: number, side: 'home' | 'away') =>
      line(
        { ...told(LEVEL), kind: 'shoot-out-kick', eventId: `shoot-out-kick-${index}`, event: kick(number, side) },
        state,
      ).split(' · ')[1];
    expect([tally(1, 1, 'home'), tally(2, 4, 'away'), tally(3, 3, 'home'), tally(4, 2, 'away')]).toEqual([
      'Milan 1–0 Inter on penalties',
      'Milan 1–1 Inter on penalties',
      'Milan 1–1 Inter on penalties',
      'Milan 1–2 Inter on penalties',
    ]);
  });

  it('a kick of a shoot-out that was heard of late stands in the timeline where it was taken', () => {
    const lines = readable(timelineMessage(state, { locale: 'en' })).split('\n');
    expect(lines.filter((text) => text.startsWith('Player')).map((text) => text.split(' (')[0])).toEqual([
      'Player 1',
      'Player 2',
      'Player 3',
      'Player 4',
    ]);
  });
});

it('the line-ups are two short paragraphs that stay as they are, whatever happens in play', () => {
  const news: News = { ...told(LEVEL), kind: 'line-ups' };
  const shown = read(news, derby({ phase: 'scheduled', events: [] }));
  expect(shown.split('\n').slice(0, 3)).toEqual([
    'Line-ups: Milan v Inter',
    '# Milan 4-2-3-1',
    '1 Tătărușanu, 2 Calabria, 24 Kjær, 23 Tomori, 5 Ballo-Touré, 79 Kessié, 8 Tonali, 10 Brahim Díaz, 33 Krunić, 17 Leão, 11 Ibrahimović',
  ]);
  expect(shown.split('\n').at(-1)).toBe('[Line-ups] [Facts]');
  expect(newsMessage(news, derby(), { locale: 'en' })).toEqual(
    newsMessage(news, derby({ phase: 'scheduled', events: [] }), { locale: 'en' }),
  );
  expect(line(news, derby(), 'it')).toBe('Formazioni: Milan–Inter');
});

it('a post pings nobody, whatever the news', () => {
  expect(newsMessage(goal('goal'), derby(), { locale: 'en' }).allowed_mentions).toEqual({ parse: [] });
});
