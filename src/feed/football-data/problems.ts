import { MINUTE, SECOND } from '../../match/instant.ts';
import type { ProviderAnswer } from '../provider-http.ts';

/** What went wrong with a call, in plain words, and for how long the provider is left alone, in milliseconds. */
export interface Problem {
  readonly text: string;
  readonly pauseMs?: number;
}

/** A key that is refused is not tried again at once. */
const PAUSE_AFTER_REFUSAL = 15 * MINUTE;
const LONGEST_QUOTE = 200;

/** What is behind an answer that was none. The provider's own words are quoted where they help, never where the key is wrong. */
export function problemOf(answer: Extract<ProviderAnswer, { ok: false }>): Problem {
  const { status, problem, retryAfterMs } = answer;
  const said = wordsIn(answer.body);
  if (status === 429) {
    const pauseMs = retryAfterMs ?? resetOf(answer.headers) ?? waitIn(said) ?? MINUTE;
    return { text: 'football-data.org asks for fewer calls a minute', pauseMs };
  }
  if (status === 401 || (status === 400 && /token/i.test(said))) {
    return {
      text: 'football-data.org does not accept the key in FOOTBALL_DATA_KEY',
      pauseMs: PAUSE_AFTER_REFUSAL,
    };
  }
  if (status === 403) {
    return {
      text: 'football-data.org does not open one of these competitions to the key in FOOTBALL_DATA_KEY',
      pauseMs: PAUSE_AFTER_REFUSAL,
    };
  }
  if (status !== undefined && status >= 400 && status < 500 && said !== '') {
    return { text: `football-data.org refused the question (${said})`, pauseMs: MINUTE };
  }
  return { text: problem, ...(retryAfterMs !== undefined && { pauseMs: retryAfterMs }) };
}

/** How many calls are left in this minute, and for how long; undefined where the headers do not say. */
export function minuteLeft(
  headers: Headers | undefined,
): { readonly calls: number; readonly forMs: number } | undefined {
  const calls = headers?.get('x-requests-available-minute') ?? headers?.get('x-requestsavailable');
  if (calls === undefined || calls === null || !/^\d+$/.test(calls)) return undefined;
  return { calls: Number(calls), forMs: resetOf(headers) ?? MINUTE };
}

function resetOf(headers: Headers | undefined): number | undefined {
  const seconds = headers?.get('x-requestcounter-reset') ?? '';
  return /^\d+$/.test(seconds) ? Number(seconds) * SECOND : undefined;
}

/** `You reached your request limit. Wait 47 seconds.` */
function waitIn(said: string): number | undefined {
  const seconds = /wait (\d{1,4}) seconds?/i.exec(said)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * SECOND;
}

function wordsIn(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('message' in body)) return '';
  return String(body.message).replaceAll(/\s+/g, ' ').slice(0, LONGEST_QUOTE);
}
