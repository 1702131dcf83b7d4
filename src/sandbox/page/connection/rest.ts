/** Why Discord did not do what it was asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * Asks the sandbox: paths under `/sandbox` go to its switchboard, all others to Discord's routes.
 * @throws Refusal where Discord refuses; status 0 when it cannot be reached.
 */
export type Ask = <T = void>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<T>;

export function restClient(token: () => string): Ask {
  return async (method, path, body) => {
    const response = await fetch(path.startsWith('/sandbox') ? path : `/api/v10${path}`, {
      method,
      headers: { authorization: token(), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new Refusal(0, 0, String(error));
    });
    const text = await response.text();
    const answer = text === '' ? undefined : JSON.parse(text);
    if (!response.ok)
      throw new Refusal(response.status, answer?.code ?? 0, firstFault(answer?.errors) ?? answer?.message ?? '');
    return answer;
  };
}

/** Discord nests its complaints along the path of the field they are about; one is enough to go on. */
function firstFault(errors: unknown): string | undefined {
  if (typeof errors !== 'object' || errors === null) return undefined;
  for (const [key, value] of Object.entries(errors)) {
    if (key === '_errors' && Array.isArray(value) && typeof value[0]?.message === 'string') return value[0].message;
    const deeper = firstFault(value);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
