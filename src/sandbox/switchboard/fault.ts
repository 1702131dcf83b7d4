import * as z from 'zod/mini';
import { form } from '../form.ts';
import type { Route } from '../http/router.ts';

const times = z.optional(z.int().check(z.positive()));
/** Which requests a fault strikes; what is not said strikes all. `route` is a template or a regular expression over the path. */
const target = {
  method: z.optional(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  route: z.optional(z.string()),
  channelId: z.optional(z.string()),
};
const gatewayFault = z.object({
  kind: z.literal('gateway'),
  action: z.enum(['drop', 'zombie', 'invalid-session', 'reconnect']),
  resumable: z.optional(z.boolean()),
});
const httpFault = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status'),
    status: z.int().check(z.gte(400), z.lte(599)),
    code: z.optional(z.int()),
    message: z.optional(z.string()),
    /** Seconds, for 429. */
    retryAfter: z.optional(z.number()),
    scope: z.optional(z.enum(['user', 'global', 'shared'])),
    times,
    ...target,
  }),
  z.object({ kind: z.literal('delay'), ms: z.number().check(z.nonnegative(), z.lte(60_000)), times, ...target }),
  z.object({ kind: z.literal('lost-answer'), times, ...target }),
]);
const FaultForm = z.union([gatewayFault, httpFault]);

export type GatewayFault = z.infer<typeof gatewayFault>;
export type HttpFault = z.infer<typeof httpFault>;
export type ArmedFault = HttpFault & { readonly id: number; readonly left: number };

/** The faults that wait for their request. `times` is how many requests each strikes, 1 unless said. */
export interface Faults {
  arm(fault: HttpFault): ArmedFault;
  list(): readonly ArmedFault[];
  clear(id?: number): void;
  /** The first fault of that kind for this request, one use of it taken. */
  take<K extends HttpFault['kind']>(kind: K, aim: Aim): Extract<HttpFault, { kind: K }> | undefined;
}

export interface Aim {
  readonly route: Route;
  readonly path: string;
  readonly channelId: string | undefined;
}

export const readFault = (body: unknown): GatewayFault | HttpFault => form<GatewayFault | HttpFault>(FaultForm, body);

export function openFaults(): Faults {
  const armed = new Map<number, ArmedFault>();
  let next = 1;
  return {
    arm(fault) {
      const one = { ...fault, id: next, left: fault.times ?? 1 };
      next += 1;
      armed.set(one.id, one);
      return one;
    },
    list: () => [...armed.values()],
    clear(id) {
      if (id === undefined) armed.clear();
      else armed.delete(id);
    },
    take(kind, aim) {
      for (const fault of armed.values()) {
        if (!isKind(fault, kind) || !strikes(fault, aim)) continue;
        if (fault.left <= 1) armed.delete(fault.id);
        else armed.set(fault.id, { ...fault, left: fault.left - 1 });
        return fault;
      }
      return undefined;
    },
  };
}

const isKind = <K extends HttpFault['kind']>(
  fault: ArmedFault,
  kind: K,
): fault is ArmedFault & Extract<HttpFault, { kind: K }> => fault.kind === kind;

function strikes(fault: ArmedFault, { route, path, channelId }: Aim): boolean {
  if (fault.method !== undefined && fault.method !== route.method) return false;
  if (fault.channelId !== undefined && fault.channelId !== channelId) return false;
  return fault.route === undefined || fault.route === route.template || matches(fault.route, path);
}

function matches(pattern: string, path: string): boolean {
  try {
    return new RegExp(pattern).test(path);
  } catch {
    return false;
  }
}
