import { type core, safeParse, type ZodMiniType } from 'zod/mini';
import { type FormFault, invalidForm } from './problem.ts';

type Issue = core.$ZodIssue;

/**
 * The body as the official description types it, keys it does not know left out; anything it forbids is refused as Discord
 * refuses it, under `at` where the form is part of a larger body.
 */
export function form<T>(schema: ZodMiniType<T>, body: unknown, at: readonly (string | number)[] = []): T {
  const result = safeParse(schema, body ?? {});
  if (result.success) return result.data;
  throw invalidForm(result.error.issues.map((issue) => faultOf(issue, at, body ?? {})));
}

export const fault = (path: FormFault['path'], code: string, message: string): FormFault => ({ path, code, message });
export const required = (path: FormFault['path']): FormFault =>
  fault(path, 'BASE_TYPE_REQUIRED', 'This field is required');
export const tooLong = (path: FormFault['path'], max: number): FormFault =>
  fault(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
export const notAChoice = (path: FormFault['path'], choices: readonly unknown[]): FormFault =>
  fault(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);

function faultOf(issue: Issue, at: readonly (string | number)[], body: unknown): FormFault {
  const path = [...at, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))];
  const value = issue.path.reduce<unknown>(valueAt, body);
  if (issue.code === 'invalid_union') return ofUnion(issue.errors, path, value);
  if (value === undefined || value === null) return required(path);
  switch (issue.code) {
    case 'too_big':
      return bound(path, issue.origin, `${issue.maximum} or fewer`, `less than or equal to ${issue.maximum}`, 'MAX');
    case 'too_small':
      return issue.origin === 'string' && value === ''
        ? required(path)
        : bound(path, issue.origin, `${issue.minimum} or more`, `greater than or equal to ${issue.minimum}`, 'MIN');
    case 'invalid_value':
      return notAChoice(path, issue.values);
    case 'invalid_format':
      return ofFormat(path, issue.format, value);
    case 'invalid_type':
      return ofType(path, issue.expected, value);
    default:
      return fault(path, 'BASE_TYPE_BAD_VALUE', issue.message);
  }
}

function bound(path: FormFault['path'], origin: string, length: string, size: string, end: 'MIN' | 'MAX'): FormFault {
  const counted = origin === 'string' || origin === 'array';
  return counted
    ? fault(path, `BASE_TYPE_${end}_LENGTH`, `Must be ${length} in length.`)
    : fault(path, `NUMBER_TYPE_${end}`, `int value should be ${size}.`);
}

function ofFormat(path: FormFault['path'], format: string, value: unknown): FormFault {
  if (format === 'url') return fault(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  if (format === 'datetime') return fault(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${value}. Should be ISO8601.`);
  return fault(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not snowflake.`);
}

function ofType(path: FormFault['path'], expected: string, value: unknown): FormFault {
  if (expected === 'string') return fault(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
  if (expected === 'boolean') return fault(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  if (expected === 'array') return fault(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  if (expected === 'object' || expected === 'record')
    return fault(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
  return fault(path, 'NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
}

/** Of several kinds a thing may be, the one whose `type` it names is the one whose faults are worth telling. */
function ofUnion(branches: Issue[][], path: readonly (string | number)[], value: unknown): FormFault {
  const aboutType = ({ path: [first, second] }: Issue) => first === 'type' && second === undefined;
  const meant = branches.filter((issues) => !issues.some(aboutType));
  const [closest] = meant.length > 0 ? meant : [branches.flat().filter(aboutType)];
  const [issue] = closest ?? [];
  if (meant.length === 0 && issue !== undefined) {
    const kinds = branches
      .flat()
      .flatMap((each) => (each.code === 'invalid_value' && aboutType(each) ? each.values : []));
    if (kinds.length > 0) return notAChoice([...path, 'type'], [...new Set(kinds)]);
  }
  return issue === undefined
    ? fault(path, 'BASE_TYPE_BAD_VALUE', 'Value is not of a known kind.')
    : faultOf(issue, path, value);
}

const valueAt = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** A record, whatever its keys. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of a body with some keys read first: Discord takes bit sets and ids as numbers and as strings alike. */
export function readFirst(body: unknown, readers: Readonly<Record<string, (value: unknown) => unknown>>): unknown {
  if (!isRecord(body)) return body;
  const read = Object.entries(readers).flatMap(([key, reader]) => (key in body ? [[key, reader(body[key])]] : []));
  return { ...body, ...Object.fromEntries(read) };
}

/** `"8"` as 8; what is not a whole number in words stays what it was, for the form to refuse. */
export const bitsFromText = (value: unknown): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
