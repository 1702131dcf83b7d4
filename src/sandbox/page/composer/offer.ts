import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { type Composer, currentOption } from './composer.ts';
import { fitting, type Invocation, type Option, plain } from './invocation.ts';
import type { Value } from './value.ts';

/** One line of the list above the composer. */
export type Offer =
  | { readonly kind: 'use'; readonly use: Invocation }
  | { readonly kind: 'option'; readonly option: Option }
  | { readonly kind: 'value'; readonly label: string; readonly value: Value };

export interface YesAndNo {
  readonly yes: string;
  readonly no: string;
}

/** Discord shows no more than this many. */
const MOST = 25;

/** What can be picked where the caret stands; empty where there is only to type. */
export function offersFor(state: State, words: YesAndNo): readonly Offer[] {
  const { composer } = state;
  if (composer.isShut) return [];
  if (!composer.use) return commandOffers(state);
  const current = currentOption(composer);
  if (current) return valueOffers(state, current.option, current.text, words).slice(0, MOST);
  return optionOffers(composer, composer.use);
}

/** Which of them the keys stand on; -1 is none, so that Enter sends. */
export function activeOffer(composer: Composer, offers: readonly Offer[]): number {
  const isTail = composer.use !== undefined && currentOption(composer) === undefined;
  const first = isTail && composer.text === '' ? -1 : 0;
  return Math.min(composer.active ?? first, offers.length - 1);
}

function commandOffers({ composer: { text }, invocations }: State): readonly Offer[] {
  if (!text.startsWith('/')) return [];
  return fitting(invocations, text.slice(1)).map((use) => ({ kind: 'use', use }));
}

function optionOffers({ filled, text }: Composer, use: Invocation): readonly Offer[] {
  return use.options
    .filter(({ name }) => !filled.some(({ option }) => option.name === name))
    .filter(({ label }) => plain(label).startsWith(plain(text)))
    .map((option) => ({ kind: 'option', option }));
}

function valueOffers(state: State, option: Option, text: string, words: YesAndNo): readonly Offer[] {
  if (option.autocomplete) {
    const choices = state.composer.completing?.choices;
    return Array.isArray(choices) ? choices.map(({ name, value }) => ({ kind: 'value', label: name, value })) : [];
  }
  const known = knownValues(state, option, words);
  return known.filter((offer) => offer.kind === 'value' && plain(offer.label).includes(plain(text)));
}

function knownValues(state: State, option: Option, { yes, no }: YesAndNo): readonly Offer[] {
  const value = (label: string, value: Value): Offer => ({ kind: 'value', label, value });
  const users = () => [...state.users.values()].map((user) => value(`@${user.global_name ?? user.username}`, user.id));
  const roles = () =>
    [...state.roles.values()].filter(({ name }) => name !== '@everyone').map(({ id, name }) => value(`@${name}`, id));
  switch (option.type) {
    case Kind.Boolean:
      return [value(yes, true), value(no, false)];
    case Kind.User:
      return users();
    case Kind.Role:
      return roles();
    case Kind.Mentionable:
      return [...users(), ...roles()];
    case Kind.Channel:
      return [...state.channels.values()]
        .filter(
          ({ type, guild_id }) => guild_id && (option.channelTypes.length === 0 || option.channelTypes.includes(type)),
        )
        .map(({ id, name }) => value(`#${name}`, id));
    default:
      return option.choices.map((choice) => value(choice.name, choice.value));
  }
}
