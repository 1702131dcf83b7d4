import { join } from 'node:path';
import { z } from 'zod';
import { TIE_BREAKS } from '../match/table.ts';
import type { KnownClub, KnownCompetition, Topic } from './known.ts';
import { type Complain, findRepeats, readList } from './read-list.ts';
import { count, day, id, localText, name, season } from './shapes.ts';

/** What results and facts may refer to. */
export interface Known {
  readonly clubs: readonly KnownClub[];
  readonly competitions: readonly KnownCompetition[];
  readonly topics: readonly Topic[];
}

const club: z.ZodType<KnownClub> = z.strictObject({ id, name, shortName: name, city: name, aliases: z.array(name) });

const ruling = { season, club: id, from: day.exactOptional(), until: day.exactOptional() };
/** For the person who reads the file. */
const note = { note: z.string().exactOptional() };

const competition: z.ZodType<KnownCompetition> = z.strictObject({
  id,
  name,
  country: name,
  timeZone: name,
  aliases: z.array(name),
  eras: z.array(z.strictObject({ since: season, pointsForWin: count, tieBreaks: z.array(z.enum(TIE_BREAKS)) })).min(1),
  rulings: z.array(
    z.union([
      z.strictObject({ ...ruling, points: count, ...note }),
      z.strictObject({ ...ruling, putLast: z.literal(true), ...note }),
    ]),
  ),
  titlesTaken: z.array(z.strictObject({ season, from: day })).exactOptional(),
});

const topic: z.ZodType<Topic> = z.strictObject({ id, name: localText, aliases: z.array(name) });

/** Reads the clubs, competitions and topics of a data folder, and tells every problem found. */
export async function loadKnown(folder: string, complain: Complain): Promise<Known> {
  const file = (base: string) => join(folder, base);
  const clubs = await readList(file('clubs.json'), club, complain);
  const competitions = await readList(file('competitions.json'), competition, complain);
  const topics = await readList(file('topics.json'), topic, complain);
  findRepeats(file('clubs.json'), idsOf(clubs), complain);
  findRepeats(file('competitions.json'), idsOf(competitions), complain);
  findRepeats(file('topics.json'), idsOf(topics), complain);
  for (const { season, club } of competitions.flatMap(({ rulings }) => rulings)) {
    if (!idsOf(clubs).includes(club)) complain(`${file('competitions.json')}: ${season}: no club has the id "${club}"`);
  }
  return { clubs, competitions, topics };
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}
