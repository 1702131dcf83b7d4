import * as z from 'zod/mini';
import { LOCALES } from '../commands/locale.ts';
import { form } from '../form.ts';
import { GUILDS_PER_SHARD } from '../gateway/identify.ts';
import { type Answer, type Call, type Discord, ok, param } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { demandInGuild, guildPermissions } from '../permission.ts';
import { refusal } from '../problem.ts';
import { DIRECT, memberOf } from '../state/world.ts';
import { dmJson } from './channel-json.ts';
import { guildCore } from './guild-json.ts';
import { guildPart, memberJson, roleJson, userJson } from './user-json.ts';

export const guildRoutes: readonly Route[] = [
  route('GET', '/gateway', (call) => ok({ url: call.gateway.address() }), { by: 'token' }),
  route('GET', '/gateway/bot', gatewayForBot, { by: 'bot', limit: [20, 5_000] }),
  route('GET', '/applications/@me', (call) => ok(application(call)), { by: 'bot' }),
  route('GET', '/oauth2/applications/@me', (call) => ok(application(call)), { by: 'bot' }),
  route('GET', '/users/@me', (call) =>
    ok({ ...userJson(call.caller), locale: call.caller.locale, verified: true, mfa_enabled: false, flags: 0 }),
  ),
  route('PATCH', '/users/@me/settings', patchSettings, { by: 'person' }),
  route('GET', '/users/@me/guilds', ownGuilds),
  route('GET', '/users/@me/channels', ownDms, { by: 'person' }),
  route('POST', '/users/@me/channels', openDm),
  route('GET', '/users/{user_id}', user),
  route('GET', '/guilds/{guild_id}', guild),
  route('GET', '/guilds/{guild_id}/roles', (call) => ok(roles(call))),
  route('GET', '/guilds/{guild_id}/members/{user_id}', member),
  route('GET', '/users/@me/guilds/{guild_id}/member', member),
];

/** Discord recommends a shard for every thousand servers, once one is not enough. */
function gatewayForBot({ gateway, world }: Call): Answer {
  const shards = world.guilds.size <= GUILDS_PER_SHARD ? 1 : Math.ceil(world.guilds.size / 1_000);
  const session_start_limit = { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 16 };
  return ok({ url: gateway.address(), shards, session_start_limit });
}

function application({ world, caller }: Call) {
  return {
    id: world.applicationId,
    name: caller.username,
    icon: null,
    description: 'The application of the sandbox.',
    bot_public: true,
    bot_require_code_grant: false,
    bot: userJson(caller),
    verify_key: '0'.repeat(64),
    flags: 0,
    team: null,
    approximate_guild_count: world.guilds.size,
  };
}

const Settings = z.object({ locale: z.optional(z.enum(LOCALES)) });

function patchSettings(call: Call): Answer {
  const { locale } = form(Settings, call.body);
  const changed = locale === undefined ? call.caller : call.world.users.put({ ...call.caller, locale });
  return ok({ locale: changed.locale });
}

function ownGuilds(call: Call): Answer {
  const { world, caller, query } = call;
  const limit = Math.min(200, Number(query.get('limit') ?? 200) || 200);
  const after = query.get('after') ?? '0';
  const own = [...world.guilds.values()].filter(
    ({ id }) => memberOf(world, id, caller.id) !== undefined && BigInt(id) > BigInt(/^\d+$/.test(after) ? after : 0),
  );
  return ok(
    own.slice(0, limit).map((each) => ({
      ...guildPart(each),
      owner: each.owner_id === caller.id,
      permissions: guildPermissions(world, each.id, caller.id).toString(),
      ...(query.get('with_counts') === 'true' ? counts(call, each.id) : {}),
    })),
  );
}

const counts = ({ world }: Discord, guildId: string) => ({
  approximate_member_count: world.members.in(guildId).size,
  approximate_presence_count: world.members.in(guildId).size,
});

function ownDms({ world, caller }: Call): Answer {
  const own = [...world.channels.in(DIRECT).values()].filter(({ recipient_id }) => recipient_id === caller.id);
  return ok(own.map((channel) => dmJson(world, channel, caller)));
}

const Recipient = z.object({ recipient_id: z.string() });

/** Direct messages run between a person and the bot; whoever asks first opens them. */
function openDm(call: Call): Answer {
  const { world, caller } = call;
  const { recipient_id } = form(Recipient, call.body);
  const other = world.users.get(recipient_id);
  if (other === undefined) throw refusal('unknownUser');
  if (other.bot === caller.bot) throw refusal('cannotMessageUser');
  const person = other.bot ? caller : other;
  const known = [...world.channels.in(DIRECT).values()].find((channel) => channel.recipient_id === person.id);
  if (known === undefined) throw refusal('cannotMessageUser');
  return ok(dmJson(world, known, caller));
}

function user(call: Call): Answer {
  const found = call.world.users.get(param(call, 'user_id'));
  if (found === undefined) throw refusal('unknownUser');
  return ok(userJson(found));
}

function guild(call: Call): Answer {
  const id = param(call, 'guild_id');
  demandInGuild(call.world, id, call.caller);
  const found = call.world.guilds.get(id);
  if (found === undefined) throw refusal('unknownGuild');
  return ok({ ...guildCore(call.world, found), ...(call.query.get('with_counts') === 'true' ? counts(call, id) : {}) });
}

function roles(call: Call) {
  const id = param(call, 'guild_id');
  demandInGuild(call.world, id, call.caller);
  return [...call.world.roles.in(id).values()].map((role) => roleJson(call.world, role));
}

function member(call: Call): Answer {
  const id = param(call, 'guild_id');
  demandInGuild(call.world, id, call.caller);
  const asked = call.params['user_id'] ?? '@me';
  const found = memberOf(call.world, id, asked === '@me' ? call.caller.id : asked);
  if (found === undefined) throw refusal('unknownMember');
  return ok(memberJson(call.world, found));
}
