import { expect, it } from 'vitest';
import type { MatchEvent } from '../../../src/match/event.ts';
import { lineupsMessage } from '../../../src/messages/lineups-message.ts';
import { scoreMessage } from '../../../src/messages/score-message.ts';
import { timelineMessage } from '../../../src/messages/timeline-message.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import { derby, KICK_OFF, ownGoal, penaltyGoal, snapshot } from '../../support/match/derby.ts';

const en = { locale: 'en' } as const;
const it_ = { locale: 'it' } as const;

it('the score before kick-off says when it begins, and shows no score', () => {
  const state = derby({ phase: 'scheduled', events: [] });
  expect(readable(scoreMessage(state, en))).toBe(
    [
      'Milan v Inter · not started',
      '## Serie A 2021–22, round 12',
      'San Siro · Kicks off <t:1636314300:f>',
      '[Line-ups] [Facts]',
    ].join('\n'),
  );
  expect(scoreMessage(state, it_).content).toBe('Milan–Inter · da giocare');
});

it('the score while it is played says the minute and how old the news is', () => {
  const message = scoreMessage(derby({ phase: 'first-half', minute: { base: 45, added: 1 } }), en);
  expect(message.content).toBe("Milan 1–1 Inter · 45+1'");
  expect(readable(message)).toContain(`Updated <t:${(KICK_OFF + 7_200_000) / 1000}:R>`);
  expect(readable(message)).not.toContain('Half-time');
});

it('the score at the end is the whole card', () => {
  const message = scoreMessage(derby(), it_);
  expect(message.content).toBe('Milan 1–1 Inter · finale');
  expect(readable(message)).toContain("27' Tătărușanu para il rigore di Lautaro Martínez\nPrimo tempo 1–1");
  expect(buttonIds(message)).toHaveLength(4);
});

it('the score puts the goals of one player together, and of each says how it was scored', () => {
  const again: MatchEvent = { ...penaltyGoal, minute: { base: 54 } };
  const open: MatchEvent = { ...penaltyGoal, minute: { base: 90, added: 2 }, manner: 'open-play' };
  const other: MatchEvent = { ...open, minute: { base: 60 }, scorer: { name: 'Džeko' } };
  const state = derby({ events: [open, ownGoal, again, other, penaltyGoal], score: { home: 1, away: 4 } });
  expect(readable(scoreMessage(state, en))).toContain(
    "**Inter** 11' (pen.), 54' (pen.), 90+2' Çalhanoğlu · 60' Džeko\n**Milan** 17' de Vrij (o.g.)",
  );
});

it('the score names a sending-off, but not every card', () => {
  const red: MatchEvent = {
    kind: 'card',
    side: 'away',
    minute: { base: 70 },
    colour: 'second-yellow',
    player: { name: 'Vidal' },
  };
  expect(readable(scoreMessage(derby({ events: [...snapshot.events, red] }), en))).toContain(
    "70' Second yellow, sent off: Vidal (Inter)",
  );
  expect(readable(scoreMessage(derby(), en))).not.toContain('Ballo-Touré');
});

it('the score leaves out a goal that was taken away', () => {
  const message = scoreMessage(derby({ taken: [ownGoal], score: { home: 0, away: 1 } }), en);
  expect(readable(message)).not.toContain('de Vrij');
});

it('the timeline tells the match from the first whistle to the last', () => {
  expect(readable(timelineMessage(derby(), en))).toBe(
    [
      'Milan 1–1 Inter · timeline',
      'Kick-off: Milan v Inter',
      "8' Penalty for Inter: Kessié fouls Çalhanoğlu",
      "8' VAR: the penalty stands, Inter",
      "**11' GOAL Milan 0–1 Inter: Çalhanoğlu (pen.)**",
      "**17' GOAL Milan 1–1 Inter: de Vrij (o.g.)**",
      "26' Yellow card: Ballo-Touré (Milan)",
      "27' Tătărușanu saves Lautaro Martínez's penalty",
      "44' Ballo-Touré clears Barella's shot off the line",
      'Half-time: Milan 1–1 Inter',
      "46' Milan substitution: Kalulu for Ballo-Touré",
      "59' Milan substitutions: Saelemaekers for Brahim Díaz, Rebić for Leão",
      "68' Inter substitution: Vidal for Barella",
      "84' Milan substitution: Bakayoko for Krunić",
      "84' Inter substitutions: Dimarco for Bastoni, Sánchez for Lautaro Martínez",
      "89' Saelemaekers hits the post, Kessié puts the rebound wide",
      'Final result: Milan 1–1 Inter',
    ].join('\n'),
  );
});

