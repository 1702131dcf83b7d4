import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { canView } from '../permission.ts';
import { shardOf } from '../snowflake.ts';
import type { Channel, User } from '../state/model.ts';
import { memberOf, type World } from '../state/world.ts';

export { Intent };

/** Something that happened, for those it concerns; `data` is made once for each of them, for what one sees another may not. */
export interface GatewayEvent {
  readonly t: string;
  readonly data: (viewer: User) => unknown;
  /** What a bot must have asked for; a person's client is told all it may see. */
  readonly intent?: number;
  readonly guildId?: string | undefined;
  /** Only those who can see this channel are told. */
  readonly channel?: Channel;
  /** Only these users are told. */
  readonly to?: readonly string[];
}

export interface Listener {
  readonly user: User;
  /** undefined for people. */
  readonly intents: number | undefined;
  readonly shard: readonly [id: number, count: number];
}

/** The intent that covers what is said in a channel. */
export const messageIntent = (channel: Channel): number =>
  channel.guild_id === undefined ? Intent.DirectMessages : Intent.GuildMessages;

export function concerns(world: World, event: GatewayEvent, { user, intents, shard: [id, count] }: Listener): boolean {
  if (event.to !== undefined && !event.to.includes(user.id)) return false;
  if (user.bot) {
    const home = event.guildId === undefined ? 0 : shardOf(event.guildId, count);
    if (home !== id) return false;
    if (event.intent !== undefined && ((intents ?? 0) & event.intent) === 0) return false;
  }
  if (event.channel !== undefined) return canView(world, event.channel, user.id);
  return event.guildId === undefined || memberOf(world, event.guildId, user.id) !== undefined;
}
