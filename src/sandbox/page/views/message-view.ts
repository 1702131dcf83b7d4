import '@skyra/discord-components-core/discord-message.js';
import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Asked } from '../state/state.ts';
import { callsMe } from '../state/unread.ts';
import { attachmentsView } from './attachment-view.ts';
import { componentsView } from './component-view.ts';
import { embedView } from './embed-view.ts';
import * as icons from './icons.ts';
import { markdown } from './markdown.ts';
import { replyLine } from './reply-view.ts';
import { sentAt } from './stamp.ts';
import { avatarOf, nameOf, type View } from './view.ts';

/**
 * One message, or several by one hand close together: those after the first go without its name. The keys are led to what
 * is around it: on the message itself a tabindex would take all that is in it out of their way.
 */
export function messageView(message: APIMessage, isFollowing: boolean, view: View): TemplateResult {
  const { state, say } = view;
  const { author } = message;
  const name = nameOf(author);
  const sent = sentAt(message.timestamp, state.preferences.locale, state.now, say.log);
  const isEphemeral = has(message, MessageFlags.Ephemeral);
  const isThinking = has(message, MessageFlags.Loading);
  return html`<article
    class="message ${isFollowing ? 'following' : ''}"
    id="message-${message.id}"
    tabindex="-1"
    aria-label="${name}, ${sent}"
    ><discord-message
    author=${name}
    avatar=${avatarOf(author.username)}
    .timestamp=${sent}
    ?bot=${author.bot === true}
    ?ephemeral=${isEphemeral}
    ?highlight=${callsMe(state, message) && message.type !== 20}
    ?message-body-only=${isFollowing}
    >${above(message, view)}<span class="says"
      >${
        isThinking
          ? html`<span class="aside thinking">${say.log.thinking(name)}</span>`
          : markdown(message.content, { state, say })
      }${message.edited_timestamp && !isEphemeral ? edited(message.edited_timestamp, view) : nothing}</span
    >${message.pinned ? html`<span class="pinned">${icons.pin} ${say.log.pinned}</span>` : nothing}${attachmentsView(
      message.attachments,
      state.preferences.locale,
    )}${message.embeds.map((embed) => embedView(embed, { state, say }))}${componentsView(message, view)}${below(
      message,
      isEphemeral,
      view,
    )}</discord-message
  ></article>`;
}

const has = ({ flags }: APIMessage, flag: number): boolean => ((flags ?? 0) & flag) !== 0;

function edited(iso: string, { state, say }: View): TemplateResult {
  const when = sentAt(iso, state.preferences.locale, state.now, say.log);
  return html` <time class="edited" datetime=${iso} title=${when}>${say.log.edited}</time>`;
}

/** What the message answers: a command somebody used, or another message. */
function above(message: APIMessage, view: View): TemplateResult | typeof nothing {
  const { interaction_metadata: metadata, referenced_message: original } = message;
  const command = metadata && 'name' in metadata && typeof metadata.name === 'string' ? metadata.name : undefined;
  if (metadata && command !== undefined && message.type === 20) return usedLine(metadata.user, command, view);
  return message.type === 19 ? replyLine(original, view) : nothing;
}

/** "Ada used /score". The component for it speaks English only, so this one stands in its place. */
export const usedLine = (user: APIMessage['author'], command: string, { say }: View): TemplateResult =>
  html`<span slot="reply" class="used"
    ><img src=${avatarOf(user.username)} alt="" /><strong>${nameOf(user)}</strong> ${say.log.used}
    <code>/${command}</code></span
  >`;

/** A thread that begins here, what became of a pressed button, and who else sees it. */
function below(message: APIMessage, isEphemeral: boolean, view: View): TemplateResult {
  const { state, say, act } = view;
  const failed = state.asked.filter(({ messageId, state: how }) => messageId === message.id && how === 'failed');
  // What is known of the thread by now: it may have been renamed or archived since.
  const known = state.channels.get(message.id);
  const thread = known ?? message.thread;
  const isArchived = known?.thread_metadata?.archived === true;
  return html`${
    thread
      ? html`<a slot="thread" class="thread" href="#${thread.id}"
          >${icons.thread} ${thread.name} · ${isArchived ? say.log.openArchived : say.log.openThread}</a
        >`
      : nothing
  }${failed.map(
    ({ nonce }) => html`<p slot="thread" class="failed" role="alert">
      ${say.log.interactionFailed} ${dismissButton(() => act.dismissAsked(nonce), view)}
    </p>`,
  )}${
    isEphemeral
      ? html`<p slot="thread" class="private">
          ${icons.eye} ${say.log.onlyYou} · ${dismissButton(() => act.dismiss(message), view)}
        </p>`
      : nothing
  }`;
}

const dismissButton = (dismiss: () => void, { say }: View): TemplateResult =>
  html`<button type="button" class="word" @click=${dismiss}>${say.log.dismiss}</button>`;

/** A command on its way to the bot, or one the bot never answered. */
export function askedView(asked: Asked, view: View): TemplateResult | typeof nothing {
  const { state, say, act } = view;
  const bot = [...state.users.values()].find((user) => user.bot);
  if (asked.command === undefined || !state.me || !bot) return nothing;
  const isFailed = asked.state === 'failed';
  return html`<article class="message" aria-label=${bot.username}
    ><discord-message
    author=${bot.username}
    avatar=${avatarOf(bot.username)}
    .timestamp=${''}
    bot
    ?ephemeral=${isFailed}
    >${usedLine(state.me, asked.command, view)}${
      isFailed
        ? html`<span class="failed" role="alert">${say.log.silent}</span>`
        : html`<span class="aside thinking">${say.log.sending}</span>`
    }${
      isFailed
        ? html`<p slot="thread" class="private">
            ${icons.eye} ${say.log.onlyYou} · ${dismissButton(() => act.dismissAsked(asked.nonce), view)}
          </p>`
        : nothing
    }</discord-message
  ></article>`;
}
