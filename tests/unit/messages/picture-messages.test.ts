import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { meetings } from '../../../src/facts/meetings.ts';
import { seasonTable, type TableMoment } from '../../../src/facts/season-table.ts';
import type { MatchEvent } from '../../../src/match/event.ts';
import type { PhaseNews } from '../../../src/match/news.ts';
import { compose } from '../../../src/messages/compose.ts';
import { headToHeadMessage } from '../../../src/messages/head-to-head-message.ts';
import type { MessageBody } from '../../../src/messages/message.ts';
import { newsMessage } from '../../../src/messages/news-message.ts';
import { pointsRaceMessage, type TableView, tableMessage } from '../../../src/messages/table-message.ts';
import { withoutPicture } from '../../../src/messages/without-picture.ts';
import { cases } from '../../support/cases.ts';
import { discordProblems } from '../../support/discord/discord-problems.ts';
import { mischief } from '../../support/discord/mischief.ts';
import { buttonIds, readable } from '../../support/discord/readable.ts';
import { almanac } from '../../support/facts/almanac.ts';
import { derby, match } from '../../support/match/derby.ts';

const en = { locale: 'en' } as const;
const it_ = { locale: 'it' } as const;
const TODAY = '2026-11-22';
const clubNamed = (id: string) => almanac.clubs.find((club) => club.id === id);
const nameOf = (id: string) => clubNamed(id)?.name ?? id;
const shortNameOf = (id: string) => clubNamed(id)?.shortName ?? id;

function table(season: string, moment: TableMoment = { kind: 'latest' }): TableView {
  const find = seasonTable(almanac, { competition: 'serie-a', season, moment }, TODAY);
  if (!find.ok) throw new Error(find.reason);
  return { ...find.table, competitionName: 'Serie A', nameOf, shortNameOf, marked: ['milan', 'inter'] };
}

function between(a: string, b: string) {
  return { ...meetings(almanac, { clubs: [a, b] }, TODAY)!, nameOf, competitionNames: ['Serie A'] };
}

const result = {
  kind: 'result',
  id: `${match.id}/result`,
  matchId: match.id,
  score: { home: 1, away: 1 },
} as PhaseNews;

/** A picture, well-formed, with words for who does not see it. */
function expectPicture(message: MessageBody): string {
  const { picture } = message;
  if (!picture) throw new Error('there is no picture');
  expect(XMLValidator.validate(picture.svg)).toBe(true);
  expect(picture.alt.length).toBeGreaterThan(20);
  expect(picture.alt.length).toBeLessThanOrEqual(1024);
  expect(discordProblems(message)).toEqual([]);
  expect(discordProblems(withoutPicture(message))).toEqual([]);
  expect(withoutPicture(message).picture).toBeUndefined();
  return picture.alt;
}

it('a table in a picture says in its alt text what it shows, in both languages', () => {
  const after12 = table('2021-22', { kind: 'games', games: 12 });
  expect(expectPicture(tableMessage(after12, en))).toMatch(
    /^Serie A 2021–22, after 12 games each\. Place, club, points .*: 1 Napoli 32 \(12, \+20, WDWWD\); 2 Milan 32 /,
  );
  expect(expectPicture(tableMessage(after12, it_))).toMatch(
    /dopo 12 partite a testa\. Posto, .*: 1 Napoli 32 \(12, \+20, VNVVN\);/,
  );
});

it('a table in a picture has beneath it what its order rests on, and ways to the same as text and in words', () => {
  const message = tableMessage(table('2005-06'), en);
  expect(message.embeds?.[0]?.description).toMatch(
    /^-# \\\* Fiorentina: 30 points deducted\.\n.*-# \\\* Juventus: placed last by ruling\..*\n-# Level on points: /s,
  );
  expect(buttonIds(message)).toEqual(['table:text~milan~inter:serie-a:2005-06', 'table:words:serie-a:2005-06']);
  expect(message.picture?.svg).toContain('Juventus*');
});

it('a table in a picture is the table in columns where it cannot be shown', () => {
  const text = readable(withoutPicture(tableMessage(table('2021-22'), en)));
  expect(text).toContain('\n 1› Milan         38 +38  86\n');
  expect(text).toContain('[In words]');
  expect(text).not.toContain('[As text]');
});

it('a table in a picture keeps its alt text within what Discord takes in every season', () => {
  for (const { season } of new Map(almanac.results.map((each) => [each.season, each])).values())
    for (const reader of [en, it_]) expectPicture(tableMessage(table(season), reader));
});

