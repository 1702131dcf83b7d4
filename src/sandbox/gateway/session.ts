import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Listener } from './event.ts';

/** How many events a session can be told again. */
const REMEMBERED = 5_000;
/** How long a session without a connection can be resumed, in ms. */
export const RESUMABLE_FOR = 5 * 60_000;

/** One client's subscription to what happens; it outlives its connection, so that a client can take it up again. */
export interface Session extends Listener {
  readonly id: string;
  seq: number;
  readonly sent: { readonly seq: number; readonly frame: string }[];
  socket: WebSocket | undefined;
  /** When its connection went, in ms. */
  lostAt: number | undefined;
  /** Nothing reaches the client and nothing it says is answered, though the socket is open. */
  zombie: boolean;
}

export const openSession = (listener: Listener, socket: WebSocket): Session => ({
  ...listener,
  id: randomBytes(16).toString('hex'),
  seq: 0,
  sent: [],
  socket,
  lostAt: undefined,
  zombie: false,
});

/** Tells a session an event, now or when it is resumed. */
export function tell(session: Session, t: string, d: unknown): void {
  session.seq += 1;
  const frame = JSON.stringify({ op: 0, s: session.seq, t, d });
  session.sent.push({ seq: session.seq, frame });
  if (session.sent.length > REMEMBERED * 1.1) session.sent.splice(0, session.sent.length - REMEMBERED);
  if (!session.zombie) session.socket?.send(frame);
}

/** What a client that last heard `seq` has missed; undefined when that is too long ago to say. */
export function missedSince(session: Session, seq: number): string[] | undefined {
  if (seq > session.seq) return undefined;
  const oldest = session.sent[0]?.seq ?? session.seq + 1;
  if (seq < oldest - 1) return undefined;
  return session.sent.filter((each) => each.seq > seq).map(({ frame }) => frame);
}
