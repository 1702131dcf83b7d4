import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { NameCandidate } from '../src/match/name-search.ts';
import { plain } from '../src/messages/escape.ts';
import type { Followed } from '../src/messages/texts/service-texts.ts';
import { texts } from '../src/messages/texts.ts';
import type { FollowTarget } from '../src/subscriptions/subscription.ts';
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

/** A target with what people call it. */
export interface NamedTarget {
  readonly target: FollowTarget;
  readonly what: Followed;
}

/** The targets that a reader named, all of them or none. */
export async function namedTargets(
  context: Context,
  typed: Readonly<Partial<Record<Kind, string>>>,
): Promise<Named<readonly NamedTarget[]>> {
  const { errors } = texts(context.reader.locale);
  const targets: NamedTarget[] = [];
  for (const kind of KINDS) {
    const text = typed[kind];
    if (text === undefined) continue;
    const name = named(text, await targetNames(kind, context), (...unknown) => errors.unknown(kind, ...unknown));
    if (!name.ok) return name;
    targets.push({ target: { kind, id: name.found.value }, what: { kind, label: plain(name.found.label) } });
  }
  return targets.length > 0 ? { ok: true, found: targets } : { ok: false, problem: errors.nothingNamed };
}

/** All there is to follow of a kind: what the matches that are known are played by and in. */
export async function targetNames(
  kind: Kind,
  { matches, clubs, reader }: Pick<Context, 'matches' | 'clubs' | 'reader'>,
): Promise<readonly NameCandidate[]> {
  const known = await matches.all();
  switch (kind) {
    case 'match':
      return matchNames(known, reader.locale);
    case 'competition':
      return distinct(known.map(({ competition }) => ({ value: competition.id, label: competition.name })));
    case 'club': {
      const playing = known.flatMap(({ home, away }) => [home, away]);
      return distinct(
        playing.map(({ id, name }) => clubs.find(({ value }) => value === id) ?? { value: id, label: name }),
      );
    }
  }
}

function distinct(names: readonly NameCandidate[]): readonly NameCandidate[] {
  return [...new Map(names.map((name) => [name.value, name])).values()];
}
