import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meetingFamilies } from '../../../src/facts/engine/families/meetings/index.ts';
import { runFamilies } from '../../../src/facts/engine/families/runs/index.ts';
import type { Finding, Statement } from '../../../src/facts/engine/finding.ts';
import type { Scope } from '../../../src/facts/engine/scope.ts';
import type { Locale } from '../../../src/locale.ts';
import type { Result } from '../../../src/match/result.ts';
import type { MeetingSentences, RunSentences } from '../../../src/messages/texts/fact-texts.ts';
import { texts } from '../../../src/messages/texts.ts';
import { cases } from '../../support/cases.ts';
import { momentsOf } from '../../support/facts/any-league.ts';
import { livelyLeague, opened } from '../../support/facts/lively-league.ts';

const club = (name: string) => ({ id: name.toLowerCase(), name });
const [ROMA, INTER] = [club('Roma'), club('Inter')];
const scope: Scope = {
  ...{ competition: { id: 'serie-a', name: 'Serie A' }, since: '1993-94', clubs: [], upTo: '2021-11-08' },
};
const run = { games: 7, from: '2021-10-01', to: '2021-11-08' };
const TWO = { clubs: [ROMA, INTER] } as const;
const result = (day: string, home: number, away: number): Result => ({
  ...{ competition: 'serie-a', season: '2021-22', day, home: 'roma', away: 'inter', status: 'played' },
  score: { home, away },
});

type Sentences = MeetingSentences & RunSentences;
type MeetingKind = keyof Sentences;
const sentences = (locale: Locale): Sentences => ({ ...texts(locale).found.run, ...texts(locale).found.meeting });
const [english, italian] = [sentences('en'), sentences('it')];

type Said<Kind extends MeetingKind> = Extract<Statement, { kind: Kind }>;

function both<Kind extends MeetingKind>(
  kind: Kind,
  said: Omit<Said<Kind>, 'kind'>,
  of = scope,
): readonly [string, string] {
  const statement = { kind, ...said } as unknown as Said<Kind>;
  const [en, it] = [english, italian].map((say) => (say[kind] as (said: unknown, of: Scope) => string)(statement, of));
  return [en!, it!];
}

it('a fact about a run says how long it is, since when, and whether there was a longer one', () => {
  expect(both('run', { club: INTER, of: 'won', run })).toEqual([
    '7 Serie A wins in a row for Inter, from 1 October 2021 on. They have had no longer one since 1993–94.',
    "7 vittorie di fila in Serie A per l'Inter, a partire dal 1º ottobre 2021. Dal 1993–94 non ne ha avuta una più lunga.",
  ]);
  const longer = { games: 12, from: '2018-08-08', to: '2018-11-11' };
  expect(both('run', { club: ROMA, of: 'unbeaten', venue: 'away', run, longer })).toEqual([
    '7 Serie A away games in a row without defeat for Roma, from 1 October 2021 on. The last longer one: 12, from 8 August 2018 to 11 November 2018.',
    "7 partite di fila senza sconfitte in trasferta in Serie A per la Roma, a partire dal 1º ottobre 2021. L'ultima serie più lunga: 12, dall'8 agosto 2018 all'11 novembre 2018.",
  ]);
});

