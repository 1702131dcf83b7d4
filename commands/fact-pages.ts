import type { Fact } from '../src/facts/fact.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import { factListMessage } from '../src/messages/fact-list-message.ts';
import type { MessageBody } from '../src/messages/message.ts';
import { texts } from '../src/messages/texts.ts';
import type { Context } from './context.ts';
import { matchNames } from './match-names.ts';
import { type Named, named } from './names.ts';

/** As many as a phone shows without tiring the thumb. */
const FACTS_A_PAGE = 5;

/** A page of facts, of those about something or of all; a page that is not there is the nearest one that is. */
export function factPage(facts: readonly Fact[], wanted: number, { reader }: Context, about?: string): MessageBody {
  const pages = Math.max(1, Math.ceil(facts.length / FACTS_A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(wanted) || 1));
  const shown = facts.slice((page - 1) * FACTS_A_PAGE, page * FACTS_A_PAGE);
  return factListMessage({ facts: shown, page, pages, ...(about !== undefined && { about }) }, reader);
}

/** Everything that can be asked about: clubs, players, topics, and the matches that have a story. */
export async function factSubjects({ facts, matches, reader }: Context): Promise<readonly NameCandidate[]> {
  const withStory = (await matches.all()).filter(({ id }) => facts.ofMatch(id).length > 0);
  return [...facts.subjects(reader.locale), ...matchNames(withStory, reader.locale)];
}

/** The facts about what a reader named, and its name. */
export async function factsAbout(
  typed: string,
  context: Context,
): Promise<Named<{ readonly label: string; readonly facts: readonly Fact[] }>> {
  const { facts, reader } = context;
  const { errors } = texts(reader.locale);
  const subject = named(typed, await factSubjects(context), (...unknown) => errors.unknown('subject', ...unknown));
  if (!subject.ok) return subject;
  const { value, label } = subject.found;
  return { ok: true, found: { label, facts: [...facts.about(value), ...facts.ofMatch(value)] } };
}
