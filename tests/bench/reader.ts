import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { ADMIN_TOKEN, APPLICATION_ID, DERBY_ID, GUILD_ID } from '../../src/sandbox/sandbox.ts';

/** A person at a Discord client, quick enough not to be what is measured. */
export interface Reader {
  /** Uses a command, and resolves once it is answered. Rejects when it is refused, or the bot stays silent. */
  ask(name: string, options?: readonly object[]): Promise<void>;
  /** The message that was posted last. */
  lastMessage(): Promise<object>;
  close(): void;
}

const OUTCOME = /"t":"INTERACTION_(SUCCESS|FAILURE)"/;
const HEARTBEAT_MS = 30_000;

/** Opens a client for the admin of the Discord at `url`. */
export async function openReader(url: string): Promise<Reader> {
  const agent = new Agent({ keepAlive: true });
  const headers = { authorization: ADMIN_TOKEN, 'content-type': 'application/json' };
  const waiting = new Map<string, { resolve(): void; reject(problem: Error): void }>();
  let asked = 0;

  const socket = new WebSocket(`${url.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  const say = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  const ready = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data) => {
      const frame = String(data);
      if (frame.includes('"t":"READY"')) resolve();
      // Most of what a reader hears are the messages themselves; they need not be parsed to know that one was answered.
      const outcome = frame.match(OUTCOME)?.[1];
      if (outcome === undefined) return;
      const { d }: { d: { nonce: string } } = JSON.parse(frame);
      if (outcome === 'SUCCESS') waiting.get(d.nonce)?.resolve();
      else waiting.get(d.nonce)?.reject(new Error('The bot did not answer in time.'));
      waiting.delete(d.nonce);
    });
  });
  socket.on('open', () => say(2, { token: ADMIN_TOKEN, properties: {} }));
  const pulse = setInterval(() => say(1, null), HEARTBEAT_MS);
  await ready;

  const post = (body: object, refused: (problem: Error) => void) =>
    request(`${url}/api/v10/interactions`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      if (response.statusCode !== 204) refused(new Error(`The sandbox refused a command: ${response.statusCode}.`));
    })
      .on('error', refused)
      .end(JSON.stringify(body));

  return {
    ask: (name, options = []) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const nonce = String(asked);
        waiting.set(nonce, { resolve, reject });
        const where = { application_id: APPLICATION_ID, guild_id: GUILD_ID, channel_id: DERBY_ID };
        post({ type: 2, ...where, nonce, data: { name, type: 1, options } }, reject);
      }),
    async lastMessage() {
      const response = await fetch(`${url}/api/v10/channels/${DERBY_ID}/messages?limit=1`, { headers });
      const [message]: object[] = JSON.parse(await response.text());
      if (!message) throw new Error('Nothing was posted.');
      return message;
    },
    close() {
      clearInterval(pulse);
      socket.terminate();
      agent.destroy();
    },
  };
}
