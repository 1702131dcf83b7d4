import { fault, notAChoice } from '../form.ts';
import type { Control } from '../messages/component.ts';
import { demand } from '../problem.ts';
import type { Channel } from '../state/model.ts';
import type { World } from '../state/world.ts';

/** What a person chose in a select menu, if the menu offers it and it is neither too little nor too much. */
export function chosen(
  world: World,
  channel: Channel,
  menu: Control,
  values: unknown,
  at: readonly string[],
): string[] {
  const said = Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
  const [min, max] = [Number(menu['min_values'] ?? 1), Number(menu['max_values'] ?? 1)];
  if (said.length < min || said.length > max || new Set(said).size !== said.length)
    demand([fault(at, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)]);
  const offers = Array.isArray(menu['options'])
    ? menu['options'].map(({ value }: { value?: unknown }) => value)
    : undefined;
  const wrong = said.filter((value) =>
    offers === undefined ? !exists(world, channel, menu.type, value) : !offers.includes(value),
  );
  if (wrong.length > 0) demand([notAChoice(at, offers ?? ['what is in this server'])]);
  return said;
}

/** 5 users, 6 roles, 7 either, 8 channels. */
function exists(world: World, channel: Channel, type: number, id: string): boolean {
  const isUser = world.users.get(id) !== undefined;
  const isRole = world.roles.get(id)?.guild_id === channel.guild_id && channel.guild_id !== undefined;
  const isChannel = world.channels.get(id)?.guild_id === channel.guild_id && channel.guild_id !== undefined;
  if (type === 5) return isUser;
  if (type === 6) return isRole;
  return type === 7 ? isUser || isRole : isChannel;
}
