import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import {
  type Channel,
  type Guild,
  type Member,
  memberId,
  type Overwrite,
  type Role,
  type Snowflake,
  type User,
} from './model.ts';
import type { Table } from './table.ts';

/** What a world begins with, where it is not the default one. */
export interface WorldSeed {
  /** How many servers; the first is always "Curva Sandbox". */
  readonly guilds?: number;
  /** Text channels in each; the first three are #derby, #facts and #general, and unless this is said there is #quiet too. */
  readonly channelsPerGuild?: number;
  /** What the bot's own role allows, as a bit set. */
  readonly botPermissions?: bigint;
  /** Overwrites by channel id, on top of none. */
  readonly overwrites?: Readonly<Record<Snowflake, readonly Overwrite[]>>;
  /** The privileged intents the application may ask for, as a bit set; a new application has none. */
  readonly privilegedIntents?: number;
  /** Preferred language of every server. */
  readonly locale?: string;
}

/** The application's id is its bot user's too, as on Discord. */
export const APPLICATION_ID = '661720000000000001';
export const BOT_ID = APPLICATION_ID;
export const BOT_TOKEN = 'sandbox';
/** Ada owns the server, so she may do everything in it. */
export const ADMIN_ID = '661720000000000002';
export const ADMIN_TOKEN = 'user';
/** Milo is an ordinary member: no Manage Server. */
export const MEMBER_ID = '661720000000000003';
export const MEMBER_TOKEN = 'member';
export const ADMIN_DM_ID = '661720000000000004';
export const MEMBER_DM_ID = '661720000000000005';

const FIRST_GUILD = 661_730_000_000_000_000n;
const FIRST_CHANNEL = 661_900_000_000_000_000n;
const FIRST_ROLE = 662_000_000_000_000_000n;
const SEED_END = '662100000000000000';
const JOINED = '2020-01-01T00:00:00.000Z';
/** Guild ids step by a whole millisecond, so that they spread over shards as real ones do. */
const GUILD_STEP = 1n << 22n;

/** The id of the n-th server, counted from 0. */
export const guildIdAt = (guild: number): Snowflake => (FIRST_GUILD + BigInt(guild) * GUILD_STEP).toString();
/** The id of the m-th channel of the n-th server, both counted from 0, in a world of `perGuild` channels a server. */
export const channelIdAt = (guild: number, channel: number, perGuild = 3): Snowflake =>
  (FIRST_CHANNEL + BigInt(guild * perGuild + channel)).toString();

export const GUILD_ID = guildIdAt(0);
export const DERBY_ID = channelIdAt(0, 0);
export const FACTS_ID = channelIdAt(0, 1);
export const GENERAL_ID = channelIdAt(0, 2);
/** Where the bot may post and do nothing else: no threads, no pins, no pings. Only in a world of the usual channels. */
export const QUIET_ID = '661890000000000000';
/** A role a goal can ping; Milo has it, and only those who may mention everyone can mention it. */
export const ULTRAS_ROLE_ID = (FIRST_ROLE + 1n).toString();

const EVERYBODY =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.AddReactions |
  Permission.ReadMessageHistory |
  Permission.UseExternalEmojis |
  Permission.ChangeNickname |
  Permission.UseApplicationCommands;

/** What the invitation of a bot such as Tifo would ask for, beyond what everyone may do. */
export const BOT_PERMISSIONS =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.CreatePrivateThreads |
  Permission.ManageThreads |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.MentionEveryone |
  Permission.ManageEvents |
  Permission.CreateEvents |
  Permission.PinMessages;

const NAMES = ['derby', 'facts', 'general'];
/** What the bot cannot do in #quiet. */
const NOT_IN_QUIET =
  Permission.CreatePublicThreads |
  Permission.CreatePrivateThreads |
  Permission.SendMessagesInThreads |
  Permission.ManageThreads |
  Permission.PinMessages |
  Permission.MentionEveryone |
  Permission.AttachFiles;

export interface SeedTables {
  readonly users: Table<User>;
  readonly guilds: Table<Guild>;
  readonly roles: Table<Role>;
  readonly members: Table<Member>;
  readonly channels: Table<Channel>;
}

/** Fills the tables with the beginning of the world. The same seed always gives the same ids. */
export function plantSeed(seed: WorldSeed, tables: SeedTables) {
  const locale = seed.locale ?? 'en-US';
  const person = (id: Snowflake, username: string, global_name: string | null, token: string, bot = false) =>
    tables.users.begin({ id, username, global_name, token, bot, locale: 'en-US' });
  person(BOT_ID, 'Tifo', null, BOT_TOKEN, true);
  person(ADMIN_ID, 'ada', 'Ada', ADMIN_TOKEN);
  person(MEMBER_ID, 'milo', 'Milo', MEMBER_TOKEN);
  const dm = (id: Snowflake, recipient_id: Snowflake) =>
    tables.channels.begin({ id, type: 1, name: '', position: 0, permission_overwrites: [], recipient_id });
  dm(ADMIN_DM_ID, ADMIN_ID);
  dm(MEMBER_DM_ID, MEMBER_ID);

  const perGuild = seed.channelsPerGuild ?? 3;
  for (let guild = 0; guild < (seed.guilds ?? 1); guild += 1) {
    const guild_id = guildIdAt(guild);
    const name = guild === 0 ? 'Curva Sandbox' : `Curva ${guild + 1}`;
    tables.guilds.begin({ id: guild_id, name, owner_id: ADMIN_ID, preferred_locale: locale });
    const role = (id: Snowflake, name: string, permissions: bigint, position: number, managed = false) =>
      tables.roles.begin({
        id,
        guild_id,
        name,
        permissions: permissions.toString(),
        position,
        color: 0,
        mentionable: false,
        managed,
      });
    const [botRole, ultras] = [0, 1].map((nth) => (FIRST_ROLE + BigInt(guild * 2 + nth)).toString()) as [
      string,
      string,
    ];
    role(guild_id, '@everyone', EVERYBODY, 0);
    role(ultras, 'Ultras', 0n, 1);
    role(botRole, 'Tifo', seed.botPermissions ?? BOT_PERMISSIONS, 2, true);
    const member = (user_id: Snowflake, roles: readonly Snowflake[]) =>
      tables.members.begin({ id: memberId(guild_id, user_id), guild_id, user_id, roles, joined_at: JOINED });
    member(BOT_ID, [botRole]);
    member(ADMIN_ID, []);
    member(MEMBER_ID, [ultras]);
    for (let channel = 0; channel < perGuild; channel += 1) {
      const id = channelIdAt(guild, channel, perGuild);
      tables.channels.begin({
        id,
        type: 0,
        guild_id,
        name: NAMES[channel] ?? `channel-${channel + 1}`,
        position: channel,
        permission_overwrites: seed.overwrites?.[id] ?? NO_OVERWRITES,
      });
    }
  }
  if (seed.channelsPerGuild === undefined && (seed.guilds ?? 1) > 0)
    tables.channels.begin({
      id: QUIET_ID,
      type: 0,
      guild_id: GUILD_ID,
      name: 'quiet',
      topic: 'Here Tifo may post, and nothing else.',
      position: perGuild,
      permission_overwrites: seed.overwrites?.[QUIET_ID] ?? [
        { id: BOT_ID, type: 1, allow: '0', deny: NOT_IN_QUIET.toString() },
      ],
    });
  return { applicationId: APPLICATION_ID, privilegedIntents: seed.privilegedIntents ?? 0, lastId: SEED_END };
}

const NO_OVERWRITES: readonly Overwrite[] = [];
