import { Client, type ClientOptions, Events, type Interaction } from 'discord.js';
import { BOT_TOKEN, openSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { PATIENCE } from './user.ts';

/** What is to be closed after a test, last opened first. */
const open: (() => unknown)[] = [];

export async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close();
}

/**
 * A sandbox on a free port, in memory unless said. It waits long for a bot's first answer, so that a machine which does
 * something else as well is slow, and not wrong.
 */
export async function sandboxFor(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await openSandbox({ port: 0, ...options, limits: { answerWithinMs: PATIENCE, ...options.limits } });
  open.push(() => sandbox.close());
  return sandbox;
}

/** An unmodified discord.js client, ready. */
export async function botOn(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({ intents: [], rest: { api: sandbox.apiUrl }, ...options });
  open.push(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(BOT_TOKEN);
  return ready;
}

/** Answers every interaction with `answer`; what it throws is kept for the test to look at. */
export function answering(client: Client, answer: (interaction: Interaction) => Promise<unknown>): unknown[] {
  const thrown: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => thrown.push(error));
  });
  return thrown;
}

/** Asks the sandbox as the bot would, without a client's own caution about limits. */
export async function asBot(sandbox: Pick<Sandbox, 'url' | 'apiUrl'>, method: string, path: string, body?: unknown) {
  const isForm = body instanceof FormData;
  const response = await fetch(path.startsWith('/sandbox') ? sandbox.url + path : `${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${BOT_TOKEN}`, ...(isForm ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}
