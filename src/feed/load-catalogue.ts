import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '../operator-error.ts';
import { type Catalogue, type CatalogueCompetition, catalogueOf } from './catalogue.ts';
import type { ClubMemory } from './club-book.ts';
import { type NamedClub, TEAM_PROVIDERS } from './known-clubs.ts';

/** The catalogue of feeds cannot be read; the message names the file and every problem in it. */
export class CatalogueError extends OperatorError {
  override readonly name = 'CatalogueError';
}

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens');
const name = z.string().min(1).max(60);

const competition: z.ZodType<CatalogueCompetition> = z.strictObject({
  id,
  name,
  country: name.exactOptional(),
  seasonWithin: z.enum(['one-year', 'two-years']),
  codes: z.strictObject({
    'api-football': z.int().positive().exactOptional(),
    'football-data': z.string().min(1).exactOptional(),
    opta: z.string().min(1).exactOptional(),
  }),
});
const club: z.ZodType<NamedClub> = z.strictObject({
  id,
  name,
  country: name.exactOptional(),
  aliases: z.array(name).exactOptional(),
  codes: z.partialRecord(z.enum(TEAM_PROVIDERS), z.string().min(1)).exactOptional(),
});

const catalogue = z
  .strictObject({ competitions: z.array(competition).min(1), clubs: z.array(club) })
  .superRefine(({ competitions, clubs }, context) => {
    const all = [
      ...competitions.map((one) => `the competition ${one.id}`),
      ...competitions.flatMap(({ codes }) => Object.entries(codes).map(([provider, code]) => `${provider}'s ${code}`)),
      ...clubs.map((one) => `the club ${one.id}`),
      ...clubs.flatMap(({ codes = {} }) =>
        Object.entries(codes).map(([provider, code]) => `${provider}'s team ${code}`),
      ),
    ];
    const twice = all.filter((entry, index) => all.indexOf(entry) !== index);
    for (const entry of twice) context.addIssue({ code: 'custom', message: `${entry} is there twice` });
  });

/**
 * Reads `data/feeds.json`: the providers' codes of competitions and clubs, and the names of clubs that Tifo keeps no facts
 * of. The clubs it does know are given, and come first. Throws a CatalogueError that lists all problems.
 */
export async function loadCatalogue(
  file: string,
  known: readonly NamedClub[],
  memory?: ClubMemory,
): Promise<Catalogue> {
  let read: unknown;
  try {
    read = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new CatalogueError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = catalogue.safeParse(read);
  if (!parsed.success) throw new CatalogueError(`${file} cannot be read:\n${z.prettifyError(parsed.error)}`);
  return catalogueOf(parsed.data.competitions, [...known, ...parsed.data.clubs], memory);
}
