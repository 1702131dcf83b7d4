import { expect, it } from 'vitest';
import { tableRules } from '../../../src/facts/known.ts';
import { seasonOf } from '../../../src/match/result.ts';
import { tableOf } from '../../../src/match/table.ts';
import { almanac, serieA } from '../../support/facts/almanac.ts';

/** Final tables as they were published, champions first. */
const PUBLISHED: Readonly<Record<string, string>> = {
  '1993-94': `Milan 50, Juventus 47, Sampdoria 44, Lazio 44, Parma 41, Napoli 36, Roma 35, Torino 34, Foggia 33, Cremonese 32,
    Genoa 32, Cagliari 32, Inter 31, Reggiana 31, Piacenza 30, Udinese 28, Atalanta 21, Lecce 11`,
  '1994-95': `Juventus 73, Lazio 63, Parma 63, Milan 60, Roma 59, Inter 52, Napoli 51, Sampdoria 50, Cagliari 49, Fiorentina 47,
    Torino 45, Bari 44, Cremonese 41, Genoa 40, Padova 40, Foggia 34, Reggiana 18, Brescia 12`,
  '2003-04': `Milan 82, Roma 71, Juventus 69, Inter 59, Parma 58, Lazio 56, Udinese 50, Sampdoria 46, Chievo 44, Lecce 41,
    Brescia 40, Bologna 39, Siena 34, Reggina 34, Perugia 32, Modena 30, Empoli 30, Ancona 13`,
  '2006-07': `Inter 97, Roma 75, Lazio 62, Milan 61, Palermo 58, Fiorentina 58, Empoli 54, Atalanta 50, Sampdoria 49, Udinese 46,
    Livorno 43, Parma 42, Catania 41, Reggina 40, Siena 40, Torino 40, Cagliari 40, Chievo 39, Ascoli 27, Messina 26`,
  '2009-10': `Inter 82, Roma 80, Milan 70, Sampdoria 67, Palermo 65, Napoli 59, Juventus 55, Parma 52, Genoa 51, Bari 50,
    Fiorentina 47, Lazio 46, Catania 45, Chievo 44, Udinese 44, Cagliari 44, Bologna 42, Atalanta 35, Siena 31, Livorno 29`,
  '2012-13': `Juventus 87, Napoli 78, Milan 72, Fiorentina 70, Udinese 66, Roma 62, Lazio 61, Catania 56, Inter 54, Parma 49,
    Cagliari 47, Chievo 45, Bologna 44, Sampdoria 42, Atalanta 40, Torino 39, Genoa 38, Palermo 32, Siena 30, Pescara 22`,
  '2017-18': `Juventus 95, Napoli 91, Roma 77, Inter 72, Lazio 72, Milan 64, Atalanta 60, Fiorentina 57, Torino 54, Sampdoria 54,
    Sassuolo 43, Genoa 41, Chievo 40, Udinese 40, Bologna 39, Cagliari 39, SPAL 38, Crotone 35, Verona 25, Benevento 21`,
  '2018-19': `Juventus 90, Napoli 79, Atalanta 69, Inter 69, Milan 68, Roma 66, Torino 63, Lazio 59, Sampdoria 53, Bologna 44,
    Sassuolo 43, Udinese 43, SPAL 42, Parma 41, Cagliari 41, Fiorentina 41, Genoa 38, Empoli 38, Frosinone 25, Chievo 17`,
  '2019-20': `Juventus 83, Inter 82, Atalanta 78, Lazio 78, Roma 70, Milan 66, Napoli 62, Sassuolo 51, Verona 49, Fiorentina 49,
    Parma 49, Bologna 47, Udinese 45, Cagliari 45, Sampdoria 42, Torino 40, Genoa 39, Lecce 35, Brescia 25, SPAL 20`,
  '2020-21': `Inter 91, Milan 79, Atalanta 78, Juventus 78, Napoli 77, Lazio 68, Roma 62, Sassuolo 62, Sampdoria 52, Verona 45,
    Genoa 42, Bologna 41, Fiorentina 40, Udinese 40, Spezia 39, Cagliari 37, Torino 37, Benevento 33, Crotone 23, Parma 20`,
  '2021-22': `Milan 86, Inter 84, Napoli 79, Juventus 70, Lazio 64, Roma 63, Fiorentina 62, Atalanta 59, Verona 53, Torino 50,
    Sassuolo 50, Udinese 47, Bologna 46, Empoli 41, Sampdoria 36, Spezia 36, Salernitana 31, Cagliari 30, Genoa 28, Venezia 27`,
  '2022-23': `Napoli 90, Lazio 74, Inter 72, Milan 70, Atalanta 64, Roma 63, Juventus 62, Fiorentina 56, Bologna 54, Torino 53,
    Monza 52, Udinese 46, Sassuolo 45, Empoli 43, Salernitana 42, Lecce 36, Spezia 31, Verona 31, Cremonese 27, Sampdoria 19`,
  '2023-24': `Inter 94, Milan 75, Juventus 71, Atalanta 69, Bologna 68, Roma 63, Lazio 61, Fiorentina 60, Torino 53, Napoli 53,
    Genoa 49, Monza 45, Verona 38, Lecce 38, Udinese 37, Cagliari 36, Empoli 36, Frosinone 35, Sassuolo 30, Salernitana 17`,
  '2024-25': `Napoli 82, Inter 81, Atalanta 74, Juventus 70, Roma 69, Fiorentina 65, Lazio 65, Milan 63, Bologna 62, Como 49,
    Torino 44, Udinese 44, Genoa 43, Verona 37, Cagliari 36, Parma 36, Lecce 34, Empoli 31, Venezia 29, Monza 18`,
};

