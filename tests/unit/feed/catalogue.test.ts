import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { whatToFollow } from '../../../src/feed/catalogue.ts';
import { mergeClubs, type NamedClub } from '../../../src/feed/known-clubs.ts';
import { loadCatalogue } from '../../../src/feed/load-catalogue.ts';
import { OperatorError } from '../../../src/operator-error.ts';

const known: readonly NamedClub[] = JSON.parse(await readFile('data/clubs.json', 'utf8'));
const catalogue = await loadCatalogue('data/feeds.json', known);

const competition = (id: string) => catalogue.competitions.find((one) => one.id === id) ?? { id, name: id };
const clubOf = (name: string, playedIn = 'champions-league') =>
  catalogue.clubOf({ provider: 'opta', name }, competition(playedIn));

it('the catalogue that Tifo ships with has the codes of every provider', () => {
  const serieA = catalogue.competitions.find(({ id }) => id === 'serie-a');
  expect(serieA).toMatchObject({
    name: 'Serie A',
    codes: { 'api-football': 135, 'football-data': 'SA', opta: '21' },
  });
});

it.each([
  ['serie-a', 'milan', 'AC Milan', 'Milan', 'A.C. Milan'],
  ['serie-a', 'inter', 'Inter', 'FC Internazionale', 'FC Internazionale Milano', 'Inter Milan'],
  ['serie-a', 'como', 'Como 1907', 'Como'],
  ['serie-a', 'hellas-verona', 'Verona', 'Hellas Verona FC'],
  ['serie-a', 'parma', 'Parma Calcio 1913', 'Parma'],
  ['serie-a', 'bologna', 'Bologna FC 1909', 'Bologna'],
  ['serie-a', 'sassuolo', 'US Sassuolo Calcio', 'Sassuolo'],
  ['serie-a', 'napoli', 'S.S.C. Napoli', 'Napoli'],
  ['bundesliga', 'koln', '1. FC Köln', '1.FC Köln', 'FC Koln', 'FC Köln', 'Köln'],
  ['bundesliga', 'borussia-monchengladbach', "Borussia M'gladbach", 'Borussia M’gladbach', "M'gladbach", 'Gladbach'],
  ['bundesliga', 'bayern-munich', 'FC Bayern München', 'Bayern Munich'],
  ['bundesliga', 'st-pauli', 'FC St. Pauli 1910', 'St Pauli', 'FC St. Pauli'],
  ['dfb-pokal', 'eintracht-frankfurt', 'Eintracht Frankfurt', 'Frankfurt'],
  ['premier-league', 'manchester-united', 'Manchester United FC', 'Manchester United', 'Manchester Utd', 'Man Utd'],
  ['premier-league', 'brighton', 'Brighton & Hove Albion FC', 'Brighton and Hove Albion', 'Brighton'],
  ['championship', 'birmingham', 'Birmingham', 'Birmingham City FC', 'Birmingham City'],
  ['la-liga', 'barcelona', 'FC Barcelona', 'Barcelona'],
  ['ligue-1', 'saint-etienne', 'St Etienne', 'AS Saint-Étienne', 'Saint Etienne'],
  ['ligue-1', 'paris-saint-germain', 'Paris Saint-Germain FC', 'Paris Saint Germain'],
])('the catalogue that Tifo ships with knows, in %s, %s by all its names', (competition, id, ...names) => {
  for (const name of names) expect([name, clubOf(name, competition).id]).toEqual([name, id]);
});

it('the catalogue that Tifo ships with knows a club of its own by the name that Tifo gives it', () => {
  expect(clubOf('FC Internazionale Milano')).toEqual({ id: 'inter', name: 'Inter' });
});

it.each([
  ['FSV Frankfurt', 'dfb-pokal'],
  ['1. FC Frankfurt', 'dfb-pokal'],
  ['FC Leipzig', 'dfb-pokal'],
  ['Barcelona SC', undefined],
  ['AFC Wimbledon', 'fa-cup'],
  ['Inter U19', 'serie-a'],
  ['Milan W', 'serie-a'],
  ['Inter Miami', 'mls'],
  ['Roma City', 'coppa-italia'],
  ['Barcelona', 'brasileirao'],
  ['Everton', 'brasileirao'],
])('the catalogue that Tifo ships with takes %s, in %s, for no club that it knows', (name, competition) => {
  const ids = [...known.map(({ id }) => id), 'eintracht-frankfurt', 'rb-leipzig', 'barcelona', 'wimbledon', 'everton'];
  expect(ids).not.toContain(clubOf(name, competition).id);
});

