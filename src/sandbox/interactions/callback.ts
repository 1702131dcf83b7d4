import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
  ModalInteractionCallbackRequestDataSchema,
} from 'discord-api-spec/zod';
import { fault, form, isRecord, notAChoice, required } from '../form.ts';
import { type Answer, type Call, noContent, ok, param } from '../http/call.ts';
import { type Route, route } from '../http/router.ts';
import { partsOf } from '../messages/component.ts';
import { type Draft, readDraft } from '../messages/draft.ts';
import { messageJson } from '../messages/message-json.ts';
import { amend, EPHEMERAL, LOADING, post } from '../messages/post.ts';
import { demand, invalidForm, refusal } from '../problem.ts';
import type { Channel, Interaction, Message } from '../state/model.ts';
import { botOf } from '../state/world.ts';
import { tellUser } from './act.ts';

const [COMMAND, COMPONENT, AUTOCOMPLETE, MODAL] = [2, 3, 4, 5] as const;
const [REPLY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, SHOW_MODAL] = [4, 5, 6, 7, 8, 9] as const;
const PONG = 1;

/** Which answers each kind of interaction can have. */
const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  [COMMAND]: [REPLY, DEFER, SHOW_MODAL],
  [COMPONENT]: [REPLY, DEFER, DEFER_UPDATE, UPDATE, SHOW_MODAL],
  [AUTOCOMPLETE]: [CHOICES],
  [MODAL]: [REPLY, DEFER, DEFER_UPDATE, UPDATE],
};

export const callbackRoutes: readonly Route[] = [
  route('POST', '/interactions/{interaction_id}/{token}/callback', callback, {
    by: 'token',
    exempt: true,
    limit: null,
  }),
];

function callback(call: Call): Answer {
  const interaction = call.inbox.byToken(param(call, 'token'));
  if (interaction === undefined || interaction.id !== param(call, 'interaction_id'))
    throw refusal('unknownInteraction');
  if (interaction.state === 'failed') throw refusal('unknownInteraction');
  if (interaction.state !== 'waiting') throw refusal('alreadyAcknowledged');
  const type = isRecord(call.body) ? call.body['type'] : undefined;
  const data = isRecord(call.body) ? call.body['data'] : undefined;
  if (type === PONG) return noContent;
  const fits = ANSWERS[interaction.type] ?? [];
  if (typeof type !== 'number' || !fits.includes(type)) throw invalidForm([notAChoice(['type'], fits)]);
  const channel = call.world.channels.get(interaction.channel_id);
  if (channel === undefined) throw refusal('unknownChannel');
  const answered = answerWith(call, channel, interaction, type, data);
  const settled = call.inbox.settle({ ...answered, callback: type });
  return call.query.get('with_response') === 'true' ? ok(report(call, settled)) : noContent;
}

function answerWith(call: Call, channel: Channel, interaction: Interaction, type: number, data: unknown): Interaction {
  switch (type) {
    case REPLY:
    case DEFER:
      return reply(call, channel, interaction, type === DEFER, data);
    case DEFER_UPDATE:
    case UPDATE:
      return update(call, channel, interaction, type === UPDATE, data);
    case CHOICES:
      return offer(call, interaction, data);
    default:
      return showModal(call, interaction, data);
  }
}

const success = (call: Call, interaction: Interaction): void => tellUser(call, interaction, 'INTERACTION_SUCCESS');

function reply(call: Call, channel: Channel, interaction: Interaction, deferred: boolean, data: unknown): Interaction {
  const draft = readDraft(IncomingWebhookInteractionRequestSchema, data, call.files, [], ['data']);
  const message = postFor(
    call,
    channel,
    interaction,
    deferred ? { ...NOTHING_YET, flags: draft.flags } : draft,
    deferred,
  );
  success(call, interaction);
  return { ...interaction, state: deferred ? 'deferred' : 'answered', original_id: message.id };
}

const NOTHING_YET: Draft = { attachments: undefined, files: [] };

