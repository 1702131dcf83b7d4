import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NamedClub } from '../../../src/feed/catalogue.ts';
import { loadCatalogue } from '../../../src/feed/load-catalogue.ts';
import { OperatorError } from '../../../src/operator-error.ts';

const known: readonly NamedClub[] = JSON.parse(await readFile('data/clubs.json', 'utf8'));
const catalogue = await loadCatalogue('data/feeds.json', known);

describe('the catalogue that Tifo ships with', () => {
  it('has the codes of every provider', () => {
    const serieA = catalogue.competitions.find(({ id }) => id === 'serie-a');
    expect(serieA).toMatchObject({
      name: 'Serie A',
      codes: { 'api-football': 135, 'football-data': 'SA', opta: '21' },
    });
  });

  it.each([
    ['milan', 'AC Milan', 'Milan', 'A.C. Milan'],
    ['inter', 'Inter', 'FC Internazionale', 'FC Internazionale Milano', 'Inter Milan'],
    ['como', 'Como 1907', 'Como'],
    ['hellas-verona', 'Verona', 'Hellas Verona FC'],
    ['parma', 'Parma Calcio 1913', 'Parma'],
    ['koln', '1. FC Köln', 'FC Koln'],
    ['manchester-united', 'Manchester United FC', 'Manchester United', 'Manchester Utd'],
    ['bayern-munich', 'FC Bayern München', 'Bayern Munich'],
    ['paris-saint-germain', 'Paris Saint-Germain FC', 'Paris Saint Germain'],
  ])('knows %s by all its names', (id, ...names) => {
    for (const name of names) expect(catalogue.clubOf(name).id).toBe(id);
  });

  it('knows a club of its own by the name that Tifo gives it', () => {
    expect(catalogue.clubOf('FC Internazionale Milano')).toEqual({ id: 'inter', name: 'Inter' });
  });

  it('takes no other team for a club it knows', () => {
    for (const name of ['Inter U19', 'Milan W', 'Inter Miami', 'Roma City']) {
      expect(known.map(({ id }) => id)).not.toContain(catalogue.clubOf(name).id);
    }
  });

  it('calls a club it does not know what the provider calls it', () => {
    expect(catalogue.clubOf('  FC  Nessuno 1921 ')).toEqual({ id: 'nessuno', name: 'FC Nessuno 1921' });
    expect(catalogue.clubOf('1921').id).toBe('1921');
    expect(catalogue.clubOf('').name).toBe('?');
    expect(catalogue.clubOf('x'.repeat(5_000)).name).toHaveLength(60);
  });
});

it('that cannot be read names every problem in the file', async () => {
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
