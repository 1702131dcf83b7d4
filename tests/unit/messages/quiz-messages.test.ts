import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import { LOCALES, type Locale } from '../../../src/locale.ts';
import { HOUR, SECOND } from '../../../src/match/instant.ts';
import { askWords } from '../../../src/messages/quiz-ask.ts';
import { quizLeaderboardMessage } from '../../../src/messages/quiz-leaderboard-message.ts';
import { quizNotice } from '../../../src/messages/quiz-notice.ts';
import { quizQuestionMessage, type ShownQuestion } from '../../../src/messages/quiz-question-message.ts';
import { quizResultMessage } from '../../../src/messages/quiz-result-message.ts';
import { texts } from '../../../src/messages/texts.ts';
import type { QuizGame, QuizStanding } from '../../../src/quiz/game.ts';
import type { Ask, Question, QuizOption } from '../../../src/quiz/question.ts';
import { cases } from '../../support/cases.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { mischief } from '../../support/discord/mischief.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import { findMarkup } from './find-markup.ts';

const en = { locale: 'en' } as const;
const it_ = { locale: 'it' } as const;
const serieA = { id: 'serie-a', name: 'Serie A' };
const club = (name: string) => ({ id: name.toLowerCase(), name });
const [milan, inter, roma] = ['Milan', 'Inter', 'Roma'].map(club) as [
  ReturnType<typeof club>,
  ReturnType<typeof club>,
  ReturnType<typeof club>,
];

const number = (number: number): QuizOption => ({ kind: 'number', number });
const score = (...score: [number, number]): QuizOption => ({ kind: 'score', score });

function question(ask: Ask, options: readonly QuizOption[]): Question {
  return { ask, options, right: 2, factId: 'x', competition: serieA, asOf: '2021-11-07' };
}

const points = question(
  { kind: 'points-after', club: milan, season: '2021-22', games: 12 },
  [28, 30, 32, 33].map(number),
);

function game(more: Partial<QuizGame> = {}): QuizGame {
  return {
    ...{ id: '0f8fad5b-d9cb-469f-a165-70867728950e', guildId: '1', channelId: '2', locale: 'en', mode: 'buttons' },
    ...{ limitMs: 20 * SECOND, isDaily: false, startedBy: '7', questions: [points, points, points], startedAt: 0 },
    ...{ at: 1, stage: 'asking', dueAt: 0 },
    ...more,
  };
}

function shown(more: Partial<ShownQuestion> = {}): ShownQuestion {
  return { game: game(), at: 1, question: points, answered: 0, ...more };
}

const standing = (userId: string, rank: number, points: number, right = 1): QuizStanding => ({
  ...{ userId, rank, points, right, answered: 2, streak: right },
});
const standings = [standing('11', 1, 290, 2), standing('12', 2, 130), standing('13', 2, 130), standing('14', 4, 0, 0)];
const revealed = {
  right: [
    { userId: '11', points: 150, streak: 2 },
    { userId: '12', points: 101, streak: 1 },
  ],
  chosen: [1, 0, 2, 0],
  standings,
};
const lines = (message: Parameters<typeof readable>[0]) => readable(message).split('\n');

it('a question says which it is, what is asked, what may be answered, and how long there is', () => {
  const message = quizQuestionMessage(shown(), en);
  expect(lines(message)).toEqual([
    '**Question 2 of 3 · Serie A**',
    'How many points did Milan have after 12 games of 2021–22?',
    'A: 28 points · B: 30 points · C: 32 points · D: 33 points',
    'You have 20 seconds to answer.',
    '[A: 28 points] [B: 30 points] [C: 32 points] [D: 33 points]',
  ]);
  expect(buttonIds(message)).toEqual([0, 1, 2, 3].map((place) => `quiz:answer:${game().id}:1:${place}`));
  expect(message.embeds).toBeUndefined();
});

it('a question says in Italian until when, and how many have answered, but not what', () => {
  const open = shown({ game: game({ openedAt: 1_000_000 }), answered: 3 });
  expect(lines(quizQuestionMessage(open, it_)).slice(0, 4)).toEqual([
    '**Domanda 2 di 3 · Serie A**',
    'Quanti punti aveva il Milan dopo 12 partite della stagione 2021–22?',
    'A: 28 punti · B: 30 punti · C: 32 punti · D: 33 punti',
    'Le risposte si chiudono <t:1020:R>. Hanno risposto 3 persone.',
  ]);
});

