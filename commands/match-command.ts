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
}

/** A command that shows one side of a match: of the one named, or of the one that matters now. Its buttons do the same. */
export function matchCommand({ show, ...words }: MatchCommand): AnyCommand {
  const data = { ...words, ...EVERYWHERE, options: [MATCH_OPTION, PRIVATE_OPTION] } satisfies Payload;

  async function showMatch(matchId: string, context: Context, wish: Wish): Promise<Answer> {
    const state = await context.matches.state(matchId);
    return state ? show(state, context, wish) : refuse(texts(context.reader.locale).errors.feedSilent);
  }

  return command({
    data,

    async run(context, { match, ...wish }) {
      const chosen = await chooseMatch(match, context);
      return chosen.ok ? showMatch(chosen.found, context, wish) : refuse(chosen.problem);
    },

    async complete({ matches, reader }, { typed }) {
      return choicesFor(typed, matchNames(await matches.all(), reader.locale));
    },

    async press(context, matchId = '') {
      const { errors } = texts(context.reader.locale);
      const known = (await context.matches.all()).some(({ id }) => id === matchId);
      return known ? showMatch(matchId, context, { private: true }) : refuse(errors.buttonTooOld);
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
