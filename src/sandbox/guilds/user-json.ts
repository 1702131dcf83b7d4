import type { Guild, Member, Role, User } from '../state/model.ts';
import type { World } from '../state/world.ts';

/** A user as anyone sees him. */
export const userJson = ({ id, username, global_name, bot }: User) => ({
  id,
  username,
  global_name,
  discriminator: bot ? '0001' : '0',
  avatar: null,
  avatar_decoration_data: null,
  public_flags: 0,
  ...(bot ? { bot: true } : {}),
});

/** A member without the user he is, as messages carry him. */
export const memberPart = ({ roles, joined_at }: Member) => ({
  roles,
  joined_at,
  nick: null,
  avatar: null,
  banner: null,
  premium_since: null,
  communication_disabled_until: null,
  pending: false,
  deaf: false,
  mute: false,
  flags: 0,
});

export function memberJson(world: World, member: Member) {
  const user = world.users.get(member.user_id);
  return { ...memberPart(member), ...(user ? { user: userJson(user) } : {}) };
}

export const roleJson = (world: World, { guild_id, ...role }: Role) => ({
  ...role,
  colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
  ...(role.managed ? { tags: { bot_id: world.applicationId } } : {}),
});

/** A server as a list of servers tells it. */
export const guildPart = ({ id, name }: Guild) => ({ id, name, icon: null, banner: null, features: [] });
