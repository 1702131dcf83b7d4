import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { z } from 'zod';

type MakeRequest = RESTOptions['makeRequest'];

/** What Discord says when it refuses something. */
const refusal = z.object({ message: z.string(), code: z.int() });

/** About the request itself, or the pace of requests: these mean the same whoever gives them. */
const TAKEN_AS_THEY_ARE: readonly number[] = [400, 413, 422, 429];

/** Bad gateway: whoever stands between has answered in Discord's place. */
const AWAY = 502;

/**
 * Asks Discord, and takes a refusal that is not Discord's own, a proxy's page for one, for what it is: Discord being
 * away. So it is tried again wherever a 502 is, and a 401 of somebody else does not make the client forget its token.
 */
export const askDiscord: MakeRequest = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  const { status, statusText } = response;
  if (status < 400 || status >= 500 || TAKEN_AS_THEY_ARE.includes(status)) return response;
  const text = await response.text();
  if (isDiscords(status, text)) return new Response(text, { status, statusText, headers: [...response.headers] });
  return new Response(null, { status: AWAY, statusText: `${status}, not from Discord itself` });
};

function isDiscords(status: number, text: string): boolean {
  const { success, data } = refusal.safeParse(parse(text));
  if (!success) return false;
  // Without a code, only these words are what Discord says of a token.
  return status !== 401 || data.code !== 0 || data.message === '401: Unauthorized';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
