import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
  type CommandForm,
} from 'discord-api-spec/zod';
import { bitsFromText, fault, form, isRecord, readFirst } from '../form.ts';
import { type Answer, type Call, created, noContent, ok, param } from '../http/call.ts';
import { type Method, type Route, route } from '../http/router.ts';
import { demand, refusal } from '../problem.ts';
import type { Command } from '../state/model.ts';
import { memberOf, type World } from '../state/world.ts';
import { commandIndex } from './command-index.ts';
import { commandFaults } from './rules.ts';

/** Of each type, in each place. */
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

const inBothPlaces = (method: Method, rest: string, handle: Route['handle']): Route[] =>
  ['/applications/{application_id}/commands', '/applications/{application_id}/guilds/{guild_id}/commands'].map((path) =>
    route(method, path + rest, handle, { by: 'bot', limit: [20, 20_000] }),
  );

export const commandRoutes: readonly Route[] = [
  ...inBothPlaces('GET', '', (call) => ok(listOf(call).map((command) => commandJson(call.world, command)))),
  ...inBothPlaces('POST', '', create),
  ...inBothPlaces('PUT', '', replaceAll),
  ...inBothPlaces('GET', '/{command_id}', (call) => ok(commandJson(call.world, find(call)))),
  ...inBothPlaces('PATCH', '/{command_id}', patch),
  ...inBothPlaces('DELETE', '/{command_id}', erase),
  route('GET', '/channels/{channel_id}/application-command-index', commandIndex),
  route('GET', '/guilds/{guild_id}/application-command-index', commandIndex),
];

/** A command as Discord tells it. */
export const commandJson = (world: World, { dm_permission, ...command }: Command) => ({
  ...command,
  application_id: world.applicationId,
  ...(command.guild_id === undefined ? { dm_permission } : {}),
});

function listOf(call: Call): Command[] {
  if (param(call, 'application_id') !== call.world.applicationId) throw refusal('unknownApplication');
  const guild = call.params['guild_id'];
  if (guild !== undefined && call.world.guilds.get(guild) === undefined) throw refusal('unknownGuild');
  if (guild !== undefined && memberOf(call.world, guild, call.caller.id) === undefined) throw refusal('missingAccess');
  return [...call.world.commands.in(guild ?? 'global').values()];
}

function find(call: Call): Command {
  const command = listOf(call).find(({ id }) => id === param(call, 'command_id'));
  if (command === undefined) throw refusal('unknownCommand');
  return command;
}

const permissionBits = { default_member_permissions: bitsFromText };

/** The bits from the body itself: the official description's number would round the high ones. */
function bitsOf(body: unknown): string | null {
  const bits = isRecord(body) ? body['default_member_permissions'] : null;
  return typeof bits === 'string' || typeof bits === 'number' ? BigInt(bits).toString() : null;
}

/** Puts a command in the place of one with its name and type, if there is one: that one's id stays. */
function put(
  call: Call,
  read: CommandForm,
  body: unknown,
  others: readonly Command[],
): { command: Command; isNew: boolean } {
  const type = read.type ?? 1;
  const known = others.find((each) => each.name === read.name && each.type === type);
  if (known === undefined && others.filter((each) => each.type === type).length >= (MOST[type] ?? 1))
    throw refusal('tooManyCommands');
  const guild_id = call.params['guild_id'];
  const command = call.world.commands.put({
    id: known?.id ?? call.world.nextId(),
    ...(guild_id === undefined ? {} : { guild_id }),
    type,
    name: read.name,
    name_localizations: read.name_localizations ?? null,
    description: read.description ?? '',
    description_localizations: read.description_localizations ?? null,
    options: read.options ?? [],
    default_member_permissions: bitsOf(body),
    dm_permission: read.dm_permission ?? true,
    contexts: read.contexts ?? null,
    integration_types: read.integration_types ?? [0],
    nsfw: isRecord(body) && body['nsfw'] === true,
    version: call.world.nextId(),
  });
  return { command, isNew: known === undefined };
}

function create(call: Call): Answer {
  const others = listOf(call);
  const read = form(ApplicationCommandCreateRequestSchema, readFirst(call.body, permissionBits));
  demand(commandFaults(read));
  const { command, isNew } = put(call, read, call.body, others);
  return (isNew ? created : ok)(commandJson(call.world, command));
}

function replaceAll(call: Call): Answer {
  const before = listOf(call);
  const bodies: readonly unknown[] = Array.isArray(call.body) ? call.body : [];
  if (!Array.isArray(call.body)) demand([fault([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')]);
  const read = bodies.map((body, index) =>
    form(ApplicationCommandUpdateRequestSchema, readFirst(body, permissionBits), [index]),
  );
  const key = ({ name, type }: CommandForm) => `${type ?? 1}:${name}`;
  const keys = read.map(key);
  demand([
    ...read.flatMap((command, index) => commandFaults(command, [index])),
    ...read.flatMap((command, index) =>
      keys.indexOf(key(command)) === index
        ? []
        : [fault([index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')],
    ),
  ]);
  for (const [type, most] of Object.entries(MOST))
    if (read.filter((each) => (each.type ?? 1) === Number(type)).length > most) throw refusal('tooManyCommands');
  for (const { id, name, type } of before) if (!keys.includes(`${type}:${name}`)) call.world.commands.delete(id);
  return ok(read.map((each, index) => commandJson(call.world, put(call, each, bodies[index], listOf(call)).command)));
}

function patch(call: Call): Answer {
  const command = find(call);
  const read = form(ApplicationCommandPatchRequestPartialSchema, readFirst(call.body, permissionBits));
  const said = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  const { default_member_permissions, ...rest } = command;
  const merged: CommandForm = { ...rest, options: [...rest.options], contexts: null, integration_types: null, ...said };
  demand(commandFaults(merged));
  if (listOf(call).some(({ id, name, type }) => id !== command.id && name === merged.name && type === command.type))
    demand([fault(['name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')]);
  const changed = call.world.commands.put({
    ...command,
    name: merged.name,
    name_localizations: merged.name_localizations ?? null,
    description: merged.description ?? '',
    description_localizations: merged.description_localizations ?? null,
    options: merged.options ?? [],
    default_member_permissions:
      read.default_member_permissions === undefined ? default_member_permissions : bitsOf(call.body),
    dm_permission: merged.dm_permission ?? command.dm_permission,
    contexts: read.contexts === undefined ? command.contexts : (read.contexts ?? null),
    integration_types: read.integration_types ?? command.integration_types,
    version: call.world.nextId(),
  });
  return ok(commandJson(call.world, changed));
}

function erase(call: Call): Answer {
  call.world.commands.delete(find(call).id);
  return noContent;
}