it('a points race says where each line ends, also where it cannot be shown', () => {
  const racers = [
    { club: 'milan', points: [3, 6] },
    { club: 'inter', points: [1] },
  ];
  const message = pointsRaceMessage(table('2021-22'), racers, en);
  expect(expectPicture(message)).toContain('Milan: 6 points after 2 games; Inter: 1 point after 1 game.');
  expect(message.content).toMatch(/^Points race, Serie A 2021–22, final table: Milan 1st on 86 points/);
  expect(readable(withoutPicture(message))).toContain('\n- Milan: 6 points after 2 games\n');
  expect(message.embeds).toBeUndefined();
  const ruledOn = pointsRaceMessage(table('2005-06'), racers, en);
  for (const each of [ruledOn, withoutPicture(ruledOn)]) expect(readable(each)).toContain('Milan: 30 points deducted.');
  expect(pointsRaceMessage(table('2021-22'), racers, it_).picture?.alt).toContain('Inter: 1 punto dopo 1 partita.');
});

it('a head-to-head in a picture stands above the words, says the balance, and leaves the words where it cannot be shown', () => {
  const message = headToHeadMessage(between('milan', 'inter'), en);
  expect(expectPicture(message)).toMatch(
    /66 meetings, Milan won 23, Inter won 27, 16 drawn, .*The last 5 meetings: Milan 1–0 Inter, 8 Mar 2026;/,
  );
  expect(withoutPicture(message).embeds).toEqual(message.embeds);
  expectPicture(headToHeadMessage(between('milan', 'inter'), it_));
});

it('a result card marks goals, missed penalties and sendings-off, and says so in words', () => {
  const red: MatchEvent = {
    kind: 'card',
    minute: { base: 90, added: 3 },
    side: 'home',
    colour: 'red',
    player: { name: 'Kjær' },
  };
  const message = newsMessage(result, derby({ events: [...derby().snapshot.events, red] }), en);
  expect(expectPicture(message)).toBe(
    "Milan 1–1 Inter. Final result, Half-time 1–1. On the line of the match: 17' de Vrij (o.g.) (Milan); 90+3' Kjær, red card (Milan); 11' Çalhanoğlu (pen.) (Inter); 27' Lautaro Martínez, penalty saved (Inter).",
  );
  expect(expectPicture(newsMessage(result, derby(), it_))).toContain("27' Lautaro Martínez, rigore parato (Inter)");
  expect(readable(withoutPicture(message))).toContain('Çalhanoğlu (pen.)');
});

it('a result card says that nothing is marked when nothing happened', () => {
  const message = newsMessage(result, derby({ events: [], score: { home: 0, away: 0 } }), en);
  expect(expectPicture(message)).toContain('no goal, no missed penalty, no red card');
});

it('a result card is shown to nobody who wishes to see no score, nor of a match that goes on', () => {
  expect(newsMessage(result, derby(), { locale: 'en', spoilers: 'hide' }).picture).toBeUndefined();
  expect(newsMessage(result, derby({ phase: 'second-half' }), en).picture).toBeUndefined();
  expect(newsMessage(result, derby({ phase: 'awarded' }), en).picture).toBeUndefined();
});

it('a result card stands whatever players and clubs are called, and however much happened', () => {
  fc.assert(
    fc.property(mischief, fc.integer({ min: 0, max: 60 }), (name, count) => {
      const goal: MatchEvent = { kind: 'goal', side: 'away', manner: 'open-play', scorer: { name } };
      const card: MatchEvent = { kind: 'card', side: 'away', colour: 'second-yellow', minute: { base: 12 } };
      const events = Array.from({ length: count }, (_, index) => (index % 2 ? goal : card));
      const state = derby({ events, match: { ...match, home: { id: 'x', name }, venue: { name } } });
      expectPicture(newsMessage(result, state, en));
    }),
    cases(10),
  );
});

describe('a message with a picture', () => {
  const picture = { name: 'x.png', svg: '<svg/>', alt: 'word '.repeat(400) };

  it('a message with a picture keeps within what Discord takes, in what stands instead too', () => {
    const long = { description: 'word '.repeat(2_000) };
    const message = compose({ content: 'x', picture, withoutPicture: { embed: long } });
    expect(message.picture?.alt).toMatch(/^word .*…$/);
    expect(message.picture?.alt.length).toBeLessThanOrEqual(1024);
    expect(discordProblems(withoutPicture(message))).toEqual([]);
  });

  it('a message with a picture keeps all but the picture where nothing else is to stand instead', () => {
    const message = compose({ content: 'x', embed: { title: 'y' }, buttons: [{ id: 'a', label: 'A' }], picture });
    expect(withoutPicture(message)).toEqual(
      compose({ content: 'x', embed: { title: 'y' }, buttons: [{ id: 'a', label: 'A' }] }),
    );
    expect(withoutPicture(compose({ content: 'x', picture }))).toEqual(compose({ content: 'x' }));
    const plain = compose({ content: 'x' });
    expect(withoutPicture(plain)).toBe(plain);
  });
});
