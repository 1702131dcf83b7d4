import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { isTrusted } from '../http/origin.ts';
import { targetOf } from '../http/target.ts';
import type { World } from '../state/world.ts';
import type { GatewayFault } from '../switchboard/fault.ts';
import { Connection } from './connection.ts';
import { concerns, type GatewayEvent } from './event.ts';
import { CLOSE } from './identify.ts';
import { greet } from './ready.ts';
import { RESUMABLE_FOR, type Session, tell } from './session.ts';

/** Discord's own interval, in ms. */
const HEARTBEAT = 41_250;

/** Tells clients what happens, and plays the faults a gateway can have. */
export interface Gateway {
  publish(event: GatewayEvent): void;
  /** Where clients connect. */
  address(): string;
  /** How many sessions have a connection. */
  sessions(): number;
  strike(fault: GatewayFault): { readonly struck: number };
  isZombie(): boolean;
  /** Ends what `strike` began: zombies are cut off, so that their clients come back. */
  heal(): void;
  close(): void;
}

export interface GatewayParts {
  readonly world: World;
  readonly server: Server;
  readonly url: () => string;
  readonly heartbeatMs?: number | undefined;
}

export function openGateway({ world, server, url, heartbeatMs = HEARTBEAT }: GatewayParts): Gateway {
  const sessions = new Map<string, Session>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const address = () => `${url().replace('http', 'ws')}/gateway`;
  server.on('upgrade', (request, socket, head) => {
    const { path, query } = targetOf(request);
    if (!isTrusted(request) || !/^\/gateway\/?$/.test(path)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      const wellSpoken = (query.get('v') ?? '10') === '10' && (query.get('encoding') ?? 'json') === 'json';
      if (!wellSpoken) client.close(...CLOSE.invalidVersion);
      forgetLost(sessions, world.now());
      new Connection(client, { world, heartbeatMs, sessions, greet: (session) => greet(world, session, address()) });
    });
  });
  const ofBot = () => [...sessions.values()].filter(({ user, socket }) => user.bot && socket !== undefined);
  return {
    publish(event) {
      for (const session of sessions.values()) {
        if (!concerns(world, event, session)) continue;
        const data = event.data(session.user);
        if (data !== undefined) tell(session, event.t, data);
      }
    },
    address,
    sessions: () => [...sessions.values()].filter(({ socket }) => socket !== undefined).length,
    strike(fault) {
      const struck = ofBot();
      for (const session of struck) strikeOne(sessions, session, fault, world.now());
      return { struck: struck.length };
    },
    isZombie: () => ofBot().some(({ zombie }) => zombie),
    heal() {
      for (const { zombie, socket } of ofBot()) if (zombie) socket?.terminate();
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function strikeOne(
  sessions: Map<string, Session>,
  session: Session,
  { action, resumable = true }: GatewayFault,
  now: number,
): void {
  const socket: WebSocket | undefined = session.socket;
  if (!resumable) sessions.delete(session.id);
  switch (action) {
    case 'drop':
      socket?.terminate();
      break;
    case 'zombie':
      session.zombie = true;
      break;
    case 'reconnect':
      socket?.send(JSON.stringify({ op: 7, d: null }));
      break;
    case 'invalid-session':
      session.socket = undefined;
      session.lostAt = now;
      socket?.send(JSON.stringify({ op: 9, d: resumable }));
      break;
  }
}

function forgetLost(sessions: Map<string, Session>, now: number): void {
  for (const [id, { lostAt }] of sessions)
    if (lostAt !== undefined && now - lostAt > RESUMABLE_FOR) sessions.delete(id);
}
