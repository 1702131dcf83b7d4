import type { RawData, WebSocket } from 'ws';
import * as z from 'zod/mini';
import type { World } from '../state/world.ts';
import { CLOSE, type Close, identify, isClose, userOfToken } from './identify.ts';
import { missedSince, openSession, RESUMABLE_FOR, type Session, tell } from './session.ts';

const Frame = z.object({ op: z.int(), d: z.optional(z.unknown()) });
const Resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });
/** Discord closes a connection that says more than this many things a minute. */
const FRAMES_A_MINUTE = 120;

export interface ConnectionParts {
  readonly world: World;
  readonly heartbeatMs: number;
  readonly sessions: Map<string, Session>;
  /** READY and what follows it. */
  readonly greet: (session: Session) => void;
}

/** One WebSocket: from HELLO to its close, with or without a session. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #parts: ConnectionParts;
  readonly #pulse: NodeJS.Timeout;
  #session: Session | undefined;
  #heard = true;
  #frames: { count: number; until: number };

  constructor(socket: WebSocket, parts: ConnectionParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#frames = { count: 0, until: parts.world.now() + 60_000 };
    socket.on('message', (data) => this.#read(data));
    socket.on('close', () => this.#lost());
    socket.on('error', () => socket.terminate());
    // A client may send its first heartbeat up to a whole interval late, and each is allowed some delay.
    this.#pulse = setInterval(() => this.#check(), parts.heartbeatMs * 1.5).unref();
    this.#send({ op: 10, d: { heartbeat_interval: parts.heartbeatMs } });
  }

  #read(data: RawData): void {
    if (this.#session?.zombie === true) return;
    const frame = z.safeParse(Frame, parse(String(data)));
    const wrong = frame.success ? this.#obey(frame.data.op, frame.data.d) : CLOSE.decode;
    if (wrong !== undefined) this.#socket.close(...wrong);
  }

  /** Does what the client asks, or says why the connection ends. */
  #obey(op: number, data: unknown): Close | undefined {
    if (this.#floods()) return CLOSE.rateLimited;
    switch (op) {
      case 1:
        this.#heard = true;
        this.#send({ op: 11 });
        return undefined;
      case 2:
        return this.#identify(data);
      case 6:
        return this.#resume(data);
      case 3:
      case 4:
      case 8:
        return this.#isAuthenticated() ? undefined : CLOSE.notAuthenticated;
      default:
        return CLOSE.unknownOpcode;
    }
  }

  #identify(data: unknown): Close | undefined {
    if (this.#isAuthenticated()) return CLOSE.alreadyAuthenticated;
    const listener = identify(this.#parts.world, data);
    if (isClose(listener)) return listener;
    const session = openSession(listener, this.#socket);
    this.#session = session;
    this.#parts.sessions.set(session.id, session);
    this.#parts.greet(session);
    return undefined;
  }

  #resume(data: unknown): Close | undefined {
    const read = z.safeParse(Resume, data);
    if (!read.success) return CLOSE.decode;
    if (this.#isAuthenticated()) return CLOSE.alreadyAuthenticated;
    const { token, session_id, seq } = read.data;
    const user = userOfToken(this.#parts.world, token);
    if (user === undefined) return CLOSE.authenticationFailed;
    const session = this.#parts.sessions.get(session_id);
    const known = session !== undefined && session.user.id === user.id && !this.#isStale(session);
    if (known && seq > session.seq) return CLOSE.invalidSequence;
    const missed = known ? missedSince(session, seq) : undefined;
    if (known && missed !== undefined) this.#takeUp(session, missed);
    else this.#send({ op: 9, d: false });
    return undefined;
  }

  #takeUp(session: Session, missed: readonly string[]): void {
    session.socket?.terminate();
    session.socket = this.#socket;
    session.lostAt = undefined;
    session.zombie = false;
    this.#session = session;
    for (const frame of missed) this.#socket.send(frame);
    tell(session, 'RESUMED', { _trace: ['sandbox'] });
  }

  /** A session that was declared invalid has left its connection, which may then take up another. */
  #isAuthenticated(): boolean {
    return this.#session?.socket === this.#socket;
  }

  #isStale({ lostAt }: Session): boolean {
    return lostAt !== undefined && this.#parts.world.now() - lostAt > RESUMABLE_FOR;
  }

  #check(): void {
    if (this.#session?.zombie === true) return;
    if (!this.#heard) this.#socket.close(...CLOSE.sessionTimedOut);
    this.#heard = false;
  }

  #floods(): boolean {
    const now = this.#parts.world.now();
    if (now > this.#frames.until) this.#frames = { count: 0, until: now + 60_000 };
    this.#frames.count += 1;
    return this.#frames.count > FRAMES_A_MINUTE;
  }

  #lost(): void {
    clearInterval(this.#pulse);
    if (this.#session === undefined || !this.#isAuthenticated()) return;
    this.#session.socket = undefined;
    this.#session.zombie = false;
    this.#session.lostAt = this.#parts.world.now();
  }

  #send(frame: unknown): void {
    this.#socket.send(JSON.stringify(frame));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
