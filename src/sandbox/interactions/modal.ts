import { fault, isRecord, required } from '../form.ts';
import type { Call } from '../http/call.ts';
import { type Control, partsOf } from '../messages/component.ts';
import { demand, type FormFault, invalidForm } from '../problem.ts';
import type { Interaction, Message } from '../state/model.ts';

const TEXT_INPUT = 4;
/** Components of a form that hold an answer. */
const ANSWERS = [3, 4, 5, 6, 7, 8];

export interface ModalHeard {
  readonly source_id?: string;
  readonly message?: Message | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads a form that was sent in against the one that was shown; it can be sent in once. */
export function modalSubmit(call: Call, data: Readonly<Record<string, unknown>>): ModalHeard {
  const shown =
    typeof data['custom_id'] === 'string' ? call.inbox.modalOf(call.caller.id, data['custom_id']) : undefined;
  if (shown?.modal === undefined)
    throw invalidForm([fault(['data', 'custom_id'], 'BASE_TYPE_BAD_VALUE', 'No form of that name is open.')]);
  const said: readonly unknown[] = Array.isArray(data['components']) ? data['components'] : [];
  const answers = new Map([...partsOf(said, [])].map(([part]) => [part['custom_id'], part]));
  const faults: FormFault[] = [];
  const components = shown.modal.components.flatMap((row) => {
    if (!isRecord(row)) return [];
    const [inner] = [...partsOf([row], [])].map(([part]) => part).filter(({ type }) => ANSWERS.includes(type));
    if (inner === undefined) return [];
    const answer = answers.get(inner['custom_id']);
    faults.push(...answerFaults(inner, answer));
    const filled = fill(inner, answer);
    return [row.type === 1 ? { type: 1, id: 1, components: [filled] } : { type: 18, id: 1, component: filled }];
  });
  demand(faults);
  close(call, shown);
  const message = call.world.messages.get(shown.source_id ?? '');
  return {
    ...(shown.source_id === undefined ? {} : { source_id: shown.source_id }),
    message,
    data: { custom_id: shown.modal.custom_id, components },
  };
}

function close(call: Call, shown: Interaction): void {
  const { modal: _, ...rest } = shown;
  call.inbox.settle(rest);
}

function answerFaults(input: Control, answer: Control | undefined): FormFault[] {
  const at = ['data', 'components', String(input['custom_id'])];
  const mandatory = input['required'] !== false;
  if (input.type !== TEXT_INPUT) {
    const values = Array.isArray(answer?.['values']) ? answer['values'] : [];
    return mandatory && values.length === 0 ? [required(at)] : [];
  }
  const value = String(answer?.['value'] ?? '');
  if (value === '') return mandatory ? [required(at)] : [];
  const [min, max] = [Number(input['min_length'] ?? 0), Number(input['max_length'] ?? 4_000)];
  if (value.length >= min && value.length <= max) return [];
  return [fault(at, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)];
}

function fill({ type, custom_id }: Control, answer: Control | undefined) {
  if (type === TEXT_INPUT) return { type, id: 2, custom_id, value: String(answer?.['value'] ?? '') };
  return { type, id: 2, custom_id, values: Array.isArray(answer?.['values']) ? answer['values'] : [] };
}