const nameOf = new Map(almanac.clubs.map(({ id, shortName }) => [id, shortName]));
const finalTable = (season: string) =>
  tableOf(seasonOf(almanac.results, 'serie-a', season), tableRules(serieA, season, 'final'));

it.each(Object.entries(PUBLISHED))(
  'the results that Tifo carries give the final table of %s as it was published',
  (season, published) => {
    const computed = finalTable(season).map(({ club, points }) => `${nameOf.get(club)} ${points}`);
    expect(computed).toEqual(published.split(/,\s+/));
  },
);

it('the results that Tifo carries hold every match of every season: each club has been to each other once', () => {
  const seasons = [...new Set(almanac.results.map(({ season }) => season))];
  expect(seasons).toHaveLength(33);
  for (const season of seasons) {
    const table = finalTable(season);
    expect(new Set(table.map(({ played }) => played))).toEqual(new Set([2 * (table.length - 1)]));
  }
  expect(almanac.results).toHaveLength(11_726);
});

it('the results that Tifo carries mark what was awarded', () => {
  const awarded = almanac.results.filter(({ status }) => status === 'awarded');
  expect(awarded.map(({ day, home, away, score }) => [day, home, `${score.home}-${score.away}`, away])).toEqual([
    ['2016-08-28', 'sassuolo', '0-3', 'pescara'],
    ['2020-09-19', 'hellas-verona', '3-0', 'roma'],
  ]);
});

it('the results that Tifo carries come with the rulings of their seasons, as each moment knew them', () => {
  const pointsOn = (club: string, season: string, day: string) => {
    const rules = tableRules(serieA, season, 'final', day);
    return tableOf([], rules, [club])[0]?.points;
  };
  expect(pointsOn('juventus', '2022-23', '2023-01-19')).toBe(0);
  expect(pointsOn('juventus', '2022-23', '2023-01-20')).toBe(-15);
  expect(pointsOn('juventus', '2022-23', '2023-04-20')).toBe(0);
  expect(pointsOn('juventus', '2022-23', '2023-05-22')).toBe(-10);
  expect(finalTable('2005-06').map(({ club }) => club)).toMatchObject({ 0: 'inter', 2: 'milan', 19: 'juventus' });
});
