import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seasonFamilies } from '../../../src/facts/engine/families/season/index.ts';
import type { Finding, Statement } from '../../../src/facts/engine/finding.ts';
import type { Scope } from '../../../src/facts/engine/scope.ts';
import { seasonSentences as english } from '../../../src/messages/texts/en-season-facts.ts';
import type { SeasonSentences } from '../../../src/messages/texts/fact-texts.ts';
import { seasonSentences as italian } from '../../../src/messages/texts/it-season-facts.ts';
import { cases } from '../../support/cases.ts';
import { anyLeague, growing, momentsOf } from '../../support/facts/any-league.ts';

const club = (name: string) => ({ id: name.toLowerCase(), name });
const tally = (points: number, won = 0, drawn = 0, lost = 0) => ({
  ...{ games: 12, won, drawn, lost, goalsFor: 0, goalsAgainst: 0, points },
});
const scope: Scope = {
  ...{ competition: { id: 'serie-a', name: 'Serie A' }, since: '1994-95', clubs: [], upTo: '2021-11-07' },
};
const START = { club: club('Roma'), season: '2021-22', games: 12, tally: tally(1) };

type SeasonKind = keyof SeasonSentences;
type Said<Kind extends SeasonKind> = Extract<Statement, { kind: Kind }>;

function both<Kind extends SeasonKind>(kind: Kind, said: Omit<Said<Kind>, 'kind'>): readonly [string, string] {
  const statement = { kind, ...said } as unknown as Said<Kind>;
  return [english[kind](statement, scope), italian[kind](statement, scope)];
}

describe('a fact about a start', () => {
  const previous = { season: '2003-04', tally: tally(3) };

  it('a fact about a start is a record alone, or level with others, and never more than that', () => {
    expect(both('best-start', { ...START, previous, level: [] })).toEqual([
      "1 point won: Roma's most after 12 games of a Serie A season since 1994–95. The best before: 3, in 2003–04.",
      '1 punto conquistato: per la Roma è il massimo dopo 12 partite di una stagione di Serie A dal 1994–95. Il massimo precedente: 3, nel 2003–04.',
    ]);
    const level = ['2003-04', '2013-14'];
    expect(both('best-start', { ...START, previous, level })).toEqual([
      "1 point won: Roma's joint most after 12 games of a Serie A season since 1994–95, level with 2003–04 and 2013–14.",
      '1 punto conquistato: la Roma eguaglia il suo massimo dopo 12 partite di una stagione di Serie A dal 1994–95, quello del 2003–04 e del 2013–14.',
    ]);
    expect(both('worst-start', { ...START, previous, level }).join()).toMatch(/joint fewest.*eguaglia il suo minimo/);
  });

  it('a fact about a start since an earlier season says whether that one had more or as many', () => {
    expect(both('best-start-since', { ...START, better: previous })).toEqual([
      "1 point won: Roma's most after 12 games of a Serie A season since 2003–04, when they had 3.",
      '1 punto conquistato: per la Roma è il massimo dopo 12 partite di una stagione di Serie A dal 2003–04, quando ne aveva 3.',
    ]);
    expect(both('best-start-since', { ...START, better: { ...previous, tally: tally(1) } })).toEqual([
      '1 point won in 12 games: as many as Roma had in 2003–04, and more than in any Serie A season of theirs in between.',
      '1 punto conquistato in 12 partite: tanti quanti nel 2003–04, e più che in ogni altra stagione di Serie A della Roma da allora.',
    ]);
  });

  it('a fact about a start without a defeat or a win names the other seasons, or counts them where they are many', () => {
    const unbeaten = { ...START, tally: tally(34, 11, 1) };
    expect(both('unbeaten-start', { ...unbeaten, before: ['2013-14'] })).toEqual([
      'Roma unbeaten after 12 games: 11 wins and 1 draw. Their only other such start in Serie A since 1994–95: 2013–14.',
      'Roma senza sconfitte dopo 12 partite: 11 vittorie e 1 pareggio. Alla Roma era già successo in Serie A dal 1994–95 solo nel 2013–14.',
    ]);
    const [en, it] = both('winless-start', { ...START, tally: tally(0, 0, 0, 12), before: [] });
    expect(en).toMatch(/: 12 defeats\. Their first such start/);
    expect(it).toMatch(/: 12 sconfitte\. Per la Roma è la prima volta/);
    const before = ['1995-96', '1996-97', '1997-98', '1998-99', '1999-00'];
    expect(both('unbeaten-start', { ...unbeaten, before }).join()).toMatch(/5 other such starts.*5 volte.*nel 1999–00/);
  });

  it('a fact about a start about goals says who did better and who as well', () => {
    const start = { ...START, of: 'fewest-conceded', goals: 1 } as const;
    const inter = { club: club('Inter'), season: '2005-06' };
    expect(both('goals-start', { ...start, ahead: [{ ...inter, goals: 0 }], level: [] })).toEqual([
      'Roma: 1 goal conceded in 12 games. Only Inter in 2005–06 (0) had fewer after as many games in Serie A since 1994–95, and none as few.',
      "Roma: 1 gol subito in 12 partite. Dopo altrettante partite in Serie A dal 1994–95 solo l'Inter nel 2005–06 (0) ne aveva di meno, e nessuna altrettanti.",
    ]);
    const crowd = both('goals-start', { ...start, of: 'most-scored', ahead: [], level: [inter, inter, inter] }).join();
    expect(crowd).toMatch(/No team had more .*, and 3 as many\..*ne aveva di più, e altrettanti altre 3\./);
  });
});

