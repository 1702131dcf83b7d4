import { rmSync } from 'node:fs';
import { type NextId, openSnowflakes } from '../snowflake.ts';
import { type Journal, noJournal, readJournal, writeJournal } from './journal.ts';
import {
  type Channel,
  type Command,
  type Guild,
  type Interaction,
  type Member,
  type Message,
  memberId,
  type Role,
  type ScheduledEvent,
  type User,
} from './model.ts';
import { plantSeed, type WorldSeed } from './seed.ts';
import { type Change, openTable, type Table } from './table.ts';

interface Mark {
  readonly id: 'ids';
  readonly up_to: string;
}

/** Everything the sandbox knows: its tables, and the ids it gives. */
export interface World {
  readonly applicationId: string;
  readonly privilegedIntents: number;
  readonly users: Table<User>;
  readonly guilds: Table<Guild>;
  readonly roles: Table<Role>;
  readonly members: Table<Member>;
  readonly channels: Table<Channel>;
  readonly messages: Table<Message>;
  readonly commands: Table<Command>;
  readonly events: Table<ScheduledEvent>;
  readonly interactions: Table<Interaction>;
  readonly nextId: NextId;
  readonly now: () => number;
  close(): void;
}

export interface WorldOptions {
  readonly journal?: string | undefined;
  readonly fresh?: boolean | undefined;
  readonly seed?: WorldSeed | undefined;
  readonly now: () => number;
}

/** The journal of a world is this file; what people and the bot uploaded lies in a folder beside it. */
export const uploadsFolder = (journal: string): string => `${journal}.files`;

/** The group of the channels that belong to no server. */
export const DIRECT = 'direct';

const has =
  <Row extends { readonly id: string }>(...keys: (keyof Row & string)[]) =>
  (value: { readonly id: string }): value is Row =>
    keys.every((key) => key in value);

/**
 * The seed, then whatever the journal says happened since; from here on every change is journalled before it is made.
 * @throws SandboxError when the journal cannot be used; nothing is overwritten then.
 */
export function openWorld(options: WorldOptions): World {
  let journal: Journal = noJournal;
  const record = (change: Change) => journal.append(change);
  const marks = openTable('ids', has<Mark>('up_to'), record);
  const tables = {
    users: openTable('user', has<User>('token'), record),
    guilds: openTable('guild', has<Guild>('owner_id'), record),
    roles: openTable('role', has<Role>('guild_id', 'permissions'), record, (role) => role.guild_id),
    members: openTable('member', has<Member>('guild_id', 'user_id'), record, (member) => member.guild_id),
    channels: openTable('channel', has<Channel>('type'), record, (channel) => channel.guild_id ?? DIRECT),
    messages: openTable('message', has<Message>('channel_id', 'content'), record, (message) => message.channel_id),
    commands: openTable('command', has<Command>('name', 'options'), record, (command) => command.guild_id ?? 'global'),
    events: openTable('event', has<ScheduledEvent>('guild_id'), record, (event) => event.guild_id),
    interactions: openTable('interaction', has<Interaction>('token'), record),
  };
  const planted = plantSeed(options.seed ?? {}, tables);
  if (options.journal !== undefined) {
    const kept = readJournal(options.journal);
    if (options.fresh !== true) replay(kept, [marks, ...Object.values(tables)]);
    forgetSpent(tables.interactions, options.now());
    journal = writeJournal(options.journal, changesOf([marks, ...Object.values(tables)]));
    if (options.fresh === true) rmSync(uploadsFolder(options.journal), { recursive: true, force: true });
  }
  const after = BigInt(marks.get('ids')?.up_to ?? planted.lastId);
  return {
    ...planted,
    ...tables,
    now: options.now,
    nextId: openSnowflakes(options.now, after, (upTo) => marks.put({ id: 'ids', up_to: upTo })),
    close: () => journal.close(),
  };
}

/** How long an interaction's token stays good, in ms. */
export const TOKEN_LIFE = 15 * 60_000;

function forgetSpent(interactions: Table<Interaction>, now: number): void {
  for (const { id, created_at } of interactions.values()) if (now - created_at > TOKEN_LIFE) interactions.delete(id);
}

interface Replayable {
  readonly name: string;
  replay(change: Change): void;
  changes(): Iterable<Change>;
}

function replay(changes: readonly Change[], tables: readonly Replayable[]): void {
  const byName = new Map(tables.map((table) => [table.name, table]));
  for (const change of changes) byName.get(change.k)?.replay(change);
}

function* changesOf(tables: readonly Replayable[]): Generator<Change> {
  for (const table of tables) yield* table.changes();
}

/** The bot whose application this is. */
export function botOf(world: World): User {
  const bot = world.users.get(world.applicationId);
  if (bot === undefined) throw new Error('The world has no bot.');
  return bot;
}

export function memberOf(world: World, guildId: string, userId: string): Member | undefined {
  return world.members.get(memberId(guildId, userId));
}
