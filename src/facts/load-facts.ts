import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addressOfId } from './engine/fact-id.ts';
import type { WrittenFact } from './fact.ts';
import type { Known } from './load-known.ts';
import { type Answering, OCCASIONS } from './occasion.ts';
import { type Complain, findRepeats, problemOf, readList } from './read-list.ts';
import { count, day, id, localText, name } from './shapes.ts';

const computation = z.string().refine((id) => addressOfId(id)?.moment !== undefined, 'not the id of a computed fact');

const answering: z.ZodType<Answering> = z.strictObject({
  on: z.enum(OCCASIONS),
  player: name.exactOptional(),
  score: z.strictObject({ home: count, away: count }).exactOptional(),
});

const fact: z.ZodType<WrittenFact> = z
  .strictObject({
    id,
    text: localText,
    scope: localText,
    source: z.enum(['results', 'match-records', 'opta', 'press']),
    check: z.enum(['computed', 'confirmed', 'reported', 'disputed']),
    dispute: localText.exactOptional(),
    asOf: day,
    matchId: id.exactOptional(),
    about: z.strictObject({ clubs: z.array(id), players: z.array(name), topics: z.array(id) }),
    figures: z.record(name, z.number()).exactOptional(),
    computation: computation.exactOptional(),
    answers: z.array(answering).min(1).exactOptional(),
  })
  .superRefine(({ check, dispute, figures, computation, answers, matchId }, { addIssue }) => {
    const figured = Object.keys(figures ?? {}).length > 0;
    if (check === 'disputed' && !dispute) addIssue('a disputed fact must say what the dispute is');
    if (check !== 'disputed' && dispute) addIssue(`a ${check} fact has no dispute`);
    if (check === 'computed' && !figured) addIssue('a computed fact must give its figures');
    if (check !== 'computed' && figured) addIssue(`a ${check} fact has no figures that could be computed`);
    if (check === 'computed' && computation === undefined) addIssue('a computed fact must name its computation');
    if (check !== 'computed' && computation !== undefined) addIssue(`a ${check} fact has no computation`);
    if (answers && matchId === undefined) addIssue('only a fact of a match can answer what happens in it');
  });

/** Reads every fact of a folder of JSON lists, and tells every problem of every fact with its file and id. */
export async function loadFacts(folder: string, known: Known, complain: Complain): Promise<readonly WrittenFact[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    complain(`${folder}: ${problemOf(error)}`);
    return [];
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  const lists = await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      const facts = await readList(file, fact, complain);
      for (const { id, about } of facts) {
        findStrangers(`${file}: "${id}": club`, about.clubs, known.clubs, complain);
        findStrangers(`${file}: "${id}": topic`, about.topics, known.topics, complain);
      }
      return facts;
    }),
  );
  const facts = lists.flat();
  const ids = facts.map(({ id }) => id);
  findRepeats(folder, ids, complain);
  return facts;
}

function findStrangers(
  what: string,
  ids: readonly string[],
  known: readonly { readonly id: string }[],
  complain: Complain,
): void {
  for (const id of ids) if (!known.some((entry) => entry.id === id)) complain(`${what} "${id}" is not known`);
}
