import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { isReplay } from '../src/match/match.ts';
import type { NameCandidate } from '../src/match/name-search.ts';
import { texts } from '../src/messages/texts.ts';
import type { FollowTarget, Subscription } from '../src/subscriptions/subscription.ts';
import type { Context } from './context.ts';
import { matchNames } from './match-names.ts';
import { type Named, named } from './names.ts';

type Kind = FollowTarget['kind'];

const KINDS: readonly Kind[] = ['club', 'competition', 'match'];

/** The options in which a reader names what is to be followed: one, or several at once. */
export const TARGET_OPTIONS = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'club',
    name_localizations: { it: 'squadra' },
    description: 'A club: all its matches',
    description_localizations: { it: 'Una squadra: tutte le sue partite' },
    autocomplete: true,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'competition',
    name_localizations: { it: 'torneo' },
    description: 'A competition: all its matches',
    description_localizations: { it: 'Un torneo: tutte le sue partite' },
    autocomplete: true,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'match',
    name_localizations: { it: 'partita' },
    description: 'One match',
    description_localizations: { it: 'Una sola partita' },
    autocomplete: true,
  },
] as const satisfies APIApplicationCommandStringOption[];

/** What is asked for what there is to follow. */
type TargetContext = Pick<Context, 'matches' | 'clubs' | 'follows' | 'reader'>;

/** A target with what people call it. */
export interface NamedTarget {
  readonly target: FollowTarget;
  readonly name: string;
}

/** The targets that a reader named, all of them or none; `more` can be named besides what is known. */
export async function namedTargets(
  context: Context,
  typed: Readonly<Partial<Record<Kind, string>>>,
  more: readonly NamedTarget[] = [],
): Promise<Named<readonly NamedTarget[]>> {
  const { errors } = texts(context.reader.locale);
  const targets: NamedTarget[] = [];
  for (const kind of KINDS) {
    const text = typed[kind];
    if (text === undefined) continue;
    const ours = more.flatMap(({ target, name }) => (target.kind === kind ? [{ value: target.id, label: name }] : []));
    const names = distinct([...ours, ...(await targetNames(kind, context))]);
    const name = named(text, names, (...unknown) => errors.unknown(kind, ...unknown));
    if (!name.ok) return name;
    targets.push({ target: { kind, id: name.found.value }, name: name.found.label });
  }
  return targets.length > 0 ? { ok: true, found: targets } : { ok: false, problem: errors.nothingNamed };
}

/** All there is to follow of a kind: what the matches that are known are played by and in, then all else that is known. */
export async function targetNames(
  kind: Kind,
  { matches, clubs, follows, reader }: TargetContext,
): Promise<readonly NameCandidate[]> {
  const known = await matches.all();
  switch (kind) {
    case 'match':
      return matchNames(known, reader.locale);
    case 'competition':
      return distinct([
        ...known.map(({ competition }) => ({ value: competition.id, label: competition.name })),
        ...follows.known().competitions,
      ]);
    case 'club': {
      const playing = known.flatMap(({ home, away }) => [home, away]);
      return distinct([
        ...playing.map(({ id, name }) => clubs.find(({ value }) => value === id) ?? { value: id, label: name }),
        ...follows.known().clubs,
      ]);
    }
  }
}

/** What a server follows. A replay is its reader's own business, though it is a subscription too. */
export async function followedInServer({
  follows,
  place,
}: Pick<Context, 'follows' | 'place'>): Promise<readonly Subscription[]> {
  const subscriptions = place.server ? await follows.inGuild(place.server.id) : [];
  return subscriptions.filter(({ target }) => !isReplay(target.id));
}

/** What people call a target; its id where it is known no more. */
export async function targetName({ kind, id }: FollowTarget, context: TargetContext) {
  return (await targetNames(kind, context)).find(({ value }) => value === id)?.label ?? id;
}

/** The targets in a custom id, a kind and an id each. */
export function targetsOfComponent(argument: readonly string[]): readonly FollowTarget[] {
  const [word, id, ...rest] = argument;
  const kind = KINDS.find((known) => known === word);
  return kind && id !== undefined ? [{ kind, id }, ...targetsOfComponent(rest)] : [];
}

function distinct(names: readonly NameCandidate[]): readonly NameCandidate[] {
  return [...new Map(names.map((name) => [name.value, name])).values()];
}
