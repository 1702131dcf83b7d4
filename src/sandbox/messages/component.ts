import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { fault, required } from '../form.ts';
import type { FormFault } from '../problem.ts';

export const COMPONENTS_V2 = 32_768;
const ROWS = 5;
const V2_CHARACTERS = 4_000;

type Path = readonly (string | number)[];
/** A component whatever its kind, for walking down a tree of them. */
interface Part {
  readonly type: number;
  readonly [key: string]: unknown;
}

/** What Discord refuses in components beyond their official description. */
export function componentFaults(components: readonly APIMessageTopLevelComponent[], flags: number): FormFault[] {
  const modern = (flags & COMPONENTS_V2) !== 0;
  const faults: FormFault[] = [];
  if (!modern && components.length > ROWS)
    faults.push(fault(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${ROWS} in length.`));
  for (const [index, component] of components.entries()) {
    if (!modern && component.type !== ComponentType.ActionRow)
      faults.push(fault(['components', index, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of (1,).'));
  }
  const parts = [...partsOf(components, ['components'])];
  for (const [part, at] of parts) faults.push(...rowFaults(part, at), ...controlFaults(part, at));
  faults.push(...doubles(parts));
  const words = parts.reduce((sum, [{ type, content }]) => sum + (type === 10 ? String(content ?? '').length : 0), 0);
  if (words > V2_CHARACTERS)
    faults.push(fault(['components'], 'COMPONENT_MAX_TOTAL_LENGTH', `Must be ${V2_CHARACTERS} or fewer in length.`));
  if (modern && parts.length > 40)
    faults.push(fault(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'Must be 40 or fewer in length.'));
  return faults;
}

/** Every component of a tree, outermost first, with its path. */
export function* partsOf(components: readonly unknown[], at: Path): Generator<[Part, Path]> {
  for (const [index, component] of components.entries()) {
    if (!isPart(component)) continue;
    const here = [...at, index];
    yield [component, here];
    if (Array.isArray(component['components'])) yield* partsOf(component['components'], [...here, 'components']);
    for (const key of ['accessory', 'component']) if (isPart(component[key])) yield [component[key], [...here, key]];
  }
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'number';

function rowFaults(part: Part, at: Path): FormFault[] {
  if (part.type !== ComponentType.ActionRow || !Array.isArray(part['components'])) return [];
  const kinds: number[] = part['components'].filter(isPart).map(({ type }) => type);
  const mixed = kinds.length > 1 && kinds.some((type) => type !== ComponentType.Button);
  if (!mixed) return [];
  return [
    fault(
      [...at, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    ),
  ];
}

function controlFaults(part: Part, at: Path): FormFault[] {
  if (isButton(part)) return buttonFaults(part, at);
  if (part.type === ComponentType.StringSelect) return [...selectFaults(part, at), ...amounts(part, at)];
  if (part.type >= ComponentType.UserSelect && part.type <= ComponentType.ChannelSelect) return amounts(part, at);
  return [];
}

const isButton = (part: Part): part is Part & APIButtonComponent => part.type === ComponentType.Button;

function buttonFaults(button: Part & APIButtonComponent, at: Path): FormFault[] {
  const { custom_id, url, label, emoji, sku_id }: Readonly<Record<string, unknown>> = button;
  const faults: FormFault[] = [];
  if (button.style === ButtonStyle.Premium) return sku_id ? [] : [required([...at, 'sku_id'])];
  if (button.style === ButtonStyle.Link) {
    if (custom_id)
      faults.push(fault([...at, 'custom_id'], 'COMPONENT_CUSTOM_ID_NOT_ALLOWED', 'A link button has no custom id'));
    if (!url) faults.push(fault([...at, 'url'], 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required'));
    else if (!/^(https?|discord):/i.test(String(url)))
      faults.push(
        fault(
          [...at, 'url'],
          'URL_TYPE_INVALID_SCHEME',
          `Scheme of "${url}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
        ),
      );
  } else {
    if (url) faults.push(fault([...at, 'url'], 'BUTTON_COMPONENT_URL_NOT_ALLOWED', 'Only a link button has a url'));
    if (!custom_id)
      faults.push(fault([...at, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'));
  }
  if (!label && !emoji)
    faults.push(fault(at, 'BUTTON_COMPONENT_INVALID_LABEL_OR_EMOJI', 'Must have either label or emoji'));
  return [...faults, ...emojiFaults(emoji, [...at, 'emoji'])];
}

function selectFaults(select: Part, at: Path): FormFault[] {
  const options: readonly Part[] = Array.isArray(select['options']) ? select['options'] : [];
  if (options.length === 0) return [required([...at, 'options'])];
  const faults = options.flatMap(({ emoji }, index) => emojiFaults(emoji, [...at, 'options', index, 'emoji']));
  const values = options.map(({ value }) => value);
  for (const [index, value] of values.entries())
    if (values.indexOf(value) !== index)
      faults.push(
        fault(
          [...at, 'options', index, 'value'],
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          'The specified option value is already used',
        ),
      );
  const chosen = options.filter((option) => option['default'] === true).length;
  if (chosen > Number(select['max_values'] ?? 1))
    faults.push(
      fault([...at, 'options'], 'SELECT_COMPONENT_INVALID_DEFAULT_VALUES', 'More default options than max_values'),
    );
  return faults;
}

function amounts(select: Part, at: Path): FormFault[] {
  const [min, max] = [Number(select['min_values'] ?? 1), Number(select['max_values'] ?? 1)];
  const most = Array.isArray(select['options']) ? select['options'].length : 25;
  const faults: FormFault[] = [];
  if (min > max)
    faults.push(fault([...at, 'min_values'], 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`));
  if (max > most)
    faults.push(fault([...at, 'max_values'], 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`));
  return faults;
}

/** A picture character, a keycap or a flag; the server's own emoji have ids instead. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;

function emojiFaults(emoji: unknown, at: Path): FormFault[] {
  if (typeof emoji !== 'object' || emoji === null) return [];
  const { id, name }: { id?: unknown; name?: unknown } = emoji;
  if (id || (typeof name === 'string' && EMOJI.test(name))) return [];
  return [fault([...at, 'name'], 'COMPONENT_INVALID_EMOJI', 'Invalid emoji')];
}

function doubles(parts: readonly [Part, Path][]): FormFault[] {
  const seen = new Set<unknown>();
  return parts.flatMap(([{ custom_id }, at]) => {
    if (typeof custom_id !== 'string') return [];
    const again = seen.has(custom_id);
    seen.add(custom_id);
    if (!again) return [];
    return [fault([...at, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')];
  });
}

/** The component of a message that has this custom id. */
export function controlOf(components: readonly unknown[], customId: string): Part | undefined {
  for (const [part] of partsOf(components, [])) if (part['custom_id'] === customId) return part;
  return undefined;
}

export type Control = Part;

/** Rows as Discord gives them back: every component numbered. */
export function numbered(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const copy = structuredClone([...components]);
  let next = 1;
  for (const [part] of partsOf(copy, [])) if (typeof part['id'] !== 'number') Object.assign(part, { id: next++ });
  return copy;
}