it('a question that is to be typed shows no answers, unless it asks for one of those', () => {
  const typed = quizQuestionMessage(shown({ game: game({ mode: 'typed' }) }), en);
  expect(lines(typed).slice(2)).toEqual([
    'Press **Answer** and type it.',
    'You have 20 seconds to answer.',
    '[Answer]',
  ]);
  expect(buttonIds(typed)).toEqual([`quiz:type:${game().id}:1`]);
  const seasons = ['2003-04', '1995-96', '2010-11', '2001-02'].map(
    (season): QuizOption => ({ kind: 'season', season }),
  );
  const title = question({ kind: 'title-season', competition: serieA, club: milan }, seasons);
  expect(lines(quizQuestionMessage(shown({ game: game({ mode: 'typed' }), question: title }), en))[2]).toBe(
    '2003–04 · 1995–96 · 2010–11 · 2001–02',
  );
});

it.each([-SECOND, 0, 1, 499])(
  'a question never has less than a second, whatever its game was started with (%i ms)',
  (limitMs) => {
    const typed = shown({ game: game({ mode: 'typed', limitMs }) });
    expect(lines(quizQuestionMessage(typed, en))[3]).toBe('You have 1 second to answer.');
    expect(lines(quizQuestionMessage(typed, it_))[3]).toBe('Hai 1 secondo per rispondere.');
    expect(readable(quizNotice({ kind: 'started', game: game({ limitMs }) }, en))).toContain('1 second for each');
  },
);

it('a question of the day says so, and has hours', () => {
  const daily = shown({ game: game({ isDaily: true, limitMs: 12 * HOUR, questions: [points] }), at: 0 });
  expect(lines(quizQuestionMessage(daily, en))[0]).toBe('**Question of the day · Serie A**');
  expect(lines(quizQuestionMessage(daily, it_))[3]).toBe('Hai 12 ore per rispondere.');
});

it('a closed question tells the answer in words, who knew it, how many chose what, and where the game stands', () => {
  expect(lines(quizQuestionMessage(shown({ answered: 3, revealed }), en))).toEqual([
    '**Question 2 of 3 · Serie A**',
    'How many points did Milan have after 12 games of 2021–22?',
    'The answer is **C: 32 points**.',
    'Right: <@11> (150 points, 2 in a row) and <@12> (101 points).',
    'How many chose each: A 1, B 0, C 2, D 0.',
    '**Standings**',
    '1st <@11>: 290 points, 2 of 2 right',
    '2nd <@12>: 130 points, 1 of 2 right',
    '2nd <@13>: 130 points, 1 of 2 right',
    '[A: 28 points –] [B: 30 points –] [C: 32 points (right answer) –] [D: 33 points –]',
  ]);
});

it('a closed question does so in Italian', () => {
  expect(lines(quizQuestionMessage(shown({ answered: 3, revealed }), it_)).slice(2, 7)).toEqual([
    'La risposta è **C: 32 punti**.',
    'Hanno risposto giusto: <@11> (150 punti, 2 di fila) e <@12> (101 punti).',
    'Quanti hanno scelto ciascuna: A 1, B 0, C 2, D 0.',
    '**Classifica**',
    '1º <@11>: 290 punti, 2 risposte giuste su 2',
  ]);
});

