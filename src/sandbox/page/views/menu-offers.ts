import { type APISelectMenuComponent, ComponentType as Kind } from 'discord-api-types/v10';
import type { State } from '../state/state.ts';

export interface MenuOffer {
  readonly value: string;
  readonly label: string;
  /** What to know of it before it is chosen. */
  readonly description?: string;
  readonly isChosen: boolean;
}

/** What a select menu offers: its own options, or who and what there is in the server. */
export function offeredIn({ users, roles, channels }: State, menu: APISelectMenuComponent): readonly MenuOffer[] {
  const people = () =>
    [...users.values()].map(({ id, global_name, username }) => offer(id, `@${global_name ?? username}`));
  const groups = () => [...roles.values()].map(({ id, name }) => offer(id, `@${name}`));
  switch (menu.type) {
    case Kind.StringSelect:
      return menu.options.map(({ value, label, description, emoji, default: isChosen = false }) => ({
        value,
        label: [emoji?.name, label].filter(Boolean).join(' '),
        ...(description && { description }),
        isChosen,
      }));
    case Kind.UserSelect:
      return people();
    case Kind.RoleSelect:
      return groups();
    case Kind.MentionableSelect:
      return [...people(), ...groups()];
    case Kind.ChannelSelect:
      return [...channels.values()]
        .filter(({ type, guild_id }) => guild_id && (menu.channel_types ?? [type]).includes(type))
        .map(({ id, name }) => offer(id, `#${name}`));
  }
}

const offer = (value: string, label: string): MenuOffer => ({ value, label, isChosen: false });
