import { WebSocket } from 'ws';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';

interface Frame {
  readonly op: number;
  readonly s?: number;
  readonly t?: string;
  readonly d?: unknown;
}

/** One raw gateway connection: what it hears can be awaited in turn. */
export async function rawGateway(sandbox: Sandbox, query = '?v=10&encoding=json') {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/gateway${query}`);
  const heard: Frame[] = [];
  const waiting: { fits: (frame: Frame) => boolean; resolve: (frame: Frame) => void }[] = [];
  let seq = 0;
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(String(data));
    seq = frame.s ?? seq;
    const index = waiting.findIndex(({ fits }) => fits(frame));
    if (index < 0) heard.push(frame);
    else waiting.splice(index, 1)[0]?.resolve(frame);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const frame = (fits: (frame: Frame) => boolean): Promise<Frame> => {
    const index = heard.findIndex(fits);
    const [known] = index < 0 ? [] : heard.splice(index, 1);
    return known === undefined ? new Promise((resolve) => waiting.push({ fits, resolve })) : Promise.resolve(known);
  };
  return {
    /** The next frame with this op. */
    op: (op: number) => frame((each) => each.op === op),
    /** The data of the next event of this name. */
    next: async (t: string): Promise<unknown> => (await frame((each) => each.t === t)).d,
    /** Names of events heard and not yet asked for. */
    unread: () => heard.flatMap(({ t }) => t ?? []),
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    say: (text: string) => socket.send(text),
    seq: () => seq,
    terminate: () => socket.terminate(),
    closed,
  };
}

/** A gateway connection that is ready. */
export async function gatewayClient(
  sandbox: Sandbox,
  token: string,
  intents?: number,
  shard?: readonly [number, number],
) {
  const client = await rawGateway(sandbox);
  await client.op(10);
  client.send(2, { token, properties: {}, ...(intents === undefined ? {} : { intents }), ...(shard ? { shard } : {}) });
  const ready = (await client.next('READY')) as {
    session_id: string;
    resume_gateway_url: string;
    guilds: { id: string; unavailable?: boolean }[];
  };
  return { ...client, ready };
}
