import { canView, isThread } from '../permission.ts';
import type { Guild, User } from '../state/model.ts';
import { memberOf, type World } from '../state/world.ts';
import { channelJson } from './channel-json.ts';
import { memberJson, roleJson } from './user-json.ts';

/** A server as `GET /guilds/{id}` tells it. */
export const guildCore = (world: World, { id, name, owner_id, preferred_locale }: Guild) => ({
  id,
  name,
  owner_id,
  preferred_locale,
  icon: null,
  description: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  home_header: null,
  features: [],
  roles: [...world.roles.in(id).values()].map((role) => roleJson(world, role)),
  emojis: [],
  stickers: [],
  region: 'rotterdam',
  afk_channel_id: null,
  afk_timeout: 300,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 1,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  nsfw: false,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  vanity_url_code: null,
  max_members: 500_000,
  max_presences: null,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
});

/** A server as GUILD_CREATE tells it: what `viewer` sees of its channels, and its members, few as they are. */
export function guildJson(world: World, guild: Guild, viewer: User) {
  const channels = [...world.channels.in(guild.id).values()];
  const seen = viewer.bot ? channels : channels.filter((channel) => canView(world, channel, viewer.id));
  const own = memberOf(world, guild.id, viewer.id);
  return {
    ...guildCore(world, guild),
    joined_at: own?.joined_at ?? new Date(0).toISOString(),
    large: false,
    unavailable: false,
    member_count: world.members.in(guild.id).size,
    members: [...world.members.in(guild.id).values()].map((member) => memberJson(world, member)),
    channels: seen.filter((channel) => !isThread(channel)).map((channel) => channelJson(world, channel, viewer)),
    threads: seen
      .filter((channel) => channel.thread?.archived === false && canView(world, channel, viewer.id))
      .map((channel) => channelJson(world, channel, viewer)),
    guild_scheduled_events: [...world.events.in(guild.id).values()],
    voice_states: [],
    presences: [],
    stage_instances: [],
    soundboard_sounds: [],
  };
}