it('the catalogue that Tifo ships with knows a club by the number that a provider gave it', () => {
  const team = (provider: 'api-football' | 'football-data' | 'opta', code: string) =>
    catalogue.clubOf({ provider, code, name: 'Whatever' }, competition('champions-league')).id;
  expect([team('api-football', '489'), team('football-data', '98')]).toEqual(['milan', 'milan']);
  expect([team('api-football', '192'), team('football-data', '1')]).toEqual(['koln', 'koln']);
  expect([team('api-football', '40'), team('football-data', '64'), team('opta', '14')]).toEqual(
    Array(3).fill('liverpool'),
  );
});

it('the catalogue that Tifo ships with says what can be followed: what the competitions that are asked for may bring', () => {
  const inItaly = whatToFollow(catalogue, ['serie-a', 'coppa-italia']);
  expect(inItaly.competitions.map(({ name }) => name)).toEqual(['Serie A', 'Coppa Italia']);
  const ids = inItaly.clubs.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['milan', 'inter', 'como']));
  expect(ids).not.toContain('koln');
  const inEurope = whatToFollow(catalogue, ['serie-a', 'champions-league']).clubs.map(({ id }) => id);
  expect(inEurope).toEqual(expect.arrayContaining(['milan', 'koln']));
});

it('the catalogue that Tifo ships with has one name for a club in all its data', async () => {
  const feeds: { clubs: readonly NamedClub[] } = JSON.parse(await readFile('data/feeds.json', 'utf8'));
  const named = new Map(known.map(({ id, name }) => [id, name]));
  expect(feeds.clubs.filter(({ id, name }) => (named.get(id) ?? name) !== name)).toEqual([]);
  expect(known.filter(({ id }) => !feeds.clubs.some((club) => club.id === id && club.country === 'Italy'))).toEqual([]);
});

it('the catalogue that Tifo ships with has no name that could be two clubs of one country, and finds each club by each of its names', async () => {
  const feeds: { clubs: readonly NamedClub[] } = JSON.parse(await readFile('data/feeds.json', 'utf8'));
  for (const { id, country = '', name, aliases = [] } of mergeClubs([...known, ...feeds.clubs])) {
    for (const spelled of [name, ...aliases]) {
      const found = catalogue.clubOf(
        { provider: 'opta', name: spelled },
        { id: 'x', name: 'x', ...(country && { country }) },
      );
      expect([spelled, found.id]).toEqual([spelled, id]);
    }
  }
});

it('the catalogue that Tifo ships with calls a club it does not know what the provider calls it', () => {
  expect(clubOf('  FC  Nessuno 1921 ')).toEqual({ id: 'nessuno', name: 'FC Nessuno 1921' });
  expect(clubOf('1921').id).toBe('1921');
  expect(clubOf('').name).toBe('?');
  expect(clubOf('x'.repeat(5_000)).name).toHaveLength(60);
});

it('a catalogue that cannot be read names every problem in the file', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'tifo-')), 'feeds.json');
  const competition = { id: 'Serie A', name: 'Serie A', seasonWithin: 'ever', codes: {} };
  await writeFile(file, JSON.stringify({ competitions: [competition], clubs: [] }));
  const problem = await loadCatalogue(file, []).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(OperatorError);
  expect(String(problem)).toMatch(/feeds\.json[\s\S]*small letters[\s\S]*seasonWithin/);
  const twice = { ...competition, id: 'serie-a', seasonWithin: 'two-years', codes: { opta: '21' } };
  await writeFile(file, JSON.stringify({ competitions: [twice, twice], clubs: [] }));
  await expect(loadCatalogue(file, [])).rejects.toThrow(/serie-a is there twice[\s\S]*opta's 21 is there twice/);
  await expect(loadCatalogue(join(file, 'none'), [])).rejects.toThrow(/cannot be read/);
});
