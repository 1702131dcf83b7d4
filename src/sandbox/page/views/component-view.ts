import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-button.js';
import { type APIButtonComponent, type APIMessage, ButtonStyle, ComponentType as Kind } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { menuView } from './menu-view.ts';
import type { View } from './view.ts';

/** The rows of buttons and menus under a message. Only the classic ones: the bot's messages have no others. */
export function componentsView(message: APIMessage, view: View): TemplateResult | typeof nothing {
  const { components = [] } = message;
  if (components.length === 0) return nothing;
  return html`<div slot="components">${components.map((row) =>
    row.type === Kind.ActionRow
      ? html`<discord-action-row>${row.components.map((control) =>
          control.type === Kind.Button ? button(control, message, view) : menuView(control, message, view),
        )}</discord-action-row>`
      : html`<p class="aside">${view.say.log.unsupported}</p>`,
  )}</div>`;
}

const COLOURS: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

function button(control: APIButtonComponent, message: APIMessage, view: View): TemplateResult | typeof nothing {
  if (control.style === ButtonStyle.Premium) return nothing;
  const customId = 'custom_id' in control ? control.custom_id : undefined;
  const words = [control.emoji?.name, control.label].filter(Boolean).join(' ');
  const isOff = control.disabled === true;
  const press = () => {
    if (customId !== undefined) void view.act.press(message, { customId, type: Kind.Button });
  };
  return html`<discord-button
    type=${COLOURS[control.style] ?? 'secondary'}
    url=${ifDefined('url' in control ? control.url : undefined)}
    ?disabled=${isOff}
    ?inert=${isOff}
    @click=${press}
    >${words}</discord-button
  >`;
}