describe('a fact about the table', () => {
  const place = {
    ...{ season: '2021-22', club: club('Roma'), rank: 8, points: 1, games: 1, isOver: false },
    level: [],
  };
  const above = { club: club('Inter'), points: 3 };

  it('a fact about the table has a place with its ordinal and its article, and who is near', () => {
    expect(both('table-place', { ...place, above, rankBefore: 11 })).toEqual([
      'Roma 8th after 1 game of 2021–22, up from 11th: 1 point, 2 behind Inter.',
      "Roma all'8º posto dopo 1 partita del 2021–22, in salita dall'11º: 1 punto, 2 in meno dell'Inter.",
    ]);
    const level = ['Milan', 'Lazio', 'Empoli'].map(club);
    expect(both('table-place', { ...place, isOver: true, level })).toEqual([
      'Roma 8th at the end of 2021–22: 1 point, level with 3 others.',
      "Roma all'8º posto alla fine del 2021–22: 1 punto, alla pari con altre 3 squadre.",
    ]);
    expect(both('table-place', { ...place, level: level.slice(0, 1), rankBefore: 3 }).join()).toMatch(
      /down from 3rd: 1 point, level with Milan\..*in discesa dal 3º: 1 punto, alla pari con il Milan\./,
    );
  });

  it('a fact about the table says what another ending would have meant', () => {
    const said = { season: '2021-22', club: club('Roma'), outcome: 'won', rank: 1, points: 34 } as const;
    const gap = { club: club('Inter'), points: 2 };
    expect(both('what-if', { ...said, gap, actual: { rank: 8, points: 32 } })).toEqual([
      'With a win Roma would have been 1st on 34 points, 2 clear of Inter, instead of 8th on 32.',
      "Con una vittoria la Roma avrebbe avuto il 1º posto con 34 punti, 2 in più dell'Inter, invece dell'8º con 32.",
    ]);
    expect(both('what-if', { ...said, rank: 2, gap: { ...gap, points: 0 }, actual: { rank: 2, points: 32 } })).toEqual([
      'With a win Roma would still have been 2nd, but on 34 points instead of 32, level on points with Inter.',
      "Con una vittoria la Roma avrebbe avuto ancora il 2º posto, ma con 34 punti invece di 32, alla pari con l'Inter.",
    ]);
  });

  it('a fact about the table tells a champion with what parted him from the second', () => {
    const said = { season: '2000-01', club: club('Roma'), points: 75, titles: 1 };
    expect(both('champion', { ...said, second: { club: club('Juventus'), points: 73 } })).toEqual([
      'Roma champions of 2000–01 with 75 points, 2 more than Juventus: their 1st title since 1994–95.',
      'Roma campione del 2000–01 con 75 punti, 2 in più della Juventus: è il suo 1º titolo dal 1994–95.',
    ]);
    expect(both('champion', { ...said, second: { club: club('Lazio'), points: 75 } }).join()).toMatch(
      /level with Lazio:.*alla pari con la Lazio:/,
    );
  });

  it('a fact about the table counts who was unbeaten', () => {
    const said = { season: '2021-22', games: 12, clubs: [club('Milan'), club('Napoli')] };
    expect(both('many-unbeaten', { ...said, before: ['2003-04', '2017-18'] })).toEqual([
      'Milan and Napoli both unbeaten after 12 games. In Serie A since 1994–95 only 2003–04 and 2017–18 had as many unbeaten teams by then.',
      "Milan e Napoli senza sconfitte dopo 12 partite. A quel punto in Serie A dal 1994–95 ce n'erano altrettante imbattute solo nel 2003–04 e nel 2017–18.",
    ]);
    expect(both('many-unbeaten', { ...said, before: [] }).join()).toMatch(
      /No other Serie A season since 1994–95 had so many unbeaten teams.*nessun'altra stagione .* ne aveva così tante imbattute/,
    );
  });

  it('a fact about the table counts who had so many points, and leaves no name able to do anything', () => {
    const said = { season: '2021-22', games: 12, points: 32, clubs: [club('Milan'), club('@everyone')] };
    expect(both('many-on-points', { ...said, before: [] })).toEqual([
      'Milan and ＠everyone both on 32 points or more after 12 games. No other Serie A season since 1994–95 had so many teams there by then.',
      "Milan e ＠everyone con almeno 32 punti dopo 12 partite. A quel punto nessun'altra stagione di Serie A dal 1994–95 ne aveva così tante a questa quota.",
    ]);
    expect(both('many-on-points', { ...said, before: ['2017-18'] }).join()).toMatch(
      /only 2017–18 had as many.*solo nel 2017–18\./,
    );
  });
});

