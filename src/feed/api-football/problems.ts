import { MINUTE } from '../../match/instant.ts';

/** What went wrong with a call, in plain words, and what follows from it. */
export interface ApiProblem {
  readonly kind: 'unreachable' | 'key' | 'day-used-up' | 'too-fast' | 'plan' | 'request' | 'budget';
  readonly text: string;
  /** How long to leave the provider alone, in milliseconds. */
  readonly pauseMs?: number;
}

/** A key that is refused is not tried again at once: too many such calls and the provider bars the address. */
const PAUSE_AFTER_REFUSAL = 15 * MINUTE;
const A_MINUTE_LIMIT = MINUTE;
const LONGEST_QUOTE = 200;

/**
 * The problem in an answer's `errors`, which come with HTTP 200; undefined where there is none. What it says is quoted
 * where it helps, never where it may hold the key.
 */
export function problemIn(errors: readonly (readonly [name: string, said: string])[]): ApiProblem | undefined {
  const [first] = errors;
  if (!first) return undefined;
  const said = (pattern: RegExp) => errors.some(([name, text]) => pattern.test(name) || pattern.test(text));
  if (said(/^token$|application key|api key/i)) {
    return {
      kind: 'key',
      text: 'API-Football does not accept the key in API_FOOTBALL_KEY',
      pauseMs: PAUSE_AFTER_REFUSAL,
    };
  }
  if (said(/^access$|suspended/i)) {
    return { kind: 'key', text: 'API-Football has suspended the account of this key', pauseMs: PAUSE_AFTER_REFUSAL };
  }
  if (said(/^ratelimit$|too many requests|per minute/i)) {
    return { kind: 'too-fast', text: 'API-Football asks for fewer calls a minute', pauseMs: A_MINUTE_LIMIT };
  }
  if (said(/^requests$|limit for the day/i)) {
    return { kind: 'day-used-up', text: 'API-Football says that the calls of this day are used up' };
  }
  const [name, text] = first;
  const quote = `${/^\d+$/.test(name) ? '' : `${name}: `}${text}`.replaceAll(/\s+/g, ' ').slice(0, LONGEST_QUOTE);
  if (said(/^plan$/i)) return { kind: 'plan', text: `API-Football's plan does not allow it (${quote})` };
  return { kind: 'request', text: `API-Football refused the question (${quote})` };
}

/** The problem behind an answer that was none. */
export function problemOf(answer: {
  readonly problem: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
}): ApiProblem {
  const { problem, status, retryAfterMs } = answer;
  if (status === 401 || status === 403) {
    return {
      kind: 'key',
      text: `API-Football does not accept the key in API_FOOTBALL_KEY (${status})`,
      pauseMs: PAUSE_AFTER_REFUSAL,
    };
  }
  if (status === 429) {
    return {
      kind: 'too-fast',
      text: 'API-Football asks for fewer calls a minute',
      pauseMs: retryAfterMs ?? A_MINUTE_LIMIT,
    };
  }
  return { kind: 'unreachable', text: problem, ...(retryAfterMs !== undefined && { pauseMs: retryAfterMs }) };
}