it('a closed question tells the fact with its scope where it is still true', () => {
  const fact: Fact = {
    ...{ id: 'a', asOf: '2021-11-07', about: { clubs: [], players: [], topics: [] } },
    ...{ source: 'results', check: 'computed', scope: { en: 'Serie A, since 1994-95', it: 'Serie A, dal 1994-95' } },
    text: { en: 'Milan had 32 points from 12 games.', it: 'Il Milan aveva 32 punti.' },
  };
  const told = lines(quizQuestionMessage(shown({ answered: 3, revealed, fact }), en));
  expect(told.slice(5, 7)).toEqual(['Milan had 32 points from 12 games.', '-# Scope: Serie A, since 1994-95']);
  expect(told[7]).toMatch(/^-# .* as of 7 November 2021$/);
});

it('a closed question says so when nobody knew, or nobody answered', () => {
  const nobody = { right: [], chosen: [1, 0, 0, 0], standings: [] };
  const closed = (answered: number, locale: Locale) =>
    lines(quizQuestionMessage(shown({ answered, revealed: nobody }), { locale }));
  expect(closed(1, 'en')[3]).toBe('Nobody was right this time.');
  expect(closed(0, 'en')[2]).toBe('The answer is **C: 32 points**. Nobody answered.');
  expect(closed(0, 'it')[2]).toBe('La risposta è **C: 32 punti**. Nessuno ha risposto.');
});

it('a closed question that was typed has no letters, and counts who was right', () => {
  const typed = shown({ game: game({ mode: 'typed', questions: [points, points] }), answered: 3, revealed });
  expect(lines(quizQuestionMessage(typed, en)).slice(2)).toEqual([
    'The answer is **32 points**.',
    'Right: <@11> (150 points, 2 in a row) and <@12> (101 points).',
    '2 of 3 right.',
    '[Answer –]',
  ]);
});

it('a closed question names ten of those who knew, and counts the others', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    userId: `6619000000000000${100 + at}`,
    points: 150,
    streak: 20,
  }));
  const closed = shown({ answered: 200, revealed: { ...revealed, right: many } });
  for (const reader of [en, it_]) {
    const message = quizQuestionMessage(closed, reader);
    expect(message.content.match(/<@/g)).toHaveLength(10);
    expect(message.content).toContain('190');
    expect(discordProblems(message)).toEqual([]);
  }
});

describe('every ask', () => {
  const meetings = { clubs: [milan, inter], since: '1993-94' } as const;
  it.each<[Ask, string, string]>([
    [
      { kind: 'points-after', club: inter, season: '2021-22', games: 1 },
      'How many points did Inter have after 1 game of 2021–22?',
      "Quanti punti aveva l'Inter dopo 1 partita della stagione 2021–22?",
    ],
    [
      { kind: 'best-start', club: roma, games: 12, since: '1994-95' },
      'Since 1994–95, in which season did Roma have the most points after 12 games?',
      'Dal 1994–95, in quale stagione la Roma aveva più punti dopo 12 partite?',
    ],
    [
      { kind: 'champion', competition: serieA, season: '2010-11' },
      'Who won Serie A in 2010–11?',
      'Chi ha vinto il titolo di Serie A 2010–11?',
    ],
    [
      { kind: 'title-season', competition: serieA, club: milan },
      'In which of these seasons did Milan win Serie A?',
      'In quale di queste stagioni il Milan ha vinto il titolo di Serie A?',
    ],
    [
      { kind: 'champion-points', competition: serieA, season: '2010-11', club: milan },
      'With how many points did Milan win Serie A in 2010–11?',
      'Con quanti punti il Milan ha vinto il titolo di Serie A 2010–11?',
    ],
    [
      { kind: 'final-place', competition: serieA, season: '2010-11', club: roma },
      'In which place did Roma finish in Serie A 2010–11?',
      'In che posizione ha chiuso la Roma in Serie A 2010–11?',
    ],
    [
      { kind: 'score-of', home: milan, away: inter, day: '2021-11-08' },
      'How did Milan v Inter on 8 November 2021 end, home side first?',
      "Come è finita Milan–Inter dell'8 novembre 2021, con i gol di casa per primi?",
    ],
    [
      { kind: 'common-score', ...meetings },
      'Since 1993–94, which score has been the most common between Milan and Inter, whoever won?',
      "Dal 1993–94, qual è il risultato più frequente fra il Milan e l'Inter, chiunque abbia vinto?",
    ],
    [
      { kind: 'meetings-won', ...meetings },
      'Since 1993–94, how many times have Milan beaten Inter?',
      "Dal 1993–94, quante volte il Milan ha battuto l'Inter?",
    ],
    [
      { kind: 'biggest-win', club: milan, over: inter, since: '1993-94' },
      "Since 1993–94, what was the score of Milan's biggest win over Inter, their goals first?",
      "Dal 1993–94, con quale risultato il Milan ha ottenuto la vittoria più larga contro l'Inter, con i suoi gol per primi?",
    ],
    [
      { kind: 'longest-run', club: roma, of: 'winless', since: '1993-94' },
      "Since 1993–94, how long was Roma's longest run without a win?",
      'Dal 1993–94, quanto è durata la serie più lunga senza vittorie della Roma?',
    ],
  ])('every ask is a question in both languages: $kind', (ask, english, italian) => {
    expect([askWords(ask, texts('en')), askWords(ask, texts('it'))]).toEqual([english, italian]);
  });

  it('every ask has answers that say what they count', () => {
    const labels = (ask: Ask, options: readonly QuizOption[], locale: Locale) =>
      lines(quizQuestionMessage(shown({ question: question(ask, options) }), { locale })).at(-1);
    const place: Ask = { kind: 'final-place', competition: serieA, season: '2010-11', club: roma };
    expect(labels(place, [1, 2, 3, 11].map(number), 'en')).toBe('[A: 1st] [B: 2nd] [C: 3rd] [D: 11th]');
    expect(labels(place, [1, 2].map(number), 'it')).toBe('[A: 1º] [B: 2º]');
    const run: Ask = { kind: 'longest-run', club: roma, of: 'won', since: '1993-94' };
    expect(labels(run, [1, 7].map(number), 'it')).toBe('[A: 1 partita] [B: 7 partite]');
    const won: Ask = { kind: 'meetings-won', ...meetings };
    expect(labels(won, [1, 7].map(number), 'en')).toBe('[A: 1 time] [B: 7 times]');
    expect(labels({ kind: 'common-score', ...meetings }, [score(1, 0), score(2, 2)], 'en')).toBe('[A: 1–0] [B: 2–2]');
  });
});

