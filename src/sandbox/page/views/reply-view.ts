import '@skyra/discord-components-core/discord-reply.js';
import type { APIMessage } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { spoken } from './markdown.ts';
import { avatarOf, nameOf, type View } from './view.ts';

/** A message in one breath: its words, or where it has none the title of what it shows. */
export const gist = (
  { content, embeds, attachments }: APIMessage,
  { state, say }: Pick<View, 'state' | 'say'>,
): string => {
  const [embed] = embeds;
  const words = [content, embed?.title, embed?.description].find(Boolean);
  return words === undefined ? (attachments[0]?.filename ?? say.log.wordless) : spoken(words, { state, say });
};

/** What a message answers, in a line above it that leads there. */
export function replyLine(original: APIMessage | null | undefined, view: View): TemplateResult {
  const { say, act } = view;
  if (!original) return html`<span slot="reply" class="used"><em>${say.log.originalGone}</em></span>`;
  const { author, channel_id, id } = original;
  const words = gist(original, view);
  return html`<discord-reply
    slot="reply"
    author=${nameOf(author)}
    avatar=${avatarOf(author.username)}
    ?bot=${author.bot === true}
    ><button
      type="button"
      class="cut"
      aria-label="${say.log.goToOriginal}: ${words}"
      @click=${() => act.goTo(channel_id, id)}
    >
      ${words}
    </button></discord-reply
  >`;
}
