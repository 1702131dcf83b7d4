import type { Fact } from '../src/facts/fact.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import { factListMessage } from '../src/messages/fact-list-message.ts';
import type { MessageBody } from '../src/messages/message.ts';
import { texts } from '../src/messages/texts.ts';
import type { Context } from './context.ts';
import { matchName, matchNames } from './match-names.ts';
import { type Named, named } from './names.ts';

/** As many as a phone shows without tiring the thumb. */
const FACTS_A_PAGE = 5;

/** Facts that were asked for together. */
export interface Shelf {
  readonly facts: readonly Fact[];
  /** What they are about, by its name and by what it can be asked for again; absent where they are all there are. */
  readonly about?: { readonly label: string; readonly value: string };
}

/** A page of facts; a page that is not there is the nearest one that is. */
export function factPage({ facts, about }: Shelf, wanted: number, { reader }: Context): MessageBody {
  const pages = Math.max(1, Math.ceil(facts.length / FACTS_A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(wanted) || 1));
  const shown = facts.slice((page - 1) * FACTS_A_PAGE, page * FACTS_A_PAGE);
  return factListMessage({ facts: shown, page, pages, ...(about && { about }) }, reader);
}

/** Everything that can be asked about: clubs, players, topics, and the matches that have a story. */
export async function factSubjects({ facts, matches, reader }: Context): Promise<readonly NameCandidate[]> {
  const withStory = (await matches.all()).filter(facts.knows);
  return [...facts.subjects(reader.locale), ...matchNames(withStory, reader.locale)];
}

/** The facts about what a reader named. */
export async function factsAbout(typed: string, context: Context): Promise<Named<Shelf>> {
  const { facts, reader } = context;
  const { errors } = texts(reader.locale);
  const story = await factsOfMatch(typed, context);
  if (story) return { ok: true, found: story };
  const subject = named(typed, await factSubjects(context), (...unknown) => errors.unknown('subject', ...unknown));
  if (!subject.ok) return subject;
  const { value, label } = subject.found;
  const ofMatch = await factsOfMatch(value, context);
  return { ok: true, found: ofMatch ?? { facts: facts.about(value), about: { label, value } } };
}

/** A match's own facts; undefined of what is not the id of a match. A replay has its own, as far as it has got. */
async function factsOfMatch(matchId: string, { facts, reader }: Context): Promise<Shelf | undefined> {
  const story = await facts.ofMatch(matchId);
  if (!story) return undefined;
  const { label } = matchName(story.match, reader.locale);
  return { facts: story.facts, about: { label, value: matchId } };
}
