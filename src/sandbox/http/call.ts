import { fault } from '../form.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Inbox } from '../interactions/inbox.ts';
import type { Nonces } from '../messages/nonce.ts';
import type { Uploads } from '../messages/uploads.ts';
import { invalidForm } from '../problem.ts';
import type { User } from '../state/model.ts';
import type { World } from '../state/world.ts';

export interface UploadedFile {
  /** The name of its form field, `files[0]`. */
  readonly field: string;
  readonly filename: string;
  readonly content_type: string;
  readonly data: Buffer;
}

/** What every handler may use. */
export interface Discord {
  readonly world: World;
  readonly gateway: Pick<Gateway, 'publish' | 'address'>;
  readonly uploads: Uploads;
  readonly nonces: Nonces;
  readonly inbox: Inbox;
  /** `http://127.0.0.1:PORT` */
  readonly url: () => string;
}

/** One request, its caller known and its body read. */
export interface Call extends Discord {
  readonly caller: User;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
  /** The reader's language as the request's header gives it. */
  readonly locale: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

/** A part of the path. */
export function param(call: Pick<Call, 'params'>, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`This route has no {${name}}.`);
  return value;
}

/** A number of the query between two bounds, or what stands for it when it is not given. */
export function numberIn(query: URLSearchParams, name: string, min: number, max: number, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw invalidForm([fault([name], 'NUMBER_TYPE_COERCE', `int value should be between ${min} and ${max}.`)]);
}

/** A snowflake of the query. */
export function idIn(query: URLSearchParams, name: string): string | undefined {
  const id = query.get(name) ?? undefined;
  if (id === undefined || /^\d{1,20}$/.test(id)) return id;
  throw invalidForm([fault([name], 'NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`)]);
}
