import type { APIMessage, APISelectMenuComponent } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type MenuOffer, offeredIn } from './menu-offers.ts';
import type { View } from './view.ts';

/** A select menu. It is drawn afresh when its message changes, so that it shows what the bot says is chosen. */
export function menuView(control: APISelectMenuComponent, message: APIMessage, view: View): unknown {
  const draw = (control.max_values ?? 1) > 1 ? many : one;
  return keyed(`${message.edited_timestamp} ${JSON.stringify(control)}`, draw(control, message, view));
}

const send = (control: APISelectMenuComponent, message: APIMessage, values: readonly string[], { act }: View): void =>
  void act.press(message, { customId: control.custom_id, type: control.type, values });

/** One choice, in a list as the reader's own system draws it: it can be used with any keyboard, screen reader or thumb. */
function one(control: APISelectMenuComponent, message: APIMessage, view: View): TemplateResult {
  const label = control.placeholder ?? view.say.log.choose;
  const isOptional = control.min_values === 0;
  const onChange = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    const { value } = currentTarget;
    if (value !== '' || isOptional) send(control, message, value === '' ? [] : [value], view);
  };
  return html`<div class="choice">
    <select aria-label=${label} ?disabled=${control.disabled === true} @change=${onChange}>
      <option value="">${label}</option>
      ${offeredIn(view.state, control).map(
        (offer) => html`<option value=${offer.value} ?selected=${offer.isChosen}>${inFull(offer)}</option>`,
      )}
    </select>
  </div>`;
}

/** Several choices, ticked in a list that opens, and sent together. */
function many(control: APISelectMenuComponent, message: APIMessage, view: View): TemplateResult {
  const { say } = view;
  const offers = offeredIn(view.state, control);
  const label = control.placeholder ?? say.log.choose;
  const [min, max] = [control.min_values ?? 1, Math.min(control.max_values ?? 1, offers.length)];
  const fits = (count: number) => count >= min && count <= max;
  const chosen = offers.filter(({ isChosen }) => isChosen);
  const onChange = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLFormElement)) return;
    const button = currentTarget.querySelector('button');
    if (button) button.disabled = !fits(new FormData(currentTarget).getAll('value').length);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (!(form instanceof HTMLFormElement)) return;
    const values = new FormData(form).getAll('value').map(String);
    const menu = form.closest('details');
    if (menu) menu.open = false;
    menu?.querySelector('summary')?.focus();
    if (fits(values.length)) send(control, message, values, view);
  };
  return html`<details class="menu" ?inert=${control.disabled === true}>
    <summary>${label}${chosen.length > 0 ? html`<small>${chosen.map((each) => each.label).join(' · ')}</small>` : nothing}</summary>
    <form @submit=${onSubmit} @change=${onChange}>
      <fieldset>
        <legend>${label} <small>${say.log.chooseBetween(min, max)}</small></legend>
        ${offers.map(tick)}
      </fieldset>
      <button class="plain" ?disabled=${!fits(chosen.length)}>${say.log.chooseMany}</button>
    </form>
  </details>`;
}

const tick = (offer: MenuOffer): TemplateResult =>
  html`<label><input type="checkbox" name="value" value=${offer.value} ?checked=${offer.isChosen} /> ${inFull(offer)}</label>`;

const inFull = ({ label, description }: MenuOffer): string => [label, description].filter(Boolean).join(', ');
