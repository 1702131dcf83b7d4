import '@skyra/discord-components-core/discord-reply.js';
import type { APIMessage } from 'discord-api-types/v10';
import { html, type TemplateResult } from 'lit';
import { inOneBreath, spoken } from './markdown.ts';
import { avatarOf, nameOf, type View } from './view.ts';

/** A message in one breath: its words, or where it has none the title of what it shows. */
export const gist = (message: APIMessage, { state, say }: Pick<View, 'state' | 'say'>): string => {
  const words = wordsOf(message);
  return words === undefined ? wordless(message, say) : spoken(words, { state, say });
};

/** The same to be seen, with what is struck through. */
export const gistView = (message: APIMessage, { state, say }: Pick<View, 'state' | 'say'>): unknown => {
  const words = wordsOf(message);
  return words === undefined ? wordless(message, say) : inOneBreath(words, { state, say });
};

const wordsOf = ({ content, embeds: [embed] }: APIMessage): string | undefined =>
  [content, embed?.title, embed?.description].find(Boolean);

const wordless = ({ attachments }: APIMessage, { log }: View['say']): string =>
  attachments[0]?.filename ?? log.wordless;

/** What a message answers, in a line above it that leads there. */
export function replyLine(original: APIMessage | null | undefined, view: View): TemplateResult {
  const { say, act } = view;
  if (!original) return html`<span slot="reply" class="used"><em>${say.log.originalGone}</em></span>`;
  const { author, channel_id, id } = original;
  return html`<discord-reply
    slot="reply"
    author=${nameOf(author)}
    avatar=${avatarOf(author.username)}
    ?bot=${author.bot === true}
    ><button
      type="button"
      class="cut"
      @click=${() => act.goTo(channel_id, id)}
    >
      <span class="unseen">${say.log.goToOriginal}: </span>${gistView(original, view)}
    </button></discord-reply
  >`;
}
