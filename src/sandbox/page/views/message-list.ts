import '@skyra/discord-components-core/discord-messages.js';
import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Asked } from '../state/state.ts';
import * as icons from './icons.ts';
import { askedView, messageView } from './message-view.ts';
import { isSystem, systemView } from './system-view.ts';
import { channelName, type View } from './view.ts';

/** Messages by one hand within this long stand together, in ms. */
const TOGETHER = 7 * 60_000;

/** What the open channel says, oldest first, and who is typing. */
export function messageList(view: View, isLight: boolean): TemplateResult {
  const { state, say, act } = view;
  const { open } = state;
  const conversation = state.conversations.get(open ?? '');
  const messages = conversation?.messages ?? [];
  const name = channelName(state, open);
  const entries = inTime(
    messages,
    state.asked.filter(({ channelId, messageId }) => channelId === open && messageId === undefined),
  );
  return html`<section id="log" class="log" tabindex="0" aria-label=${say.log.heading(name)}>
      <div class="scroll">
        ${
          conversation && !conversation.hasEarlier
            ? html`<header class="beginning"><h2>${name}</h2><p>${say.log.welcome(name)}</p></header>`
            : nothing
        }
        ${
          conversation?.hasEarlier
            ? html`<button type="button" class="plain earlier" @click=${() => act.earlier()}>${say.log.earlier}</button>`
            : nothing
        }
        ${conversation && messages.length === 0 ? html`<p class="empty">${say.log.nothing}</p>` : nothing}
        <discord-messages no-background ?light-theme=${isLight}>${repeat(
          entries,
          (entry) => (isAsked(entry) ? entry.nonce : entry.id),
          (entry, index) => (isAsked(entry) ? askedView(entry, view) : drawn(entry, entries[index - 1], view, isLight)),
        )}</discord-messages>
      </div>
    </section>
    <div class="below">
      <button type="button" class="newest" hidden>${icons.down} ${say.log.newest}</button>
      <p class="typing">${typists(view)}</p>
    </div>`;
}

/** A line of a conversation: what was said, or what the bot was asked and has not answered. */
type Entry = APIMessage | Asked;

const isAsked = (entry: Entry | undefined): entry is Asked => entry !== undefined && 'state' in entry;

/** What was asked stands where it was asked: what has been said since stands below it. */
function inTime(messages: readonly APIMessage[], asked: readonly Asked[]): readonly Entry[] {
  return asked.reduce<readonly Entry[]>((entries, each) => {
    const before = entries.findLastIndex(
      (entry) => (isAsked(entry) ? entry.at : Date.parse(entry.timestamp)) <= each.at,
    );
    return entries.toSpliced(before + 1, 0, each);
  }, messages);
}

/** Draws a message again only when something it shows has changed. */
function drawn(message: APIMessage, before: Entry | undefined, view: View, isLight: boolean): unknown {
  const { preferences, users, roles, channels, me, asked, now } = view.state;
  const about = channels.get(message.id) ?? channels.get(message.message_reference?.channel_id ?? '');
  const own = asked.filter(({ messageId }) => messageId === message.id);
  const isFollowing = before !== undefined && !isAsked(before) && follows(message, before);
  const shown = [message, isFollowing, preferences, users.size, roles, channels.size, about, me, isLight, now, ...own];
  return guard(shown, () => (isSystem(message) ? systemView(message, view) : messageView(message, isFollowing, view)));
}

function follows(message: APIMessage, before: APIMessage): boolean {
  if (message.type !== 0 || isSystem(before) || before.author.id !== message.author.id) return false;
  if (((message.flags ?? 0) ^ (before.flags ?? 0)) & 64) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER;
}

function typists({ state, say }: View): string {
  const names = Object.entries(state.typing).flatMap(([key, until]) => {
    const [channel, user = ''] = key.split(':');
    const isOther = channel === state.open && until > state.now && user !== state.me?.id;
    return isOther ? [state.users.get(user)?.global_name ?? state.users.get(user)?.username ?? ''] : [];
  });
  return names.length === 0 ? '' : say.log.typing(names.join(', '));
}
