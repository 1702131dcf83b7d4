import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-button.js';
import {
  type APIButtonComponent,
  type APIMessage,
  type APISelectMenuComponent,
  ButtonStyle,
  ComponentType as Kind,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { offeredIn } from './menu-offers.ts';
import type { View } from './view.ts';

/** The rows of buttons and menus under a message. Only the classic ones: the bot's messages have no others. */
export function componentsView(message: APIMessage, view: View): TemplateResult | typeof nothing {
  const { components = [] } = message;
  if (components.length === 0) return nothing;
  return html`<div slot="components">${components.map((row) =>
    row.type === Kind.ActionRow
      ? html`<discord-action-row>${row.components.map((control) =>
          control.type === Kind.Button ? button(control, message, view) : menu(control, message, view),
        )}</discord-action-row>`
      : html`<p class="aside">${view.say.log.unsupported}</p>`,
  )}</div>`;
}

const COLOURS: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
};

const isWaiting = ({ state }: View, { id }: APIMessage): boolean =>
  state.asked.some(({ messageId, state: how }) => messageId === id && how === 'waiting');

function button(control: APIButtonComponent, message: APIMessage, view: View): TemplateResult | typeof nothing {
  if (control.style === ButtonStyle.Premium) return nothing;
  const customId = 'custom_id' in control ? control.custom_id : undefined;
  const words = [control.emoji?.name, control.label].filter(Boolean).join(' ');
  const isOff = control.disabled === true;
  const press = () => {
    if (customId !== undefined && !isWaiting(view, message))
      void view.act.press(message, { customId, type: Kind.Button });
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

/** A menu as the reader's own system draws it: it can be used with any keyboard, screen reader or thumb. */
function menu(control: APISelectMenuComponent, message: APIMessage, view: View): TemplateResult {
  const { say, act } = view;
  const label = control.placeholder ?? say.log.choose;
  const isMany = (control.max_values ?? 1) > 1;
  const send = (select: HTMLSelectElement) => {
    const values = [...select.selectedOptions].map(({ value }) => value).filter(Boolean);
    if (values.length > 0) void act.press(message, { customId: control.custom_id, type: control.type, values });
  };
  const onChange = ({ currentTarget }: Event) => {
    if (!isMany && currentTarget instanceof HTMLSelectElement) send(currentTarget);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const select = event.currentTarget instanceof Element && event.currentTarget.querySelector('select');
    if (select) send(select);
  };
  const options = offeredIn(view.state, control).map(
    ({ value, label: words, isChosen }) => html`<option value=${value} ?selected=${isChosen}>${words}</option>`,
  );
  return html`<form class="choice" @submit=${onSubmit}>
    <select ?multiple=${isMany} aria-label=${label} ?disabled=${control.disabled === true} @change=${onChange}>
      ${isMany ? nothing : html`<option value="">${label}</option>`}${options}
    </select>
    ${isMany ? html`<button class="plain">${say.log.chooseMany}</button>` : nothing}
  </form>`;
}
