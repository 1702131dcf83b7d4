import { describe, expect, it } from 'vitest';
import { tableRules } from '../../../src/facts/known.ts';
import { seasonOf } from '../../../src/match/result.ts';
import { tableOf } from '../../../src/match/table.ts';
import { almanac, serieA } from './almanac.ts';

/** Final tables as they were published, champions first. */
const PUBLISHED: Readonly<Record<string, string>> = {
  '1993-94': `Milan 50, Juventus 47, Sampdoria 44, Lazio 44, Parma 41, Napoli 36, Roma 35, Torino 34, Foggia 33, Cremonese 32,
    Genoa 32, Cagliari 32, Inter 31, Reggiana 31, Piacenza 30, Udinese 28, Atalanta 21, Lecce 11`,
  '2003-04': `Milan 82, Roma 71, Juventus 69, Inter 59, Parma 58, Lazio 56, Udinese 50, Sampdoria 46, Chievo 44, Lecce 41,
    Brescia 40, Bologna 39, Siena 34, Reggina 34, Perugia 32, Modena 30, Empoli 30, Ancona 13`,
  '2006-07': `Inter 97, Roma 75, Lazio 62, Milan 61, Palermo 58, Fiorentina 58, Empoli 54, Atalanta 50, Sampdoria 49, Udinese 46,
    Livorno 43, Parma 42, Catania 41, Reggina 40, Siena 40, Torino 40, Cagliari 40, Chievo 39, Ascoli 27, Messina 26`,
  '2018-19': `Juventus 90, Napoli 79, Atalanta 69, Inter 69, Milan 68, Roma 66, Torino 63, Lazio 59, Sampdoria 53, Bologna 44,
    Sassuolo 43, Udinese 43, SPAL 42, Parma 41, Cagliari 41, Fiorentina 41, Genoa 38, Empoli 38, Frosinone 25, Chievo 17`,
  '2019-20': `Juventus 83, Inter 82, Atalanta 78, Lazio 78, Roma 70, Milan 66, Napoli 62, Sassuolo 51, Verona 49, Fiorentina 49,
    Parma 49, Bologna 47, Udinese 45, Cagliari 45, Sampdoria 42, Torino 40, Genoa 39, Lecce 35, Brescia 25, SPAL 20`,
  '2020-21': `Inter 91, Milan 79, Atalanta 78, Juventus 78, Napoli 77, Lazio 68, Roma 62, Sassuolo 62, Sampdoria 52, Verona 45,
    Genoa 42, Bologna 41, Fiorentina 40, Udinese 40, Spezia 39, Cagliari 37, Torino 37, Benevento 33, Crotone 23, Parma 20`,
  '2021-22': `Milan 86, Inter 84, Napoli 79, Juventus 70, Lazio 64, Roma 63, Fiorentina 62, Atalanta 59, Verona 53, Torino 50,
    Sassuolo 50, Udinese 47, Bologna 46, Empoli 41, Sampdoria 36, Spezia 36, Salernitana 31, Cagliari 30, Genoa 28, Venezia 27`,
  '2023-24': `Inter 94, Milan 75, Juventus 71, Atalanta 69, Bologna 68, Roma 63, Lazio 61, Fiorentina 60, Torino 53, Napoli 53,
    Genoa 49, Monza 45, Verona 38, Lecce 38, Udinese 37, Cagliari 36, Empoli 36, Frosinone 35, Sassuolo 30, Salernitana 17`,
};

const nameOf = new Map(almanac.clubs.map(({ id, shortName }) => [id, shortName]));
const finalTable = (season: string) =>
  tableOf(seasonOf(almanac.results, 'serie-a', season), tableRules(serieA, season, 'final'));

describe('the results that Tifo carries', () => {
  it.each(Object.entries(PUBLISHED))('give the final table of %s as it was published', (season, published) => {
    const computed = finalTable(season).map(({ club, points }) => `${nameOf.get(club)} ${points}`);
    expect(computed).toEqual(published.split(/,\s+/));
  });

  it('hold every match of every season: each club has been to each other once', () => {
    const seasons = [...new Set(almanac.results.map(({ season }) => season))];
    expect(seasons).toHaveLength(33);
    for (const season of seasons) {
      const table = finalTable(season);
      expect(new Set(table.map(({ played }) => played))).toEqual(new Set([2 * (table.length - 1)]));
    }
    expect(almanac.results).toHaveLength(11_726);
  });

  it('mark what was awarded', () => {
    const awarded = almanac.results.filter(({ status }) => status === 'awarded');
    expect(awarded.map(({ day, home, away, score }) => [day, home, `${score.home}-${score.away}`, away])).toEqual([
      ['2016-08-28', 'sassuolo', '0-3', 'pescara'],
      ['2020-09-19', 'hellas-verona', '3-0', 'roma'],
    ]);
  });

  it('come with the rulings of their seasons, as each moment knew them', () => {
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
});