it('a fact about a run has words for each kind', () => {
  const goals = (['scored', 'scoreless', 'clean-sheet'] as const).flatMap((of) =>
    both('run-ended', { club: ROMA, of, venue: 'away', run }),
  );
  expect(goals).toEqual([
    "A run of Roma's is over: 7 Serie A away games in a row with a goal, from 1 October 2021 to 8 November 2021.",
    "Finisce una serie della Roma: 7 partite di fila con almeno un gol in trasferta in Serie A, dal 1º ottobre 2021 all'8 novembre 2021.",
    "A run of Roma's is over: 7 Serie A away games in a row without a goal, from 1 October 2021 to 8 November 2021.",
    "Finisce una serie della Roma: 7 partite di fila senza segnare in trasferta in Serie A, dal 1º ottobre 2021 all'8 novembre 2021.",
    "A run of Roma's is over: 7 Serie A away clean sheets in a row, from 1 October 2021 to 8 November 2021.",
    "Finisce una serie della Roma: 7 partite di fila senza subire gol in trasferta in Serie A, dal 1º ottobre 2021 all'8 novembre 2021.",
  ]);
  const all = (['won', 'drawn', 'lost', 'unbeaten', 'winless'] as const).flatMap((of) =>
    both('run-ended', { club: ROMA, of, venue: 'home', run }),
  );
  expect(all).toEqual([
    "A run of Roma's is over: 7 Serie A home wins in a row, from 1 October 2021 to 8 November 2021.",
    "Finisce una serie della Roma: 7 vittorie di fila in casa in Serie A, dal 1º ottobre 2021 all'8 novembre 2021.",
    "A run of Roma's is over: 7 Serie A home draws in a row, from 1 October 2021 to 8 November 2021.",
    "Finisce una serie della Roma: 7 pareggi di fila in casa in Serie A, dal 1º ottobre 2021 all'8 novembre 2021.",
    "A run of Roma's is over: 7 Serie A home defeats in a row, from 1 October 2021 to 8 November 2021.",
    "Finisce una serie della Roma: 7 sconfitte di fila in casa in Serie A, dal 1º ottobre 2021 all'8 novembre 2021.",
    "A run of Roma's is over: 7 Serie A home games in a row without defeat, from 1 October 2021 to 8 November 2021.",
    "Finisce una serie della Roma: 7 partite di fila senza sconfitte in casa in Serie A, dal 1º ottobre 2021 all'8 novembre 2021.",
    "A run of Roma's is over: 7 Serie A home games in a row without a win, from 1 October 2021 to 8 November 2021.",
    "Finisce una serie della Roma: 7 partite di fila senza vittorie in casa in Serie A, dal 1º ottobre 2021 all'8 novembre 2021.",
  ]);
  expect(both('longest-run', { club: ROMA, of: 'drawn', run })).toEqual([
    '7 Serie A draws in a row for Roma, from 1 October 2021 to 8 November 2021: they have had no longer run of the kind since 1993–94.',
    "7 pareggi di fila in Serie A per la Roma, dal 1º ottobre 2021 all'8 novembre 2021: dal 1993–94 non ha avuto una serie del genere più lunga.",
  ]);
});

it('a fact about a run never calls a win the biggest that others equal', () => {
  const win = result('2021-11-08', 4, 0);
  expect(both('biggest-win', { club: ROMA, over: INTER, opponent: INTER, result: win, times: 1 })).toEqual([
    "Roma 4–0 Inter on 8 November 2021: none of Roma's Serie A wins over Inter since 1993–94 was by more goals.",
    "Roma–Inter 4–0 dell'8 novembre 2021: nessuna vittoria della Roma in Serie A contro l'Inter dal 1993–94 è stata più larga.",
  ]);
  expect(both('biggest-win', { club: ROMA, opponent: INTER, result: win, times: 3 }).join()).toMatch(
    /Serie A wins since .*, and it was the latest of 3 by this score\..*, ed è l'ultima di 3 con questo punteggio\./,
  );
  const record = { club: ROMA, over: INTER, opponent: INTER, result: win, times: 1, isOfBoth: true } as const;
  expect(both('biggest-win', record)).toEqual([
    'Roma 4–0 Inter on 8 November 2021: no Serie A meeting of Roma and Inter since 1993–94 was won by more goals.',
    "Roma–Inter 4–0 dell'8 novembre 2021: nessuna vittoria in Serie A fra Roma e Inter dal 1993–94 è stata più larga.",
  ]);
});

