import * as z from 'zod/mini';
import { form } from '../form.ts';
import { Intent } from '../gateway/event.ts';
import type { Discord } from '../http/call.ts';
import { refusal } from '../problem.ts';
import type { Guild } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { channelJson } from './channel-json.ts';
import { guildJson } from './guild-json.ts';

const Wish = z.object({
  count: z.int().check(z.gte(1), z.lte(50_000)),
  guild_id: z.optional(z.string()),
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(90))),
});

export interface Planted {
  readonly guild_id: string;
  readonly ids: readonly string[];
}

/**
 * Puts many text channels into a server at once, more than Discord would let anyone have in one: for a fan-out as wide as a
 * large bot's. A bot is told of each, a person's client of all of them in one piece.
 */
export function plantChannels({ world, gateway }: Pick<Discord, 'world' | 'gateway'>, body: unknown): Planted {
  const { count, guild_id, name = 'channel' } = form(Wish, body);
  const guild = guild_id === undefined ? firstGuild(world) : world.guilds.get(guild_id);
  if (guild === undefined) throw refusal('unknownGuild');
  const before = world.channels.in(guild.id).size;
  const planted = Array.from({ length: count }, (_, index) =>
    world.channels.put({
      id: world.nextId(),
      type: 0,
      guild_id: guild.id,
      name: `${name}-${before + index + 1}`,
      position: before + index,
      permission_overwrites: [],
    }),
  );
  for (const channel of planted)
    gateway.publish({
      t: 'CHANNEL_CREATE',
      intent: Intent.Guilds,
      guildId: guild.id,
      channel,
      data: (viewer) => (viewer.bot ? channelJson(world, channel, viewer) : undefined),
    });
  gateway.publish({
    t: 'GUILD_CREATE',
    intent: Intent.Guilds,
    guildId: guild.id,
    data: (viewer) => (viewer.bot ? undefined : guildJson(world, guild, viewer)),
  });
  return { guild_id: guild.id, ids: planted.map(({ id }) => id) };
}

function firstGuild(world: World): Guild | undefined {
  const [first] = world.guilds.values();
  return first;
}