it('a sentence read back gives its own figures in both languages, and no other number', () => {
  fc.assert(
    fc.property(anyLeague, (league) => {
      const { ledger } = growing(league.results);
      for (const moment of momentsOf(league)) {
        const findings = seasonFamilies.flatMap((f) => f.find(ledger(moment), [league.next.home, league.next.away]));
        for (const finding of findings) for (const say of [english, italian]) expectOwnFigures(finding, say);
      }
    }),
    cases(15),
  );
});

const SEASON = /\b(\d{4})–(\d\d)\b/g;

function expectOwnFigures({ statement, scope }: Finding, say: SeasonSentences): void {
  const told = say[statement.kind as 'champion'](statement as Said<'champion'>, scope);
  const seasons = [...told.matchAll(SEASON)].map(([, from, to]) => `${from}-${to}`);
  const known = [...JSON.stringify(statement).matchAll(/\d{4}-\d\d(?=")/g)].map(([season]) => season);
  expect([...known, scope.since], told).toEqual(expect.arrayContaining(seasons));
  const numbers = [...told.replace(SEASON, '').matchAll(/\d+/g)].map(([number]) => Number(number));
  expect(figuresOf(statement), told).toEqual(expect.arrayContaining(numbers));
  expect(numbers, told).toEqual(expect.arrayContaining([...keyFigures(statement)]));
}

/** Every number of a statement, with what may be reckoned from it: how many are listed, and by how much they differ. */
function figuresOf(statement: Statement): readonly number[] {
  const figures: number[] = [];
  JSON.stringify(statement, (_, value: unknown) => {
    if (typeof value === 'number') figures.push(value);
    if (Array.isArray(value)) figures.push(value.length);
    return value;
  });
  if (statement.kind === 'champion') figures.push(statement.points - statement.second.points);
  if (statement.kind === 'table-place') {
    const near = [statement.above, statement.below];
    figures.push(...near.map((other) => Math.abs((other?.points ?? 0) - statement.points)));
  }
  return figures;
}

function keyFigures(said: Statement): readonly number[] {
  switch (said.kind) {
    case 'best-start':
    case 'best-start-since':
    case 'worst-start':
    case 'points-by-season':
      return [said.games, said.tally.points];
    case 'goals-start':
      return [said.games, said.goals, ...said.ahead.map(({ goals }) => goals)];
    case 'unbeaten-start':
    case 'winless-start':
      return [said.games, ...[said.tally.won, said.tally.drawn, said.tally.lost].filter((number) => number > 0)];
    case 'many-on-points':
      return [said.games, said.points];
    case 'many-unbeaten':
      return [said.games];
    case 'table-place':
      return [said.rank, said.points];
    case 'what-if':
      return [said.rank, said.points, said.actual.points];
    case 'champion':
      return [said.points, said.titles];
    default:
      throw new Error(`${said.kind} is no season's`);
  }
}