it('a fact about the meetings of two has a balance with its plurals, and says since when unless everything counts', () => {
  const balance = { ...TWO, played: 4, won: [1, 2], drawn: 1, goals: [3, 5] } as const;
  expect(both('balance', balance)).toEqual([
    '4 Serie A meetings of Roma and Inter since 1993–94: 1 win for Roma, 2 for Inter, 1 draw. Goals: 3–5.',
    "4 incontri di Serie A fra Roma e Inter dal 1993–94: 1 vittoria della Roma, 2 dell'Inter, 1 pareggio. Gol: 3–5.",
  ]);
  const one = { ...balance, played: 1, won: [0, 0] as const, venue: 'away' as const };
  expect(both('balance', one, { ...scope, withOpening: true })).toEqual([
    '1 Serie A meeting of Roma and Inter with Inter at home: 0 wins for Roma, 0 for Inter, 1 draw. Goals: 3–5.',
    "1 incontro di Serie A fra Roma e Inter in casa dell'Inter: 0 vittorie della Roma, 0 dell'Inter, 1 pareggio. Gol: 3–5.",
  ]);
  expect(both('last-meetings', { ...TWO, games: 5, won: [2, 2], drawn: 1, goals: [8, 8] })).toEqual([
    'The last 5 Serie A meetings of Roma and Inter: 2 wins for Roma, 2 for Inter, 1 draw. Goals: 8–8.',
    "Gli ultimi 5 incontri di Serie A fra Roma e Inter: 2 vittorie della Roma, 2 dell'Inter, 1 pareggio. Gol: 8–8.",
  ]);
});

it('a fact about the meetings of two has a number that is, or that was once it is played', () => {
  const match = { home: INTER, away: ROMA };
  const opening = { ...scope, withOpening: true } as const;
  expect(both('meeting-number', { ...TWO, number: 175 }, { ...opening, match: { ...match, counts: false } })).toEqual([
    'Inter v Roma is their meeting number 175 in Serie A.',
    'Inter–Roma è il loro incontro numero 175 in Serie A.',
  ]);
  expect(both('meeting-number', { ...TWO, number: 60 }, { ...scope, match: { ...match, counts: true } })).toEqual([
    'Inter v Roma was their meeting number 60 in Serie A since 1993–94.',
    'Inter–Roma è stato il loro incontro numero 60 in Serie A dal 1993–94.',
  ]);
});

it('a fact about the meetings of two has a commonest score, whoever won by it', () => {
  const score = { ...TWO, times: 9, played: 40, last: '2021-11-08' };
  expect(both('common-score', { ...score, score: [2, 1] })).toEqual([
    '2–1 is the most common score of the 40 Serie A meetings of Roma and Inter since 1993–94, whoever won: 9 times, the last on 8 November 2021.',
    "2–1 è il punteggio più frequente nei 40 incontri di Serie A fra Roma e Inter dal 1993–94, chiunque abbia vinto: 9 volte, l'ultima l'8 novembre 2021.",
  ]);
  expect(both('common-score', { ...score, last: '2021-10-01', score: [1, 1] }).join()).toMatch(
    /1993–94: 9 times.*1993–94: 9 volte, l'ultima il 1º ottobre 2021\./,
  );
});

it('a fact about the meetings of two has one with the most goals', () => {
  const most = { ...TWO, result: result('2021-11-08', 3, 4), goals: 7, times: 1 };
  expect(both('most-goals', most)).toEqual([
    'Roma 3–4 Inter on 8 November 2021: 7 goals, and no Serie A meeting of Roma and Inter since 1993–94 had more.',
    "Roma–Inter 3–4 dell'8 novembre 2021: 7 gol, e nessun incontro di Serie A fra Roma e Inter dal 1993–94 ne ha avuti di più.",
  ]);
  expect(both('most-goals', { ...most, times: 2 }).join()).toMatch(
    /had more, and it was the latest of 2 with as many\..*ne ha avuti di più, ed è l'ultimo di 2 con altrettanti\./,
  );
});

it('a fact about the meetings of two has two in a season, with the points of each, more first', () => {
  const results = [result('2021-10-01', 1, 1), result('2021-11-08', 0, 2)] as const;
  expect(both('season-meetings', { ...TWO, season: '2021-22', results, points: [1, 4] })).toEqual([
    'Roma 1–1 Inter and Roma 0–2 Inter: from their two Serie A meetings of 2021–22 Inter took 4 points and Roma 1.',
    "Roma–Inter 1–1 e Roma–Inter 0–2: nei due incontri di Serie A del 2021–22, 4 punti per l'Inter e 1 per la Roma.",
  ]);
});

