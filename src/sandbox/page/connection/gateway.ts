import type { GatewayEvent } from './events.ts';

interface Frame {
  readonly op: number;
  readonly s?: number;
  readonly t?: string;
  readonly d?: unknown;
}

export interface GatewayParts {
  readonly url: string;
  readonly token: string;
  onEvent(event: GatewayEvent): void;
  onConnection(state: 'live' | 'lost'): void;
}

const [LONGEST_WAIT, FIRST_WAIT] = [8_000, 400];

/** A client's end of the gateway: it says hello, keeps its heart beating, and comes back by itself when it was cut off. */
export class Gateway {
  readonly #parts: GatewayParts;
  #socket: WebSocket | undefined;
  #session: string | undefined;
  #seq = 0;
  #wait = FIRST_WAIT;
  #pulse: ReturnType<typeof setInterval> | undefined;
  #isAlive = true;
  #isClosed = false;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  open(): void {
    const socket = new WebSocket(this.#parts.url);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      // A line that is being closed goes on telling until the other end has closed it too.
      if (!this.#isClosed && socket === this.#socket) this.#hear(JSON.parse(String(data)));
    });
    socket.addEventListener('close', () => this.#lost(socket));
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#pulse);
    this.#socket?.close();
  }

  #hear(frame: Frame): void {
    this.#isAlive = true;
    switch (frame.op) {
      case 0:
        this.#tell(frame);
        break;
      case 7:
        this.#socket?.close();
        break;
      case 9:
        if (frame.d !== true) this.#session = undefined;
        this.#greet();
        break;
      case 10:
        this.#beat(frame.d);
        this.#greet();
        break;
    }
  }

  #tell({ s, t, d }: Frame): void {
    this.#seq = s ?? this.#seq;
    if (t === 'READY' || t === 'RESUMED') {
      this.#wait = FIRST_WAIT;
      this.#parts.onConnection('live');
    }
    const event = { t, d } as GatewayEvent;
    if (event.t === 'READY') this.#session = event.d.session_id;
    this.#parts.onEvent(event);
  }

  #greet(): void {
    const { token } = this.#parts;
    if (this.#session === undefined) this.#send(2, { token, properties: { os: 'web', browser: 'Tifo sandbox' } });
    else this.#send(6, { token, session_id: this.#session, seq: this.#seq });
  }

  /** A beat that nothing answered means that the line is dead, though it looks open. */
  #beat(hello: unknown): void {
    const interval =
      typeof hello === 'object' && hello !== null && 'heartbeat_interval' in hello
        ? Number(hello.heartbeat_interval)
        : 40_000;
    clearInterval(this.#pulse);
    this.#pulse = setInterval(() => {
      if (!this.#isAlive) return this.#socket?.close();
      this.#isAlive = false;
      this.#send(1, this.#seq);
    }, interval);
  }

  #lost(socket: WebSocket): void {
    if (this.#isClosed || socket !== this.#socket) return;
    clearInterval(this.#pulse);
    this.#parts.onConnection('lost');
    setTimeout(() => this.#isClosed || this.open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #send(op: number, d: unknown): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ op, d }));
  }
}
