import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** What a bot answered to an interaction, as it came over the wire. */
export interface Callback {
  readonly id: string;
  readonly body: { readonly type: number; readonly data?: Record<string, unknown> };
}

/**
 * As little of Discord as a client takes for connected. Unlike the sandbox, which lets through nothing that Discord would
 * not send, it says over the gateway whatever a test has it say.
 */
export async function rawDiscord() {
  const callbacks: Callback[] = [];
  const sockets = new Set<WebSocket>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, id] = pathname.match(/\/interactions\/(\d+)\/[^/]+\/callback$/) ?? [];
    if (id !== undefined) {
      callbacks.push({ id, body: await bodyOf(request) });
      response.writeHead(204).end();
      return;
    }
    const isGateway = pathname.endsWith('/gateway/bot');
    response.writeHead(isGateway ? 200 : 404, { 'content-type': 'application/json' });
    const session_start_limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
    response.end(JSON.stringify(isGateway ? { url: gateway(), shards: 1, session_start_limit } : { code: 0 }));
  });
  const gateways = new WebSocketServer({ server });
  let seq = 0;
  const say = (socket: WebSocket, frame: object) => socket.send(JSON.stringify(frame));
  const dispatch = (socket: WebSocket, t: string, d: unknown) => {
    seq += 1;
    say(socket, { op: 0, s: seq, t, d });
  };
  const user = { id: '661710000000000001', username: 'Tifo', discriminator: '0', bot: true, avatar: null };
  gateways.on('connection', (socket) => {
    sockets.add(socket);
    say(socket, { op: 10, d: { heartbeat_interval: 45_000 } });
    socket.on('message', (data) => {
      const { op } = JSON.parse(String(data)) as { op: number };
      if (op === 1) say(socket, { op: 11 });
      if (op !== 2) return;
      const session = { session_id: 'raw', resume_gateway_url: gateway(), shard: [0, 1] };
      dispatch(socket, 'READY', { v: 10, user, guilds: [], application: { id: user.id, flags: 0 }, ...session });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const gateway = () => `ws://${host}/gateway`;

  return {
    apiUrl: `http://${host}/api`,
    callbacks,
    /** Says something to every client. */
    tell(t: string, d: unknown) {
      for (const socket of sockets) dispatch(socket, t, d);
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      gateways.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Callback['body']> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  // A message goes as JSON, or as a form with its JSON first where a file goes along.
  return JSON.parse(text.startsWith('{') ? text : (text.match(/\{.*\}/)?.[0] ?? '{}')) as Callback['body'];
}
