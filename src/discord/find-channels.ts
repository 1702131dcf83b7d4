import { type Client, Routes } from 'discord.js';
import { z } from 'zod';

const named = z.array(z.object({ id: z.string(), name: z.string() }));

export interface NamedChannel {
  readonly guildId: string;
  readonly channelId: string;
  readonly name: string;
}

/** The channels of every server the bot is in, asked for once and kept nowhere. */
export async function findChannels(client: Client): Promise<readonly NamedChannel[]> {
  const channels: NamedChannel[] = [];
  for (const guild of named.parse(await client.rest.get(Routes.userGuilds()))) {
    const inGuild = named.parse(await client.rest.get(Routes.guildChannels(guild.id)));
    channels.push(...inGuild.map(({ id, name }) => ({ guildId: guild.id, channelId: id, name })));
  }
  return channels;
}