it('a fact about the meetings of two has one that ended a row, and one on which a title turned', () => {
  const ended = { ...TWO, of: 'won', venue: 'away', run, endedBy: result('2021-11-08', 1, 1) } as const;
  expect(both('meetings-row-ended', ended)).toEqual([
    'Ended by Roma 1–1 Inter on 8 November 2021: 7 wins in a row for Roma over Inter in Serie A, all away, from 1 October 2021 to 8 November 2021.',
    "Finisce con Roma–Inter 1–1 dell'8 novembre 2021: 7 vittorie di fila della Roma contro l'Inter in Serie A, sempre in trasferta, dal 1º ottobre 2021 all'8 novembre 2021.",
  ]);
  const turned = {
    ...{ ...TWO, season: '2021-22', result: result('2021-11-08', 1, 1), winner: INTER },
    ...{ instead: { club: INTER, points: 86 }, champion: { club: ROMA, points: 85 } },
  };
  expect(both('title-turned', turned)).toEqual([
    'Roma 1–1 Inter on 8 November 2021: had Inter won, and nothing else changed, Inter would have won the title of 2021–22 with 86 points, 85 for Roma.',
    "Roma–Inter 1–1 dell'8 novembre 2021: con una vittoria dell'Inter, a parità di tutto il resto, il titolo del 2021–22 sarebbe andato all'Inter, 86 punti contro 85 della Roma.",
  ]);
  const { winner: _, ...drawn } = turned;
  expect(both('title-turned', drawn).join()).toMatch(/: had it been a draw, and .*: con un pareggio, a parità/);
});

it('a fact about the meetings of two has rows of each kind, which go on or have ended', () => {
  const kinds = ['drawn', 'decided', 'won', 'unbeaten', 'both-scored', 'goalless'] as const;
  const all = kinds.flatMap((of) => both('meetings-in-a-row', { ...TWO, of, run }));
  expect(all.map((told) => told.replace(/, (from|a partire).*/, ''))).toEqual([
    '7 Serie A meetings of Roma and Inter in a row drawn',
    '7 incontri di fila fra Roma e Inter in Serie A finiti in pareggio',
    '7 Serie A meetings of Roma and Inter in a row without a draw',
    '7 incontri di fila fra Roma e Inter in Serie A senza pareggi',
    '7 wins in a row for Roma over Inter in Serie A',
    "7 vittorie di fila della Roma contro l'Inter in Serie A",
    '7 Serie A meetings with Inter in a row without defeat for Roma',
    "7 incontri di fila senza sconfitte per la Roma contro l'Inter in Serie A",
    '7 Serie A meetings of Roma and Inter in a row with goals for both',
    '7 incontri di fila fra Roma e Inter in Serie A con gol di entrambe',
    '7 Serie A meetings of Roma and Inter in a row without a goal',
    '7 incontri di fila fra Roma e Inter in Serie A senza gol',
  ]);
  expect(both('meetings-in-a-row', { ...TWO, venue: 'away', of: 'won', run, longer: run })).toEqual([
    '7 wins in a row for Roma over Inter in Serie A, all away, from 1 October 2021 on. The last longer such row: 7, from 1 October 2021 to 8 November 2021.',
    "7 vittorie di fila della Roma contro l'Inter in Serie A, sempre in trasferta, a partire dal 1º ottobre 2021. L'ultima serie del genere più lunga: 7, dal 1º ottobre 2021 all'8 novembre 2021.",
  ]);
  expect(both('meetings-in-a-row', { ...TWO, venue: 'home', of: 'goalless', run, isPast: true })).toEqual([
    '7 Serie A meetings of Roma and Inter in a row with Roma at home without a goal, from 1 October 2021 to 8 November 2021: no such row has been longer since 1993–94.',
    "7 incontri di fila fra Roma e Inter in Serie A in casa della Roma senza gol, dal 1º ottobre 2021 all'8 novembre 2021: dal 1993–94 nessuna serie del genere è stata più lunga.",
  ]);
});

