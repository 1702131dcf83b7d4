import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from './icons.ts';
import { gistView } from './reply-view.ts';
import { sentAt } from './stamp.ts';
import { nameOf, type View } from './view.ts';

/** Opens and shuts the list of what is pinned in the open channel. */
export function pinsButton({ state, say, act }: View): TemplateResult | typeof nothing {
  if (state.open === undefined) return nothing;
  return html`<button
    type="button"
    class="bare pins-button"
    aria-label=${say.pins.heading}
    title=${say.pins.heading}
    aria-expanded=${state.pins !== undefined}
    aria-controls="pins"
    @click=${() => act.showPins(state.pins === undefined)}
  >
    ${icons.pin}
  </button>`;
}

export function pinsView(view: View): TemplateResult | typeof nothing {
  const { state, say, act } = view;
  if (state.pins === undefined) return nothing;
  const { messages } = state.pins;
  return html`<section class="pins" id="pins" aria-label=${say.pins.heading} aria-busy=${messages === undefined}>
    <header>
      <h2>${say.pins.heading}</h2>
      <button type="button" class="bare" aria-label=${say.nav.close} @click=${() => act.showPins(false)}>${icons.cross}</button>
    </header>
    ${messages?.length === 0 ? html`<p>${say.pins.none}</p>` : nothing}
    <ul>${messages?.map((message) => html`<li>${pin(message, view)}</li>`)}</ul>
  </section>`;
}

function pin(message: APIMessage, view: View): TemplateResult {
  const { state, say, act } = view;
  const { author, timestamp, channel_id, id } = message;
  return html`<p><strong>${nameOf(author)}</strong> <time datetime=${timestamp}>${sentAt(timestamp, state.preferences.locale, state.now, say.log)}</time></p>
    <p class="gist">${gistView(message, view)}</p>
    <button type="button" class="word" @click=${() => act.goTo(channel_id, id)}>${say.pins.jump}</button>`;
}
