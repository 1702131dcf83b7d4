import { IncomingWebhookRequestPartialSchema, IncomingWebhookUpdateRequestPartialSchema } from 'discord-api-spec/zod';
import { type Answer, type Call, noContent, ok, param } from '../http/call.ts';
import { type Method, type Route, type RouteRules, route } from '../http/router.ts';
import { readDraft } from '../messages/draft.ts';
import { messageJson } from '../messages/message-json.ts';
import { amend, LOADING, remove } from '../messages/post.ts';
import { refusal } from '../problem.ts';
import type { Channel, Interaction, Message } from '../state/model.ts';
import { TOKEN_LIFE } from '../state/world.ts';
import { postFor } from './callback.ts';

const RULES: RouteRules = { by: 'token', exempt: true, limit: [5, 2_000] };
const MESSAGE = '/webhooks/{webhook_id}/{token}/messages/{message_id}';

const hook = (method: Method, template: string, handle: Route['handle']): Route =>
  route(method, template, handle, RULES);

/** What an application says after its first answer: an interaction's token is good for a quarter of an hour. */
export const webhookRoutes: readonly Route[] = [
  hook('POST', '/webhooks/{webhook_id}/{token}', followUp),
  hook('GET', MESSAGE, (call) => ok(messageJson(call, find(call).message, call.caller))),
  hook('PATCH', MESSAGE, edit),
  hook('DELETE', MESSAGE, erase),
];

function heldBy(call: Call): { interaction: Interaction; channel: Channel } {
  if (param(call, 'webhook_id') !== call.world.applicationId) throw refusal('unknownWebhook');
  const interaction = call.inbox.byToken(param(call, 'token'));
  if (interaction === undefined || call.world.now() - interaction.created_at > TOKEN_LIFE)
    throw refusal('invalidWebhookToken');
  if (interaction.state === 'waiting' || interaction.state === 'failed') throw refusal('unknownWebhook');
  const channel = call.world.channels.get(interaction.channel_id);
  if (channel === undefined) throw refusal('unknownChannel');
  return { interaction, channel };
}

/** The message is one of this interaction's own: the one it answered with or sits on, or a follow-up. */
function find(call: Call): { interaction: Interaction; channel: Channel; message: Message } {
  const held = heldBy(call);
  const asked = param(call, 'message_id');
  const message = call.world.messages.get(asked === '@original' ? (held.interaction.original_id ?? '') : asked);
  const own = message?.interaction?.id === held.interaction.id || message?.id === held.interaction.original_id;
  if (message === undefined || !own) throw refusal('unknownMessage');
  return { ...held, message };
}

function followUp(call: Call): Answer {
  const { interaction, channel } = heldBy(call);
  const draft = readDraft(IncomingWebhookRequestPartialSchema, call.body, call.files);
  const original = call.world.messages.get(interaction.original_id ?? '');
  // While the answer is still "thinking", the first follow-up is that answer, and as ephemeral as it was said to be.
  if (original !== undefined && (original.flags & LOADING) !== 0)
    return ok(messageJson(call, fill(call, channel, interaction, original, draft), call.caller));
  const message = postFor(call, channel, interaction, draft, false, interaction.original_id);
  return ok(messageJson(call, message, call.caller));
}

function fill(
  call: Call,
  channel: Channel,
  interaction: Interaction,
  original: Message,
  draft: Parameters<typeof amend>[3],
): Message {
  const message = amend(call, channel, original, draft);
  if (interaction.state === 'deferred') call.inbox.settle({ ...interaction, state: 'answered' });
  return message;
}

function edit(call: Call): Answer {
  const { interaction, channel, message } = find(call);
  const draft = readDraft(IncomingWebhookUpdateRequestPartialSchema, call.body, call.files, message.attachments);
  const loading = (message.flags & LOADING) !== 0;
  const changed = loading ? fill(call, channel, interaction, message, draft) : amend(call, channel, message, draft);
  return ok(messageJson(call, changed, call.caller));
}

function erase(call: Call): Answer {
  const { channel, message } = find(call);
  remove(call, channel, message);
  return noContent;
}
