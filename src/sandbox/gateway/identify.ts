import * as z from 'zod/mini';
import type { User } from '../state/model.ts';
import type { World } from '../state/world.ts';
import { Intent, type Listener } from './event.ts';

/** Why Discord closes a gateway connection. */
export const CLOSE = {
  unknownError: [4000, 'Unknown error.'],
  unknownOpcode: [4001, 'Unknown opcode.'],
  decode: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSequence: [4007, 'Invalid seq.'],
  rateLimited: [4008, 'Rate limited.'],
  sessionTimedOut: [4009, 'Session timed out.'],
  invalidShard: [4010, 'Invalid shard.'],
  shardingRequired: [4011, 'Sharding required.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;
export type Close = readonly [code: number, reason: string];

/** Above this many servers a shard, Discord asks for more shards. */
export const GUILDS_PER_SHARD = 2_500;
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const KNOWN = Object.values(Intent).reduce<number>((all, bit) => (typeof bit === 'number' ? all | bit : all), 0);

const Identify = z.object({
  token: z.string(),
  intents: z.optional(z.number()),
  shard: z.optional(z.tuple([z.int(), z.int()])),
  properties: z.optional(z.unknown()),
});

export const tokenOf = (text: string): string => text.replace(/^Bot /, '');

export function userOfToken(world: World, token: string): User | undefined {
  for (const user of world.users.values()) if (user.token === tokenOf(token)) return user;
  return undefined;
}

/** Reads an IDENTIFY: who listens to what, or why the connection ends. */
export function identify(world: World, data: unknown): Listener | Close {
  const read = z.safeParse(Identify, data);
  if (!read.success) return CLOSE.decode;
  const { token, intents, shard = [0, 1] } = read.data;
  const user = userOfToken(world, token);
  if (user === undefined) return CLOSE.authenticationFailed;
  const [id, count] = shard;
  if (!user.bot) return { user, intents: undefined, shard: [0, 1] };
  if (count < 1 || id < 0 || id >= count) return CLOSE.invalidShard;
  if (world.guilds.size > count * GUILDS_PER_SHARD) return CLOSE.shardingRequired;
  if (intents === undefined || !Number.isInteger(intents) || intents < 0 || (intents & ~KNOWN) !== 0)
    return CLOSE.invalidIntents;
  if ((intents & PRIVILEGED & ~world.privilegedIntents) !== 0) return CLOSE.disallowedIntents;
  return { user, intents, shard };
}

export const isClose = (value: Listener | Close): value is Close => 'length' in value;
