import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { currentOption, currentText, erased, focused, left, type Problem } from '../composer/composer.ts';
import { activeOffer, type Offer, offersFor } from '../composer/offer.ts';
import type { Filled } from '../composer/value.ts';
import type { Texts } from '../texts/texts.ts';
import * as icons from './icons.ts';
import { channelName, type View } from './view.ts';

/** The field the caret is put into, and the list it opens. */
export const fieldId = (at: number): string => `field-${at}`;
const LIST = 'offers';

/** The line to write on. After `/` it is a combobox over the commands, then one for each option. */
export function composerView(view: View): TemplateResult {
  const { state, say, act } = view;
  const { composer } = state;
  const offers = offersFor(state, say.composer);
  const active = activeOffer(composer, offers);
  const field = (at: number, label: string, value: string, hint: string, isRequired = false) =>
    html`<input
      id=${fieldId(at)}
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck=${composer.use ? 'false' : 'true'}
      aria-label=${label}
      aria-autocomplete="list"
      aria-expanded=${offers.length > 0 && composer.at === at}
      aria-controls=${LIST}
      aria-activedescendant=${composer.at === at && active >= 0 ? `offer-${active}` : nothing}
      aria-required=${isRequired}
      aria-invalid=${composer.problem !== undefined && composer.at === at}
      aria-describedby=${composer.problem ? 'problem' : nothing}
      placeholder=${hint}
      .value=${live(value)}
      @input=${({ currentTarget }: Event) => currentTarget instanceof HTMLInputElement && act.type(currentTarget.value)}
      @focus=${() => act.edit((known) => focused(known, at))}
      @keydown=${(event: KeyboardEvent) => onKey(event, view)}
    />`;
  const { use, filled } = composer;
  const place = channelName(state, state.open);
  return html`<form
    class="composer"
    @submit=${(event: Event) => event.preventDefault()}
    >${popup(view, offers, active)}${
      composer.problem
        ? html`<p id="problem" class="problem" role="alert">${wordsFor(composer.problem, say)}</p>`
        : nothing
    }<div class="line ${use ? 'command' : ''}"
      >${
        use
          ? html`<span class="name">${icons.slash}${use.title}</span
              >${filled.map((each, at) => optionField(each, at, view, field))}${tail(view, field)}<button
                type="button"
                class="bare"
                aria-label=${say.composer.cancel}
                title=${say.composer.cancel}
                @click=${() => act.edit(left)}
              >
                ${icons.cross}
              </button>`
          : field(
              0,
              say.composer.message(place),
              composer.text,
              `${say.composer.message(place)} · ${say.composer.hint}`,
            )
      }<button type="button" class="send" @click=${() => act.submit()}>${say.composer.send}</button></div
    >
  </form>`;
}

type Field = (at: number, label: string, value: string, hint: string, isRequired?: boolean) => TemplateResult;

function optionField({ option, text }: Filled, at: number, { say }: View, field: Field): TemplateResult {
  const how = option.required ? say.composer.required : say.composer.optional;
  return html`<label class="option ${option.required ? 'required' : ''}"
    ><span aria-hidden="true">${option.label}${option.required ? html`<b>*</b>` : nothing}</span>${field(
      at,
      `${option.label}: ${option.description} (${how})`,
      text,
      '',
      option.required,
    )}</label
  >`;
}

function tail({ state: { composer }, say }: View, field: Field): TemplateResult {
  const rest = (composer.use?.options.length ?? 0) - composer.filled.length;
  const hint = rest > 0 ? `+${rest} ${say.composer.optional} · ${say.composer.sendHint}` : say.composer.sendHint;
  return field(composer.filled.length, rest > 0 ? say.composer.more : say.composer.sendHint, composer.text, hint);
}

/** The list above the line, with what it is a list of. */
function popup(view: View, offers: readonly Offer[], active: number): TemplateResult {
  const { state, say } = view;
  const { composer } = state;
  const option = currentOption(composer)?.option;
  const choices = option?.autocomplete === true ? composer.completing?.choices : undefined;
  const isCommand = !composer.use && composer.text.startsWith('/') && !composer.isShut;
  const note =
    choices === 'waiting'
      ? say.composer.loading
      : choices === 'failed'
        ? say.composer.failed
        : choices?.length === 0 && currentText(composer) !== ''
          ? say.composer.nothing
          : isCommand && offers.length === 0
            ? say.composer.nothing
            : undefined;
  const heading = !composer.use
    ? say.composer.commands
    : option
      ? `${option.label}: ${option.description}`
      : say.composer.options;
  const isOpen = !composer.isShut && (offers.length > 0 || note !== undefined || option !== undefined);
  return html`<div class="popup" ?hidden=${!isOpen}>
    <p class="heading" aria-hidden="true">${heading}</p>
    <ul id=${LIST} role="listbox" aria-label=${heading}>
      ${offers.map((offer, index) => offerLine(offer, index, active, view))}
    </ul>
    <p class="note" role="status">${note ?? html`<span class="unseen">${offers.length > 0 ? say.composer.count(offers.length) : ''}</span>`}</p>
  </div>`;
}

function offerLine(offer: Offer, index: number, active: number, { act, say }: View): TemplateResult {
  // The list must not take the caret from the field: the press is taken before it can.
  const pick = (event: Event) => {
    event.preventDefault();
    act.pick(offer);
  };
  return html`<li
    id="offer-${index}"
    role="option"
    aria-selected=${index === active}
    @mousedown=${pick}
    >${lineOf(offer, say)}</li
  >`;
}

function lineOf(offer: Offer, { composer }: Texts): TemplateResult {
  switch (offer.kind) {
    case 'use': {
      const needed = offer.use.options.filter(({ required }) => required);
      return html`<span><b>/${offer.use.title}</b>${needed.map(({ label }) => html` <code>${label}</code>`)}</span
        ><small>${offer.use.description}</small>`;
    }
    case 'option':
      return html`<span><b>${offer.option.label}</b></span><small>${offer.option.description} (${composer.optional})</small>`;
    case 'value':
      return html`<span>${offer.label}</span>`;
  }
}

/** Arrows walk the list, Tab and Enter take from it, Enter sends, Escape shuts and then leaves. */
function onKey(event: KeyboardEvent, { act }: View): void {
  if (event.isComposing) return;
  if (obey(event, act)) event.preventDefault();
}

/** Does what a key means here. Says whether it means anything. */
function obey({ key, shiftKey, currentTarget }: KeyboardEvent, act: View['act']): boolean {
  switch (key) {
    case 'ArrowDown':
      return act.walk(1);
    case 'ArrowUp':
      return act.walk(-1);
    case 'Tab':
      return !shiftKey && act.take();
    case 'Enter':
      void act.submit();
      return true;
    case 'Escape':
      act.retreat();
      return true;
    case 'Backspace': {
      const isEmpty = currentTarget instanceof HTMLInputElement && currentTarget.value === '';
      if (isEmpty) act.edit(erased);
      return isEmpty;
    }
    default:
      return false;
  }
}

function wordsFor(problem: Problem, { composer }: Texts): string {
  switch (problem.kind) {
    case 'option':
      return composer.faults[problem.fault](problem.option);
    case 'unknown-command':
      return composer.unknownCommand(problem.name);
    case 'forbidden-command':
      return composer.forbidden(problem.name);
    case 'refused':
      return problem.words;
  }
}