describe('the end of a game', () => {
  const result = (all: readonly QuizStanding[], locale: Locale) =>
    lines(quizResultMessage({ game: game({ at: 2, stage: 'over' }), standings: all }, { locale }));

  it('the end of a game names who has won, and the others beneath', () => {
    expect(result(standings, 'en')).toEqual([
      'The quiz is over. <@11> wins with 290 points.',
      '## Final standings',
      '1st <@11>: 290 points, 2 of 3 right',
      '2nd <@12>: 130 points, 1 of 3 right',
      '2nd <@13>: 130 points, 1 of 3 right',
      '<@14>: 0 points, 0 of 3 right',
    ]);
    expect(result(standings, 'it')[0]).toBe('Il quiz è finito. Vince <@11> con 290 punti.');
  });

  it('the end of a game names all who share the first place, and nobody where nobody was right', () => {
    const shared = [standing('11', 1, 130), standing('12', 1, 130)];
    expect(result(shared, 'en')[0]).toBe('The quiz is over. <@11> and <@12> share first place with 130 points each.');
    expect(result(shared, 'it')[0]).toBe('Il quiz è finito. Primi a pari merito <@11> e <@12>, con 130 punti a testa.');
    expect(result([standing('14', 1, 0, 0), standing('15', 1, 0, 0)], 'en')).toEqual([
      'The quiz is over. Nobody had a right answer this time.',
      '## Final standings',
      '<@14>: 0 points, 0 of 3 right',
      '<@15>: 0 points, 0 of 3 right',
    ]);
    expect(result([], 'en')).toEqual(['The quiz is over. Nobody answered.']);
  });
});

describe('the leaderboard of a server', () => {
  const board = (more: Partial<Parameters<typeof quizLeaderboardMessage>[0]>, locale: Locale) =>
    lines(quizLeaderboardMessage({ when: 'week', since: 60_000, top: standings, ...more }, { locale }));

  it('the leaderboard of a server has nobody in first place while nobody has a point', () => {
    expect(board({ top: [standing('14', 1, 0, 0), standing('15', 1, 0, 0)] }, 'en')).toEqual([
      'Quiz leaderboard of this week, which began <t:60:R>',
      '<@14>: 0 points, 0 of 2 right',
      '<@15>: 0 points, 0 of 2 right',
    ]);
  });

  it('the leaderboard of a server begins with the best, and has the reader beneath where he is further down', () => {
    expect(board({ own: standing('99', 14, 100) }, 'en')).toEqual([
      'Quiz leaderboard of this week, which began <t:60:R>: 1st <@11>: 290 points, 2 of 2 right',
      '1st <@11>: 290 points, 2 of 2 right, at best 2 right in a row',
      '2nd <@12>: 130 points, 1 of 2 right',
      '2nd <@13>: 130 points, 1 of 2 right',
      '<@14>: 0 points, 0 of 2 right',
      '…',
      '14th <@99>: 100 points, 1 of 2 right',
    ]);
    expect(board({ own: standings[1]! }, 'en')).toHaveLength(5);
  });

  it('the leaderboard of a server is of all time too, and says how to begin where nobody has', () => {
    expect(board({ when: 'all-time' }, 'it')[0]).toMatch(/^Classifica del quiz di sempre: 1º <@11>/);
    expect(board({ top: [] }, 'en')).toEqual([
      'Nobody has answered a quiz question in this server this week, which began <t:60:R>. Start a quiz with `/quiz play`.',
    ]);
    expect(board({ top: [], when: 'all-time' }, 'it')[0]).toMatch(/^In questo server nessuno ha ancora risposto/);
  });
});