it('a fact about the meetings of two has a first since, with what was before it and how many in between', () => {
  const since = { ...TWO, result: result('2021-11-08', 1, 1), previous: result('2018-04-01', 0, 0), between: 6 };
  expect(both('first-since', { ...since, of: 'drawn' })).toEqual([
    'Roma 1–1 Inter on 8 November 2021: their first drawn Serie A meeting since Roma 0–0 Inter on 1 April 2018, after 6 meetings that ended otherwise.',
    "Roma–Inter 1–1 dell'8 novembre 2021: primo pareggio fra le due in Serie A dopo Roma–Inter 0–0 del 1º aprile 2018, con 6 incontri finiti diversamente nel mezzo.",
  ]);
  expect(both('first-since', { ...since, of: 'won', venue: 'home' }).join()).toMatch(
    /Roma's first Serie A home win over Inter since .*prima vittoria in casa della Roma contro l'Inter in Serie A dopo/,
  );
  expect(both('first-since', { ...since, of: 'goalless', venue: 'home' }).join()).toMatch(
    /first Serie A meeting without a goal with Roma at home.*primo incontro senza gol fra le due in Serie A in casa della Roma/,
  );
});

it('a fact about the meetings of two names few doubles and counts many', () => {
  expect(both('doubles', { ...TWO, seasons: ['2019-20'], of: 5 })).toEqual([
    'Roma won both Serie A meetings with Inter in 1 of 5 seasons since 1993–94: 2019–20.',
    "La Roma ha vinto entrambi gli incontri di Serie A contro l'Inter in 1 stagione su 5 dal 1993–94: 2019–20.",
  ]);
  const seasons = ['1993-94', '1994-95', '1995-96', '1996-97', '2020-21'];
  expect(both('doubles', { ...TWO, seasons, of: 28 }).join()).toMatch(
    /in 5 of 28 seasons since 1993–94, the last time in 2020–21\..*in 5 stagioni su 28 dal 1993–94, l'ultima volta nel 2020–21\./,
  );
});

it('a fact about the meetings of two says what came of leads, and of which games', () => {
  const leads = { club: INTER, led: 6, won: 4, drawn: 1, lost: 1 };
  const season = { ...scope, since: '2021-22', season: '2021-22', clubs: [INTER] };
  expect(both('half-time-leads', leads, season)).toEqual([
    'Inter led at half-time in 6 Serie A games of 2021–22. It came to 4 wins, 1 draw and 1 defeat.',
    "L'Inter era in vantaggio all'intervallo in 6 partite di Serie A del 2021–22. Com'è finita: 4 vittorie, 1 pareggio e 1 sconfitta.",
  ]);
  expect(both('half-time-leads', leads, { ...scope, clubs: [INTER, ROMA] }).join()).toMatch(
    /6 Serie A meetings with Roma since 1993–94\..*6 incontri di Serie A contro la Roma dal 1993–94\./,
  );
});

it('a fact about the meetings of two celebrates a goal', () => {
  const goal = { ...TWO, number: 500, score: { home: 2, away: 1 } };
  expect(both('goal-milestone', goal, { ...scope, withOpening: true })).toEqual([
    'Roma 2–1 Inter brought goal number 500 of the Serie A meetings of Roma and Inter.',
    'In Roma–Inter 2–1 è arrivato il gol numero 500 degli incontri di Serie A fra Roma e Inter.',
  ]);
  expect(both('goal-milestone', { ...goal, number: 50, by: INTER })).toEqual([
    "Roma 2–1 Inter brought Inter's goal number 50 against Roma in Serie A since 1993–94.",
    "In Roma–Inter 2–1 è arrivato il gol numero 50 dell'Inter contro la Roma in Serie A dal 1993–94.",
  ]);
});

