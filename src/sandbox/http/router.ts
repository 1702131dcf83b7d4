import type { Answer, Call } from './call.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RouteRules {
  /** Who may call: by default anyone with a token; `token` routes carry their own secret in the path. */
  readonly by?: 'bot' | 'person' | 'token';
  /** Requests of one bot in a window of `per` ms, counted apart for each channel, server or webhook; null is no limit. */
  readonly limit?: readonly [requests: number, per: number] | null;
  /** Whether Discord leaves the route out of the 50 a second. */
  readonly exempt?: boolean;
}

export interface Route extends RouteRules {
  readonly method: Method;
  /** As Discord's documentation writes it: `/channels/{channel_id}/messages`. */
  readonly template: string;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}

export const route = (method: Method, template: string, handle: Route['handle'], rules: RouteRules = {}): Route => ({
  method,
  template,
  handle,
  ...rules,
});

interface Node {
  readonly words: Map<string, Node>;
  parameter?: { readonly name: string; readonly node: Node };
  readonly routes: Map<string, Route>;
}

export interface Match {
  readonly route: Route | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a path; undefined where there is none for any method, `route: undefined` where there is for others. */
export type Router = (method: string, path: string) => Match | undefined;

export function openRouter(routes: readonly Route[]): Router {
  const root = node();
  for (const each of routes) {
    let at = root;
    for (const part of each.template.split('/').slice(1)) at = child(at, part);
    at.routes.set(each.method, each);
  }
  return (method, path) => {
    const params: Record<string, string> = {};
    let at: Node | undefined = root;
    for (const part of path.split('/').slice(1)) {
      const word: Node | undefined = at.words.get(part);
      if (word === undefined && at.parameter !== undefined && part !== '') {
        params[at.parameter.name] = decodePart(part);
        at = at.parameter.node;
      } else at = word;
      if (at === undefined) return undefined;
    }
    return at.routes.size === 0 ? undefined : { route: at.routes.get(method), params };
  };
}

const node = (): Node => ({ words: new Map(), routes: new Map() });

function child(at: Node, part: string): Node {
  const name = /^\{(.+)\}$/.exec(part)?.[1];
  if (name !== undefined) {
    at.parameter ??= { name, node: node() };
    return at.parameter.node;
  }
  const known = at.words.get(part) ?? node();
  at.words.set(part, known);
  return known;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
