import { type APIMessage, MessageType as Kind } from 'discord-api-types/v10';
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import * as icons from './icons.ts';
import { gistView } from './reply-view.ts';
import { sentAt } from './stamp.ts';
import { nameOf, type View } from './view.ts';

const SYSTEM: readonly number[] = [
  Kind.RecipientAdd,
  Kind.ChannelPinnedMessage,
  Kind.ThreadCreated,
  Kind.ThreadStarterMessage,
];

/** Whether Discord itself wrote it, in the name of whoever did something. */
export const isSystem = ({ type }: APIMessage): boolean => SYSTEM.includes(type);

/** A line of Discord's own between the messages. */
export function systemView(message: APIMessage, view: View): TemplateResult {
  const { state, say } = view;
  const sent = sentAt(message.timestamp, state.preferences.locale, state.now, say.log);
  const [icon, words] = told(message, view);
  return html`<p class="system" id="message-${message.id}" role="article" tabindex="-1" aria-label="${nameOf(message.author)}, ${sent}">
    ${icon}<span>${words}</span> <time datetime=${message.timestamp}>${sent}</time>
  </p>`;
}

function told(message: APIMessage, view: View): readonly [SVGTemplateResult, unknown] {
  const { state, say, act } = view;
  const who = html`<strong>${nameOf(message.author)}</strong>`;
  const { channel_id: channelId, message_id: messageId } = message.message_reference ?? {};
  const lead = (words: unknown) =>
    channelId && messageId
      ? html`<button type="button" class="word" @click=${() => act.goTo(channelId, messageId)}>${words}</button>`
      : words;
  switch (message.type) {
    case Kind.RecipientAdd:
      return [icons.thread, html`${who} ${say.log.added(message.mentions.map(nameOf).join(', '))}`];
    case Kind.ChannelPinnedMessage:
      return [icons.pin, html`${who} ${say.log.hasPinned} ${lead(say.log.seeMessage)}`];
    case Kind.ThreadCreated: {
      const name = state.channels.get(channelId ?? '')?.name ?? message.content;
      return [icons.thread, html`${who} ${say.log.startedThread} <a class="link" href="#${channelId}">${name}</a>`];
    }
    default: {
      const { referenced_message: original } = message;
      return [
        icons.thread,
        html`${say.log.threadBegan} ${original ? lead(gistView(original, view)) : say.log.originalGone}`,
      ];
    }
  }
}
