import { type Clock, type Instant, SECOND } from '../match/instant.ts';

/** How long a provider may take for a whole answer, in milliseconds. */
const TIME_OUT_MS = 10 * SECOND;
const RETRIES = 2;
const FIRST_PAUSE_MS = 500;
/** How many addresses' last answers are kept to be asked about again. */
const KEPT_ANSWERS = 50;

export interface ProviderHttpOptions {
  /** As a reader knows it: `API-Football`. Every problem begins with it. */
  readonly provider: string;
  readonly baseUrl: string;
  /** Sent with every request, the secret key among them; no problem ever repeats them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** Asked before each retry, which is one more call: false where the provider's budget does not allow it. */
  readonly mayRetry?: () => boolean | Promise<boolean>;
  readonly timeOutMs?: number;
}

export type ProviderAnswer =
  | { readonly ok: true; readonly status: number; readonly body: unknown; readonly headers: Headers }
  | {
      readonly ok: false;
      /** In plain words, with the provider's name and never its key. */
      readonly problem: string;
      /** Absent where nothing was answered. */
      readonly status?: number;
      readonly headers?: Headers;
      /** What was answered, where it was JSON: providers explain themselves there. */
      readonly body?: unknown;
      /** How long the provider asks to be left alone, in milliseconds. */
      readonly retryAfterMs?: number;
    };

export interface ProviderHttp {
  /** One GET of a path below the base address, such as `/fixtures`. Never throws. */
  get(path: string, query?: Readonly<Record<string, string>>): Promise<ProviderAnswer>;
}

interface Kept {
  readonly ask: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * A small client for a provider of JSON: time-out, up to two retries after a 5xx or a broken connection, conditional
 * requests where the provider marks its answers. A 429 is a value, with how long to wait.
 */
export function providerHttp(options: ProviderHttpOptions): ProviderHttp {
  const { provider, clock, sleep, random, timeOutMs = TIME_OUT_MS } = options;
  const base = options.baseUrl.replace(/\/+$/, '');
  const kept = new Map<string, Kept>();

  async function attempt(url: string): Promise<ProviderAnswer & { readonly again?: boolean }> {
    try {
      const response = await options.fetch(url, {
        headers: { accept: 'application/json', ...options.headers, ...kept.get(url)?.ask },
        // The key must not follow a redirect to another host.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeOutMs),
      });
      return await read(url, response);
    } catch (error) {
      return { ok: false, problem: `${provider} cannot be reached (${reasonOf(error)})`, again: true };
    }
  }

  async function read(url: string, response: Response): Promise<ProviderAnswer & { readonly again?: boolean }> {
    const { status, headers } = response;
    const text = await response.text();
    const last = kept.get(url);
    if (status === 304 && last) return { ok: true, status, body: last.body, headers };
    const body = parse(text);
    if (response.ok && body !== undefined) {
      keep(url, headers, body);
      return { ok: true, status, body, headers };
    }
    const retryAfterMs = readRetryAfter(headers.get('retry-after'), clock.now());
    return {
      ok: false,
      problem: response.ok ? `${provider} answered something that is not JSON` : `${provider} answered ${status}`,
      status,
      headers,
      ...(body !== undefined && { body }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      again: status >= 500,
    };
  }

  function keep(url: string, headers: Headers, body: unknown): void {
    const etag = headers.get('etag');
    const modified = headers.get('last-modified');
    kept.delete(url);
    if (!etag && !modified) return;
    kept.set(url, {
      ask: { ...(etag && { 'if-none-match': etag }), ...(modified && { 'if-modified-since': modified }) },
      body,
    });
    const [oldest] = kept.keys();
    if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
  }

  return {
    async get(path, query = {}) {
      const search = new URLSearchParams(query).toString();
      const url = `${base}${path}${search && `?${search}`}`;
      for (let retries = 0; ; retries += 1) {
        const { again = false, ...answer } = await attempt(url);
        if (!again || retries >= RETRIES || !(await (options.mayRetry?.() ?? true))) return answer;
        // Half of the pause is chance, so that many bots do not all come back at once.
        await sleep(FIRST_PAUSE_MS * 2 ** retries * (0.5 + random() / 2));
      }
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Both spellings: seconds, and a date. In milliseconds from now. */
function readRetryAfter(header: string | null, now: Instant): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (header.trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * SECOND);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The system's own short word for it: a message might repeat what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name;
}
