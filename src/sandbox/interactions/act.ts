import * as z from 'zod/mini';
import { mayUse, offeredIn, placeOf } from '../commands/command-index.ts';
import { LOCALES } from '../commands/locale.ts';
import { readOptions } from '../commands/options.ts';
import { fault, form, notAChoice, required } from '../form.ts';
import { type Answer, type Call, noContent } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { controlOf } from '../messages/component.ts';
import { visibleChannel } from '../permission.ts';
import { demand, invalidForm, refusal } from '../problem.ts';
import type { Channel, Interaction, Message } from '../state/model.ts';
import { chosen } from './choice.ts';
import type { NewInteraction } from './inbox.ts';
import { modalSubmit } from './modal.ts';
import { interactionPayload, resolvedOf, type Telling } from './payload.ts';

const CHAT_INPUT = 1;
const [COMMAND, COMPONENT, AUTOCOMPLETE, MODAL] = [2, 3, 4, 5] as const;

const Act = z.object({
  type: z.union([z.literal(COMMAND), z.literal(COMPONENT), z.literal(AUTOCOMPLETE), z.literal(MODAL)]),
  application_id: z.string(),
  guild_id: z.nullish(z.string()),
  channel_id: z.string(),
  message_id: z.nullish(z.string()),
  nonce: z.nullish(z.union([z.string(), z.number()])),
  locale: z.nullish(z.enum(LOCALES)),
  data: z.looseObject({}),
});
type Act = z.infer<typeof Act>;

/** What a person's client sends when he uses a command, presses a button, types or sends a form in. */
export const actRoutes: readonly Route[] = [route('POST', '/interactions', act, { by: 'person' })];

type Start = Omit<NewInteraction, 'type' | 'user_id' | 'channel_id' | 'guild_id' | 'nonce'>;
type Heard = Start & Pick<Telling, 'data' | 'message'>;

function act(call: Call): Answer {
  const asked = form(Act, call.body);
  if (asked.application_id !== call.world.applicationId) throw refusal('unknownApplication');
  const channel = visibleChannel(call.world, asked.channel_id, call.caller);
  if (asked.guild_id && asked.guild_id !== channel.guild_id)
    demand([fault(['guild_id'], 'BASE_TYPE_BAD_VALUE', 'The channel is in another server.')]);
  const { data, message, ...start } = hear(call, channel, asked);
  const interaction = call.inbox.open(
    {
      ...start,
      type: asked.type,
      user_id: call.caller.id,
      channel_id: channel.id,
      ...(channel.guild_id === undefined ? {} : { guild_id: channel.guild_id }),
      ...(asked.nonce === undefined || asked.nonce === null ? {} : { nonce: String(asked.nonce) }),
    },
    (late) => tellUser(call, late, 'INTERACTION_FAILURE', { reason_code: 2 }),
  );
  const header = LOCALES.find((each) => each === call.locale);
  const locale = asked.locale ?? header ?? call.caller.locale;
  tellUser(call, interaction, 'INTERACTION_CREATE');
  call.gateway.publish({
    t: 'INTERACTION_CREATE',
    to: [call.world.applicationId],
    guildId: channel.guild_id,
    data: () => interactionPayload(call, { interaction, channel, user: call.caller, locale, data, message }),
  });
  return noContent;
}

/** Tells a person's own clients how his interaction goes. */
export function tellUser(
  { gateway }: Pick<Call, 'gateway'>,
  { id, nonce, user_id }: Interaction,
  t: string,
  more: object = {},
): void {
  gateway.publish({ t, to: [user_id], data: () => ({ id, nonce, ...more }) });
}

function hear(call: Call, channel: Channel, asked: Act): Heard {
  switch (asked.type) {
    case COMMAND:
    case AUTOCOMPLETE:
      return hearCommand(call, channel, asked);
    case COMPONENT:
      return hearComponent(call, channel, asked);
    case MODAL:
      return modalSubmit(call, asked.data);
  }
}

function hearCommand(call: Call, channel: Channel, { type, data }: Act): Heard {
  const { world, caller } = call;
  const offered = offeredIn(world, channel.guild_id);
  const command = offered.find(
    ({ id, name, type: kind }) =>
      (data['id'] === undefined ? name === data['name'] : id === data['id']) && kind === (data['type'] ?? CHAT_INPUT),
  );
  if (command === undefined) throw refusal('unknownCommand');
  if (command.type !== CHAT_INPUT)
    demand([fault(['data', 'type'], 'BASE_TYPE_CHOICES', 'The sandbox opens no context menus.')]);
  if (!mayUse(command, placeOf(world, channel, caller))) throw refusal('missingPermissions');
  const typing = type === AUTOCOMPLETE;
  const read = readOptions(command.options, data['options'], ['data', 'options'], { world, channel, typing });
  demand(read.faults);
  if (typing && !(read.focused !== undefined && 'autocomplete' in read.focused && read.focused.autocomplete === true))
    demand([fault(['data', 'options'], 'BASE_TYPE_REQUIRED', 'One option that autocompletes must be focused.')]);
  const resolved = resolvedOf(world, channel, caller, read.ids);
  const { id, name } = command;
  return {
    command: { id, name: fullName(name, read.options) },
    data: {
      id,
      name,
      type: command.type,
      options: read.options,
      ...(resolved === undefined ? {} : { resolved }),
      ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    },
  };
}

/** `facts next`: a command with the subcommand that was used. */
function fullName(name: string, options: readonly { readonly type: number; readonly name: string }[]): string {
  const [first] = options;
  if (first === undefined || first.type > 2) return name;
  const inner: readonly { type: number; name: string }[] =
    'options' in first && Array.isArray(first.options) ? first.options : [];
  return fullName(`${name} ${first.name}`, inner);
}

function hearComponent(call: Call, channel: Channel, { message_id, data }: Act): Heard {
  const message = messageSeen(call, channel, message_id ?? undefined);
  const control = typeof data['custom_id'] === 'string' ? controlOf(message.components, data['custom_id']) : undefined;
  if (control === undefined || control['disabled'] === true)
    throw invalidForm([fault(['data', 'custom_id'], 'COMPONENT_VALIDATION_FAILED', 'Component validation failed')]);
  if (data['component_type'] !== undefined && data['component_type'] !== control.type)
    demand([notAChoice(['data', 'component_type'], [control.type])]);
  const base = { custom_id: control['custom_id'], component_type: control.type, id: control['id'] };
  if (control.type === 2) return { source_id: message.id, message, data: base };
  const values = chosen(call.world, channel, control, data['values'], ['data', 'values']);
  const resolved = control.type === 3 ? undefined : resolvedOf(call.world, channel, call.caller, values);
  return { source_id: message.id, message, data: { ...base, values, ...(resolved === undefined ? {} : { resolved }) } };
}

function messageSeen({ world, caller }: Call, channel: Channel, id: string | undefined): Message {
  if (id === undefined) throw invalidForm([required(['message_id'])]);
  const message = world.messages.get(id);
  const seen = message?.ephemeral_for === undefined || message.ephemeral_for === caller.id;
  if (message === undefined || message.channel_id !== channel.id || !seen) throw refusal('unknownMessage');
  return message;
}