describe('a notice', () => {
  const notice = (said: Parameters<typeof quizNotice>[0], locale: Locale = 'en') =>
    quizNotice(said, { locale }).content;

  it('a notice repeats what was answered, and not whether it is right', () => {
    expect(notice({ kind: 'answered', question: points, option: 1 })).toBe(
      'You answered **B: 30 points**. Until time is up, you can still change it.',
    );
    expect(notice({ kind: 'changed', question: points, option: 2 }, 'it')).toBe(
      'Hai cambiato la risposta in **C: 32 punti**. Conta il momento del cambio.',
    );
    const typed = (option: number) => notice({ kind: 'answered', question: points, option, typed: '*32*' });
    expect(typed(2)).toBe('You answered “\\*32\\*”. Until time is up, you can still change it.');
    expect(typed(-1)).toBe(typed(2));
  });

  it('a notice leads to the game that runs already', () => {
    expect(notice({ kind: 'running', game: game(), post: { channelId: '2', messageId: '3' } })).toBe(
      'A quiz is running in this channel already: question 2 of 3. Join in: https://discord.com/channels/1/2/3',
    );
    expect(notice({ kind: 'running', game: game() })).toMatch(/question 2 of 3\.$/);
  });

  it('a notice says what game begins', () => {
    expect(notice({ kind: 'started', game: game() })).toBe(
      'A quiz of 3 questions, 20 seconds for each. Press a button to answer; everybody may play. Get ready!',
    );
    expect(notice({ kind: 'started', game: game({ mode: 'typed', questions: [points] }) }, 'it')).toBe(
      'Un quiz di 1 domanda, 20 secondi per rispondere. Le risposte si scrivono; possono giocare tutti. Via!',
    );
  });

  it('a notice says something whole of everything else', () => {
    for (const locale of LOCALES) {
      for (const kind of ['too-late', 'nothing-to-ask', 'stopped', 'nothing-runs', 'not-yours'] as const) {
        expect(notice({ kind }, locale)).toMatch(/^\p{Lu}.*\.$/u);
      }
    }
  });
});

it('whatever clubs are called, a question does nothing but ask, and Discord takes it', () => {
  fc.assert(
    fc.property(
      mischief,
      fc.constantFrom(...LOCALES),
      fc.constantFrom('buttons', 'typed' as const),
      (name, locale, mode) => {
        const other: QuizOption = { kind: 'club', club: { id: 'x', name } };
        const asks: readonly Ask[] = [
          { kind: 'common-score', clubs: [{ id: 'x', name }, milan], since: '1993-94' },
          { kind: 'champion', competition: serieA, season: '2010-11' },
          { kind: 'points-after', club: { id: 'x', name }, season: '2010-11', games: 3 },
        ];
        for (const ask of asks) {
          const calm = question(ask, [other, number(2), number(3), score(1, 1)]);
          const own = game({ mode });
          for (const view of [
            shown({ game: own, question: calm }),
            shown({ game: own, question: { ...calm, right: 0 }, answered: 3, revealed }),
          ]) {
            const message = quizQuestionMessage(view, { locale });
            expect(discordProblems(message)).toEqual([]);
            const harmless = findMarkup(message.content).filter((mark) => !/^(\*\*|<@1[12]>)$/.test(mark));
            expect(harmless).toEqual([]);
          }
        }
      },
    ),
    cases(20),
  );
});
