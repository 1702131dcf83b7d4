import { dmJson } from '../guilds/channel-json.ts';
import { guildJson } from '../guilds/guild-json.ts';
import { userJson } from '../guilds/user-json.ts';
import { shardOf } from '../snowflake.ts';
import type { Guild } from '../state/model.ts';
import { DIRECT, memberOf, type World } from '../state/world.ts';
import { Intent } from './event.ts';
import { type Session, tell } from './session.ts';

/** GUILD_CREATE is sent in handfuls, so that requests are answered between them. */
const HANDFUL = 50;

/** What a client is told first: READY, and to a bot that wants to know its servers one GUILD_CREATE each. */
export function greet(world: World, session: Session, address: string): void {
  const { user } = session;
  const guilds = guildsOf(world, session);
  const dms = [...world.channels.in(DIRECT).values()].filter(({ recipient_id }) => recipient_id === user.id);
  tell(session, 'READY', {
    v: 10,
    user: { ...userJson(user), verified: true, email: null, mfa_enabled: false, flags: 0 },
    session_id: session.id,
    resume_gateway_url: address,
    session_type: 'normal',
    shard: session.shard,
    application: user.bot ? { id: world.applicationId, flags: 0 } : undefined,
    guilds: user.bot
      ? guilds.map(({ id }) => ({ id, unavailable: true }))
      : guilds.map((guild) => guildJson(world, guild, user)),
    private_channels: user.bot ? [] : dms.map((dm) => dmJson(world, dm, user)),
    user_settings: user.bot ? {} : { locale: user.locale },
    relationships: [],
    presences: [],
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    _trace: ['sandbox'],
  });
  if (!user.bot || ((session.intents ?? 0) & Intent.Guilds) === 0) return;
  const next = (from: number) => {
    for (const guild of guilds.slice(from, from + HANDFUL))
      tell(session, 'GUILD_CREATE', guildJson(world, guild, user));
    if (from + HANDFUL < guilds.length) setImmediate(next, from + HANDFUL);
  };
  next(0);
}

function guildsOf(world: World, { user, shard: [id, count] }: Session): Guild[] {
  return [...world.guilds.values()].filter(
    (guild) => memberOf(world, guild.id, user.id) !== undefined && (!user.bot || shardOf(guild.id, count) === id),
  );
}
