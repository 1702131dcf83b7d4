import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { View } from './view.ts';

/** A field of a form, whichever way the bot wrapped it. */
interface Field {
  readonly custom_id: string;
  readonly label: string;
  readonly description?: string;
  readonly isLong: boolean;
  readonly isRequired: boolean;
  readonly value: string;
  readonly placeholder: string;
  readonly max: number;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

/** Opens a dialog over all else, which keeps the keys within it, once it is drawn. */
export const modalDialog = ref((dialog) => {
  if (dialog instanceof HTMLDialogElement && !dialog.open)
    queueMicrotask(() => dialog.isConnected && dialog.showModal());
});

/** The form a bot asks to be filled in, as a dialog. */
export function modalView({ state: { modal }, say, act }: View): TemplateResult | typeof nothing {
  if (!modal) return nothing;
  const fields = modal.components.flatMap((part) => fieldsIn(part));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const data = new FormData(event.currentTarget);
    const given = fields.map(({ custom_id, options }) => {
      const value = data.getAll(custom_id).map(String);
      return [custom_id, options ? value : (value[0] ?? '')] as const;
    });
    void act.answer(Object.fromEntries(given));
  };
  return html`<dialog
    class="modal"
    aria-labelledby="modal-title"
    ${modalDialog}
    @close=${() => act.closeModal()}
    ><form @submit=${submit}>
      <h2 id="modal-title">${modal.title}</h2>
      ${fields.map(fieldView)}
      <div class="row">
        <button type="button" class="plain" @click=${() => act.closeModal()}>${say.modal.cancel}</button>
        <button class="send">${say.modal.submit}</button>
      </div>
    </form></dialog
  >`;
}

function fieldView(field: Field): TemplateResult {
  const { custom_id, label, description, isLong, isRequired, value, placeholder, max, options } = field;
  const input = options
    ? html`<select name=${custom_id} ?required=${isRequired}>
        ${options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
      </select>`
    : isLong
      ? html`<textarea name=${custom_id} ?required=${isRequired} maxlength=${max} placeholder=${placeholder} .value=${value}></textarea>`
      : html`<input name=${custom_id} ?required=${isRequired} maxlength=${max} placeholder=${placeholder} .value=${value} />`;
  return html`<label
    ><span>${label}${isRequired ? html`<b> *</b>` : nothing}</span>${description ? html`<small>${description}</small>` : nothing}${input}</label
  >`;
}

type Part = Readonly<Record<string, unknown>>;
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && 'type' in value;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const [ROW, MENU, LINE, LABEL] = [1, 3, 4, 18] as const;

/** Lines and menus of a form; what else there may be, the sandbox does not draw. */
function fieldsIn(part: unknown, label = '', description?: string): Field[] {
  if (!isPart(part)) return [];
  if (part['type'] === ROW && Array.isArray(part['components']))
    return part['components'].flatMap((each) => fieldsIn(each));
  if (part['type'] === LABEL)
    return fieldsIn(part['component'], text(part['label']), text(part['description']) || undefined);
  if (part['type'] !== LINE && part['type'] !== MENU) return [];
  const options: readonly unknown[] = Array.isArray(part['options']) ? part['options'] : [];
  return [
    {
      custom_id: text(part['custom_id']),
      label: text(part['label']) || label,
      ...(description && { description }),
      isLong: part['style'] === 2,
      isRequired: part['required'] !== false,
      value: text(part['value']),
      placeholder: text(part['placeholder']),
      max: Number(part['max_length'] ?? 4_000),
      ...(part['type'] === MENU && {
        options: options.filter(isPartial).map((each) => ({ label: text(each['label']), value: text(each['value']) })),
      }),
    },
  ];
}

const isPartial = (value: unknown): value is Part => typeof value === 'object' && value !== null;
