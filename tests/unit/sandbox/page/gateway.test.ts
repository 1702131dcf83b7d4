import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Gateway } from '../../../../src/sandbox/page/connection/gateway.ts';

/** The browser's own end of a line, which says what a test tells it to. */
class Line extends EventTarget {
  static readonly OPEN = 1;
  readonly readyState = Line.OPEN;
  readonly sent: { readonly op: number }[] = [];
  static readonly opened: Line[] = [];

  constructor() {
    super();
    Line.opened.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  /** Closing takes a while: until then the other end goes on. */
  close(): void {}
  says(frame: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(frame) }));
  }
  ends(): void {
    this.dispatchEvent(new Event('close'));
  }
}

const READY = { op: 0, s: 1, t: 'READY', d: { session_id: 's' } };
const SAID = { op: 0, s: 2, t: 'MESSAGE_CREATE', d: {} };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Line);
  Line.opened.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function connected() {
  const heard: string[] = [];
  const gateway = new Gateway({
    ...{ url: 'ws://sandbox', token: 't', onConnection: () => {} },
    onEvent: ({ t }) => void heard.push(t),
  });
  gateway.open();
  const [line] = Line.opened;
  line!.says({ op: 10, d: { heartbeat_interval: 40_000 } });
  line!.says(READY);
  return { gateway, line: line!, heard };
}

it('the page’s gateway hears nothing more of a line that it has closed, though the other end goes on', () => {
  const { gateway, line, heard } = connected();
  gateway.close();
  line.says(SAID);
  expect(heard).toEqual(['READY']);
});

it('the page’s gateway goes on with its session on a new line where the first was cut, and hears nothing of the first again', async () => {
  const { line, heard } = connected();
  line.ends();
  await vi.advanceTimersByTimeAsync(1_000);
  const second = Line.opened[1]!;
  second.says({ op: 10, d: { heartbeat_interval: 40_000 } });
  expect(second.sent.map(({ op }) => op)).toEqual([6]);
  line.says(SAID);
  second.says(SAID);
  expect(heard).toEqual(['READY', 'MESSAGE_CREATE']);
});
