import type { LocalizationMap } from 'discord-api-types/v10';
import type { MatchState } from '../src/match/state.ts';
import { texts } from '../src/messages/texts.ts';
import { type Answer, refuse, type Wish } from './answer.ts';
import { EVERYWHERE } from './availability.ts';
import { type AnyCommand, command } from './command.ts';
import { MATCH_OPTION, PRIVATE_OPTION } from './common-options.ts';
import type { Context } from './context.ts';
import { matchNames } from './match-names.ts';
import { choicesFor, type Named, named } from './names.ts';
import type { Payload } from './options.ts';

export interface MatchCommand {
  readonly name: string;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
  show(state: MatchState, context: Context, wish: Wish): Answer | Promise<Answer>;
  /** What a button shows whose id goes on after the match's. */
  reveal?(matchId: string, argument: readonly string[], context: Context): Promise<Answer>;
}

/** A command that shows one side of a match: of the one named, or of the one that matters now. Its buttons do the same. */
export function matchCommand({ show, reveal, ...words }: MatchCommand): AnyCommand {
  const data = { ...words, ...EVERYWHERE, options: [MATCH_OPTION, PRIVATE_OPTION] } satisfies Payload;

  return command({
    data,

    async run(context, { match, ...wish }) {
      const chosen = await chooseMatch(match, context);
      if (!chosen.ok) return refuse(chosen.problem);
      const state = await context.matches.state(chosen.found);
      return state ? show(state, context, wish) : refuse(texts(context.reader.locale).errors.feedSilent);
    },

    async complete({ matches, reader }, { typed }) {
      return choicesFor(typed, matchNames(await matches.all(), reader.locale));
    },

    async press(context, matchId = '', ...argument) {
      if (reveal && argument.length > 0) return reveal(matchId, argument, context);
      const { errors } = texts(context.reader.locale);
      // A match that is replayed has a state, though it is not among the matches that are known.
      const state = await context.matches.state(matchId);
      if (state) return show(state, context, { private: true });
      const known = (await context.matches.all()).some(({ id }) => id === matchId);
      return refuse(known ? errors.feedSilent : errors.buttonTooOld);
    },
  });
}

/** The id of the match that a reader named, or of the one that matters now. */
async function chooseMatch(typed: string | undefined, { matches, place, reader }: Context): Promise<Named<string>> {
  const { errors } = texts(reader.locale);
  if (typed === undefined) {
    const current = await matches.current(place.server?.id);
    return current ? { ok: true, found: current.id } : { ok: false, problem: errors.noMatchYet };
  }
  const name = named(typed, matchNames(await matches.all(), reader.locale), (...unknown) =>
    errors.unknown('match', ...unknown),
  );
  return name.ok ? { ok: true, found: name.found.value } : name;
}
