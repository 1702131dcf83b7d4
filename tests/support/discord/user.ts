import {
  ADMIN_ID,
  ADMIN_TOKEN,
  APPLICATION_ID,
  DERBY_ID,
  GUILD_ID,
  MEMBER_ID,
  MEMBER_TOKEN,
  type Sandbox,
} from '../../../src/sandbox/sandbox.ts';
import { countTried } from '../cases.ts';
import type { SeenInteraction, SeenMessage } from './seen.ts';

export type { SeenInteraction, SeenMessage };

export interface Reply<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** An option as a client sends it: `{ name, type, value }`, or a subcommand with options of its own. */
export interface GivenOption {
  readonly name: string;
  readonly type: number;
  readonly value?: unknown;
  readonly focused?: boolean;
  readonly options?: readonly GivenOption[];
}

export interface Where {
  readonly channelId?: string;
  /** null in direct messages. */
  readonly guildId?: string | null;
  readonly locale?: string;
}

/** Longest wait for something to appear, in ms: far from what it takes, for machines that do something else as well. */
export const PATIENCE = 180_000;
let nonces = 0;

/** A person at a Discord client, acting through the sandbox's routes. */
export function userOf(sandbox: Pick<Sandbox, 'url' | 'apiUrl'>, who: 'admin' | 'member' = 'admin') {
  const [token, id] = who === 'admin' ? [ADMIN_TOKEN, ADMIN_ID] : [MEMBER_TOKEN, MEMBER_ID];

  async function request<T = unknown>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    countTried({ requests: 1 });
    const base = path.startsWith('/sandbox') ? sandbox.url : `${sandbox.apiUrl}/v10`;
    const response = await fetch(base + path, {
      method,
      headers: { authorization: token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? undefined : JSON.parse(text)) as T,
    };
  }

  /** Starts an interaction; resolves to its nonce once the sandbox took it, throws Discord's refusal else. */
  async function act(type: number, data: unknown, where: Where & { messageId?: string } = {}): Promise<string> {
    nonces += 1;
    const nonce = `${Date.now()}${nonces}`;
    const guildId = where.guildId === undefined ? GUILD_ID : where.guildId;
    const answer = await request('POST', '/interactions', {
      type,
      application_id: APPLICATION_ID,
      channel_id: where.channelId ?? DERBY_ID,
      ...(guildId === null ? {} : { guild_id: guildId }),
      ...(where.messageId === undefined ? {} : { message_id: where.messageId, message_flags: 0 }),
      ...(where.locale === undefined ? {} : { locale: where.locale }),
      nonce,
      data,
    });
    if (answer.status !== 204) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return nonce;
  }

  const messages = async (channelId = DERBY_ID, limit = 100): Promise<readonly SeenMessage[]> =>
    (await request<SeenMessage[]>('GET', `/channels/${channelId}/messages?limit=${limit}`)).body;

  const state = async (nonce: string): Promise<SeenInteraction> =>
    (await request<SeenInteraction>('GET', `/sandbox/interactions/${nonce}`)).body;

  /** Asks again and again, ever more seldom, until there is something: the one place where tests wait by the clock. */
  async function until<T>(what: string, ask: () => Promise<T | undefined>, patience = PATIENCE): Promise<T> {
    const end = Date.now() + patience;
    for (let pause = 5; ; pause = Math.min(pause * 1.5, 200)) {
      const found = await ask();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`Waited ${patience} ms in vain for ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  const settled = (nonce: string, patience?: number): Promise<SeenInteraction> =>
    until(
      `interaction ${nonce}`,
      async () => {
        const seen = await state(nonce);
        return seen.state === 'answered' || seen.state === 'failed' ? seen : undefined;
      },
      patience,
    );

  return {
    id,
    token,
    request,
    messages,
    /** How an interaction stands. */
    interaction: state,
    /** Waits until the bot has answered (a deferred answer filled), or has failed to. */
    settled,
    until,
    /** `/name options`: resolves to the nonce. */
    command: (name: string, options: readonly GivenOption[] = [], where?: Where) =>
      act(2, { name, type: 1, options }, where),
    /** `/name options`, and the message it is answered with, filled. */
    async ask(name: string, options: readonly GivenOption[] = [], where: Where = {}): Promise<SeenMessage> {
      const { state: end, original_id } = await settled(await act(2, { name, type: 1, options }, where));
      const channel = where.channelId ?? DERBY_ID;
      const { status, body } = await request<SeenMessage>('GET', `/channels/${channel}/messages/${original_id}`);
      if (end === 'failed' || status !== 200) throw new Error(`/${name}: the application did not respond.`);
      return body;
    },
    /** Types into an option (the one with `focused: true`): the choices offered. */
    async autocomplete(name: string, options: readonly GivenOption[], where?: Where) {
      return (await settled(await act(4, { name, type: 1, options }, where))).choices ?? [];
    },
    /** Presses a button. */
    click: (messageId: string, customId: string, where?: Where) =>
      act(3, { component_type: 2, custom_id: customId }, { ...where, messageId }),
    /** Chooses in a select menu; 3 is one of plain words. */
    choose: (messageId: string, customId: string, values: readonly string[], where?: Where, type = 3) =>
      act(3, { component_type: type, custom_id: customId, values }, { ...where, messageId }),
    /** Sends a form in: answers by the custom id of their input. */
    submit: (customId: string, answers: Readonly<Record<string, string>>, where?: Where) =>
      act(
        5,
        {
          custom_id: customId,
          components: Object.entries(answers).map(([custom_id, value]) => ({
            type: 1,
            components: [{ type: 4, custom_id, value }],
          })),
        },
        where,
      ),
    /** Waits for a message that fits, the newest first. */
    waitForMessage: (channelId: string, fits: (message: SeenMessage) => boolean, patience?: number) =>
      until(`a message in ${channelId}`, async () => (await messages(channelId)).find(fits), patience),
  };
}

export type SandboxUser = ReturnType<typeof userOf>;