/** A message in an interaction's name: ephemeral if it says so, an answer to the command or to the message pressed. */
export function postFor(
  call: Call,
  channel: Channel,
  interaction: Interaction,
  draft: Draft,
  loading = false,
  after?: string,
): Message {
  const ephemeral = ((draft.flags ?? 0) & EPHEMERAL) !== 0;
  const replied = after ?? interaction.source_id;
  const { id, type, user_id, command } = interaction;
  return post(call, {
    channel,
    author: botOf(call.world),
    draft,
    type: after === undefined && type === COMMAND ? 20 : replied === undefined ? 0 : 19,
    flags: (ephemeral ? EPHEMERAL : 0) | (loading ? LOADING : 0),
    ephemeralFor: ephemeral ? user_id : undefined,
    interaction: { id, type, user_id, ...(command === undefined ? {} : { name: command.name }) },
    ...(replied === undefined ? {} : { reference: { channel_id: channel.id, message_id: replied } }),
  });
}

function update(call: Call, channel: Channel, interaction: Interaction, now: boolean, data: unknown): Interaction {
  const message = call.world.messages.get(interaction.source_id ?? '');
  if (message === undefined) {
    if (interaction.type === MODAL) throw invalidForm([notAChoice(['type'], [REPLY, DEFER])]);
    throw refusal('unknownMessage');
  }
  if (now) {
    const schema = IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema;
    amend(call, channel, message, readDraft(schema, data, call.files, message.attachments, ['data']));
  }
  success(call, interaction);
  return { ...interaction, state: 'answered', original_id: message.id };
}

function offer(call: Call, interaction: Interaction, data: unknown): Interaction {
  const said = isRecord(data) && Array.isArray(data['choices']) ? data['choices'] : undefined;
  if (said === undefined) throw invalidForm([required(['data', 'choices'])]);
  const [first]: readonly unknown[] = said;
  const isNumber = isRecord(first) && typeof first['value'] === 'number';
  const read = isNumber
    ? form(InteractionApplicationCommandAutocompleteCallbackNumberDataSchema, data, ['data'])
    : form(InteractionApplicationCommandAutocompleteCallbackStringDataSchema, data, ['data']);
  const choices = (read.choices ?? []).flatMap((choice) => choice ?? []);
  demand(
    choices.flatMap(({ value }, index) =>
      typeof value === 'string' && value.length > 100
        ? [fault(['data', 'choices', index, 'value'], 'BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer in length.')]
        : [],
    ),
  );
  tellUser(call, interaction, 'APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE', { choices });
  success(call, interaction);
  return { ...interaction, state: 'answered', choices };
}

function showModal(call: Call, interaction: Interaction, data: unknown): Interaction {
  const modal = form(ModalInteractionCallbackRequestDataSchema, data, ['data']);
  if (modal.components.length > 5)
    demand([fault(['data', 'components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')]);
  const parts = [...partsOf(modal.components, ['data', 'components'])];
  const ids = parts.map(([{ custom_id }]) => custom_id);
  demand(
    parts.flatMap(([part, at], index) => {
      const again = part['custom_id'] !== undefined && ids.indexOf(part['custom_id']) !== index;
      const unlabelled = part.type === 4 && !at.includes('component') && !part['label'];
      return [
        ...(again
          ? [fault([...at, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')]
          : []),
        ...(unlabelled ? [required([...at, 'label'])] : []),
      ];
    }),
  );
  const { id, channel_id, user_id } = interaction;
  const application = { id: call.world.applicationId, name: botOf(call.world).username };
  tellUser(call, interaction, 'INTERACTION_MODAL_CREATE', { id, channel_id, user_id, application, ...modal });
  success(call, interaction);
  return { ...interaction, state: 'answered', modal };
}

function report(call: Call, { id, type, callback: kind, original_id, state }: Interaction) {
  const message = call.world.messages.get(original_id ?? '');
  return {
    interaction: {
      id,
      type,
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: state === 'deferred',
            response_message_ephemeral: message.ephemeral_for !== undefined,
          }),
    },
    resource: { type: kind, ...(message === undefined ? {} : { message: messageJson(call, message, call.caller) }) },
  };
}
