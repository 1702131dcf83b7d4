import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { markdown, type Reading } from './markdown.ts';
import { sentAt } from './stamp.ts';
import { localFile } from './view.ts';

export function embedView(embed: APIEmbed, reading: Reading): TemplateResult {
  const inEmbed = { ...reading, isEmbed: true };
  const picture = embed.image && localFile(embed.image.url);
  const thumbnail = embed.thumbnail && localFile(embed.thumbnail.url);
  const isMissing = (embed.image && !picture) || (embed.thumbnail && !thumbnail);
  return html`<discord-embed
    slot="embeds"
    color=${colour(embed.color)}
    author-name=${ifDefined(embed.author?.name)}
    image=${ifDefined(picture)}
    thumbnail=${ifDefined(thumbnail)}
    >${embed.title ? title(embed.title, embed.url, reading) : nothing}${
      embed.description
        ? html`<discord-embed-description slot="description">${markdown(embed.description, inEmbed)}</discord-embed-description>`
        : nothing
    }${embed.fields?.length ? fields(embed.fields, inEmbed) : nothing}${footer(embed, inEmbed)}${
      isMissing ? html`<p slot="footer" class="aside">${reading.say.log.remoteImage}</p>` : nothing
    }</discord-embed
  >`;
}

/** A title is marked up like all text, struck through or hidden; the component would show the signs for it. */
const title = (text: string, url: string | undefined, reading: Reading): TemplateResult =>
  html`<div slot="description" class="title"
    >${
      url
        ? html`<a class="link" href=${url} target="_blank" rel="noopener noreferrer">${markdown(text, reading)}</a>`
        : markdown(text, reading)
    }</div
  >`;

const colour = (value = 0): string => (value === 0 ? 'var(--line)' : `#${value.toString(16).padStart(6, '0')}`);

/** Titles carry what was escaped for markdown; the component draws them as they are. */
const titleText = (title: string): string => title.replaceAll(/\\([\\*_~|`>#()[\].<:@-])/g, '$1');

/** Fields beside one another stand in columns of three, as long as they follow one another. */
function fields(all: readonly APIEmbedField[], reading: Reading): TemplateResult {
  let column = 0;
  return html`<discord-embed-fields slot="fields"
    >${all.map((field) => {
      column = field.inline ? (column % 3) + 1 : 0;
      return html`<discord-embed-field
        field-title=${titleText(field.name)}
        ?inline=${field.inline === true}
        inline-index=${ifDefined(field.inline ? column : undefined)}
        >${markdown(field.value, reading)}</discord-embed-field
      >`;
    })}</discord-embed-fields
  >`;
}

function footer({ footer: foot, timestamp }: APIEmbed, { state, say }: Reading): TemplateResult | typeof nothing {
  const when = timestamp && sentAt(timestamp, state.preferences.locale, state.now, say.log);
  if (!foot && !when) return nothing;
  return html`<discord-embed-footer slot="footer"
    ><span>${[foot?.text, when].filter(Boolean).join(' • ')}</span></discord-embed-footer
  >`;
}
