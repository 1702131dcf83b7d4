import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../../src/match/instant.ts';
import type { Match } from '../../../../src/match/match.ts';
import type { Play } from './played-match.ts';
import { asTable, followWeekend, type Weekend } from './weekend.ts';

const club = (name: string) => ({ id: name.toLowerCase(), name });

/** A match of the matchday, at the time of Rome, which is an hour ahead in December. */
function match(day: number, hour: number, minute: number, home: string, away: string): Match {
  return {
    id: `serie-a-2026-27-${club(home).id}-${club(away).id}`,
    competition: { id: 'serie-a', name: 'Serie A' },
    season: '2026-27',
    round: 14,
    home: club(home),
    away: club(away),
    kickOff: Date.UTC(2026, 11, day, hour - 1, minute),
  };
}

const UDINESE: Play = {
  match: match(4, 20, 45, 'Udinese', 'Genoa'),
  late: 1,
  added: [2, 5],
  pause: 15.5,
  goals: [
    [12, 'home'],
    [71, 'away'],
  ],
};
const EMPOLI: Play = {
  match: match(5, 15, 0, 'Empoli', 'Cagliari'),
  late: 1.5,
  added: [1, 4.2],
  pause: 16,
  goals: [[33, 'away']],
};
const TORINO: Play = {
  match: match(5, 18, 0, 'Torino', 'Bologna'),
  late: 0.5,
  added: [3, 7.6],
  pause: 15,
  goals: [
    [5, 'home'],
    [8, 'home'],
    [94, 'away'],
  ],
};
const MILAN: Play = {
  match: match(5, 20, 45, 'Milan', 'Fiorentina'),
  late: 2.5,
  added: [4, 6.3],
  pause: 17,
  goals: [],
};
const COMO: Play = {
  match: match(6, 12, 30, 'Como', 'Pisa'),
  late: 0.8,
  added: [0.5, 3.1],
  pause: 15.2,
  goals: [
    [44, 'away'],
    [60, 'home'],
    [88, 'home'],
  ],
};
const LECCE: Play = {
  match: match(6, 15, 0, 'Lecce', 'Parma'),
  late: 1.2,
  added: [2, 5.4],
  pause: 15.6,
  goals: [
    [20, 'home'],
    [52, 'away'],
  ],
};
const MONZA: Play = {
  match: match(6, 15, 0, 'Monza', 'Sassuolo'),
  late: 2.1,
  added: [1, 8.9],
  pause: 16.4,
  goals: [[67, 'away']],
  namedAfterMs: 40 * SECOND,
};
const VENEZIA: Play = {
  match: match(6, 15, 0, 'Venezia', 'Lazio'),
  late: 0.4,
  added: [3, 4],
  pause: 15,
  goals: [
    [1, 'home'],
    [23, 'home'],
    [75, 'away'],
    [90.5, 'away'],
  ],
};
const NAPOLI: Play = {
  match: match(6, 18, 0, 'Napoli', 'Atalanta'),
  late: 1.7,
  added: [2, 6],
  pause: 15.9,
  goals: [
    [39, 'away'],
    [41, 'home'],
    [80, 'home'],
  ],
};
const ROMA: Play = {
  match: match(6, 20, 45, 'Roma', 'Inter'),
  late: 3.2,
  added: [1.5, 10.2],
  pause: 18,
  goals: [
    [55, 'home'],
    [97, 'away'],
  ],
};
const SUNDAY = [COMO, LECCE, MONZA, VENEZIA, NAPOLI, ROMA];
const WEEKEND = [UDINESE, EMPOLI, TORINO, MILAN, ...SUNDAY];

/** The longest that anything was waited for; infinite where something was never posted. */
function longest({ delays }: Weekend) {
  const of = (waits: readonly (number | undefined)[]) =>
    Math.max(...waits.map((wait) => wait ?? Number.POSITIVE_INFINITY));
  return {
    kickOff: of(delays.map(({ kickOff }) => kickOff)),
    goal: of(delays.flatMap(({ goals }) => goals)),
    result: of(delays.map(({ result }) => result)),
  };
}

it('a matchday on a hundred calls a day has each result within three minutes of the whistle, each kick-off as soon, and every goal', async () => {
  const weekend = await followWeekend({ plays: WEEKEND });
  const { kickOff, goal, result } = longest(weekend);
  expect(result, asTable(weekend)).toBeLessThanOrEqual(3 * MINUTE);
  expect(kickOff, asTable(weekend)).toBeLessThanOrEqual(3 * MINUTE);
  expect(goal, asTable(weekend)).toBeLessThanOrEqual(20 * MINUTE);
  expect(weekend.mostOfDay).toBeLessThanOrEqual(100);
});

it('a matchday on a hundred calls a day has them though the process is killed in a 90th minute, between two ends and in the evening', async () => {
  const restarts = [Date.UTC(2026, 11, 6, 13, 17), Date.UTC(2026, 11, 6, 15, 53), Date.UTC(2026, 11, 6, 20, 30)];
  const weekend = await followWeekend({ plays: SUNDAY, restarts });
  expect(longest(weekend).result, asTable(weekend)).toBeLessThanOrEqual(3 * MINUTE);
  expect(weekend.mostOfDay).toBeLessThanOrEqual(100);
});

it('a matchday on a hundred calls a day is told sooner where more channels follow it, and its result soon everywhere', async () => {
  const plays = [EMPOLI, TORINO, MILAN];
  const weekend = await followWeekend({ plays, channels: (play) => (play === TORINO ? 400 : 2) });
  const [empoli, torino, milan] = weekend.delays.map(({ liveEvery }) => liveEvery);
  expect(torino! * 2, asTable(weekend)).toBeLessThan(Math.min(empoli!, milan!));
  expect(longest(weekend).result, asTable(weekend)).toBeLessThanOrEqual(3 * MINUTE);
});

it('looks at one match a day as often as the README says', async () => {
  const said = /one match a day: a look every (\d+) seconds or so/.exec(readFileSync('README.md', 'utf8'))?.[1];
  for (const play of [UDINESE, MILAN]) {
    const weekend = await followWeekend({ plays: [play] });
    expect(Math.abs((weekend.delays[0]?.liveEvery ?? 0) / SECOND - Number(said)), asTable(weekend)).toBeLessThan(6);
    expect(longest(weekend).result, asTable(weekend)).toBeLessThanOrEqual(3 * MINUTE);
    expect(weekend.mostOfDay).toBeLessThanOrEqual(100);
  }
});

it('looks at three matches at once every 15 seconds where the plan allows it, and at their ends as often', async () => {
  const weekend = await followWeekend({ plays: [LECCE, MONZA, VENEZIA], ofDay: 7_500, perMinute: 300 });
  for (const { liveEvery } of weekend.delays) expect(liveEvery).toBeLessThan(16 * SECOND);
  const { kickOff, goal, result } = longest(weekend);
  expect(Math.max(kickOff, goal), asTable(weekend)).toBeLessThanOrEqual(75 * SECOND);
  expect(result, asTable(weekend)).toBeLessThanOrEqual(75 * SECOND);
});