it('the timeline reads as well in Italian', () => {
  expect(readable(timelineMessage(derby(), it_)).split('\n').slice(0, 9)).toEqual([
    'Milan 1–1 Inter · cronaca',
    "Calcio d'inizio: Milan–Inter",
    "8' Rigore per l'Inter: fallo di Kessié su Çalhanoğlu",
    "8' VAR: rigore confermato, Inter",
    "**11' GOL Milan 0–1 Inter: Çalhanoğlu (rig.)**",
    "**17' GOL Milan 1–1 Inter: de Vrij (aut.)**",
    "26' Ammonito Ballo-Touré (Milan)",
    "27' Tătărușanu para il rigore di Lautaro Martínez",
    "44' Ballo-Touré salva sulla linea il tiro di Barella",
  ]);
});

it('the timeline strikes a goal through that was taken away', () => {
  const state = derby({ taken: [ownGoal], score: { home: 0, away: 1 } });
  expect(readable(timelineMessage(state, en))).toContain("~~17' GOAL Milan: de Vrij (o.g.)~~ Goal disallowed");
});

it('the timeline puts added time before the break, and the break before what follows it', () => {
  const late: MatchEvent = { ...ownGoal, minute: { base: 45, added: 3 } };
  const early: MatchEvent = { ...penaltyGoal, minute: { base: 46 } };
  const lines = readable(timelineMessage(derby({ events: [early, late] }), en)).split('\n');
  expect(lines.slice(2, 5)).toEqual([
    "**45+3' GOAL Milan 1–0 Inter: de Vrij (o.g.)**",
    'Half-time: Milan 1–0 Inter',
    "**46' GOAL Milan 1–1 Inter: Çalhanoğlu (pen.)**",
  ]);
});

it('the timeline says of a penalty that only a review gave that it was given, not that it stands', () => {
  const review: MatchEvent = { kind: 'var-decision', minute: { base: 70 }, side: 'away', decision: 'penalty-given' };
  const state = derby({ events: [review] });
  expect(readable(timelineMessage(state, en))).toContain("70' VAR: it is a penalty, Inter");
  expect(readable(timelineMessage(state, it_))).toContain("70' VAR: è rigore, Inter");
});

it('the timeline has nothing to tell before kick-off', () => {
  const { halfTime: _, ...before } = snapshot;
  const state = { ...derby(), snapshot: { ...before, phase: 'scheduled' as const, events: [] }, events: [] };
  expect(readable(timelineMessage(state, en))).toBe('Milan v Inter · timeline\nNothing to tell yet.');
});

it('the line-ups show shirts, who was replaced and by whom, bench, coach and officials', () => {
  const shown = readable(lineupsMessage(derby(), en)).split('\n');
  expect(shown.slice(0, 3)).toEqual(['Milan v Inter · line-ups', '# Milan 4-2-3-1', '1 Tătărușanu']);
  expect(shown).toContain("5 Ballo-Touré (46' Kalulu)");
  expect(shown).toContain(
    "**Bench** 83 Mirante, 9 Giroud, 12 Rebić (59'), 20 Kalulu (46'), 41 Bakayoko (84'), 56 Saelemaekers (59')",
  );
  expect(shown).toContain('Coach: Simone Inzaghi');
  expect(shown.slice(-6)).toEqual([
    '# Officials',
    'Referee: Daniele Doveri',
    'Assistants: Passeri, Costanzo',
    'Fourth official: Pezzuto',
    'VAR: Irrati',
    'Assistant VAR: Vivenzi',
  ]);
});

it('the line-ups say when they are not out yet', () => {
  const { lineups: _, ...without } = snapshot;
  const state = { ...derby(), snapshot: without };
  expect(readable(lineupsMessage(state, it_))).toBe(
    "Milan–Inter · formazioni\nLe formazioni non ci sono ancora. Di solito escono un'ora prima del calcio d'inizio.",
  );
});