it('a fact about the meetings of two leaves no name able to do anything', () => {
  const clubs = [club('@everyone'), club('**Inter**')] as const;
  expect(both('last-meetings', { clubs, games: 5, won: [2, 2], drawn: 1, goals: [8, 8] }).join()).not.toMatch(
    /@everyone|(?<!\\)\*/,
  );
});

it('a sentence read back gives its own figures in both languages, and no other number or day', () => {
  fc.assert(
    fc.property(livelyLeague, (league) => {
      const { next } = league;
      for (const moment of momentsOf(league)) {
        const ledger = opened(league).ledger(moment);
        for (const { find } of [...runFamilies, ...meetingFamilies])
          for (const finding of find(ledger, [next.home, next.away]))
            for (const [say, months] of [
              [english, ENGLISH],
              [italian, ITALIAN],
            ] as const)
              expectOwnFigures(finding, say, months);
      }
    }),
    cases(10),
  );
});

const SEASON = /\b(\d{4})–(\d\d)\b/g;
const SCORE = /\b(\d{1,3})–(\d{1,3})\b/g;
/** The leagues of these tests are played in September. */
const [ENGLISH, ITALIAN] = [/\b(\d{1,2}) September (\d{4})\b/g, /\b(\d{1,2}) settembre (\d{4})\b/g];

function expectOwnFigures({ statement, scope }: Finding, say: Sentences, written: RegExp): void {
  const told = say[statement.kind as 'run'](statement as Said<'run'>, scope);
  const known = JSON.stringify(statement);
  const days = [...told.matchAll(written)].map(([, day, year]) => `${year}-09-${day}`);
  expect([...known.matchAll(/\d{4}-\d\d-\d\d/g)].map(String), told).toEqual(expect.arrayContaining(days));
  const rest = told.replace(written, '');
  const seasons = [...rest.matchAll(SEASON)].map(([, from, to]) => `${from}-${to}`);
  expect([...[...known.matchAll(/\d{4}-\d\d(?=")/g)].map(String), scope.since], told).toEqual(
    expect.arrayContaining(seasons),
  );
  const scores = rest.replace(SEASON, '').replace(SCORE, '$1 $2');
  const numbers = [...scores.matchAll(/\d+/g)].map(([number]) => Number(number));
  const figures: number[] = [];
  JSON.stringify(statement, (_, value: unknown) => {
    if (typeof value === 'number') figures.push(value);
    if (Array.isArray(value)) figures.push(value.length);
    return value;
  });
  expect(figures, told).toEqual(expect.arrayContaining(numbers));
  expect(numbers, told).toEqual(expect.arrayContaining([...keyFigures(statement)]));
  expect(told).not.toMatch(/undefined|NaN|\?|\s\s|\s[.,:]/);
}

function keyFigures(said: Statement): readonly number[] {
  switch (said.kind) {
    case 'run':
    case 'meetings-in-a-row':
      return [said.run.games, ...(said.longer ? [said.longer.games] : [])];
    case 'run-ended':
    case 'meetings-row-ended':
    case 'longest-run':
      return [said.run.games];
    case 'biggest-win':
      return [said.result.score.home, said.result.score.away, ...(said.times > 1 ? [said.times] : [])];
    case 'balance':
      return [said.played, ...said.won, said.drawn, ...said.goals];
    case 'meeting-number':
    case 'goal-milestone':
      return [said.number];
    case 'common-score':
      return [...said.score, said.times, said.played];
    case 'last-meetings':
      return [said.games, ...said.won, said.drawn, ...said.goals];
    case 'most-goals':
      return [said.goals, ...(said.times > 1 ? [said.times] : [])];
    case 'season-meetings':
      return [...said.points, ...said.results.flatMap(({ score }) => [score.home, score.away])];
    case 'title-turned':
      return [said.instead.points, said.champion.points];
    case 'first-since':
      return [said.between, said.result.score.home, said.previous.score.away];
    case 'doubles':
      return [said.seasons.length, said.of];
    case 'half-time-leads':
      return [said.led, said.won, said.drawn, said.lost];
    default:
      throw new Error(`${said.kind} is not about runs or meetings`);
  }
}
