import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SILENT } from '../../../src/log.ts';
import type { MessageBody } from '../../../src/messages/message.ts';
import { EDITABLE_FOR, type NewDelivery, type OutboxStore, type Variant } from '../../../src/outbox/delivery.ts';
import { Relay, type RelayOptions } from '../../../src/outbox/relay.ts';
import type { DoneResult, SendResult } from '../../../src/outbox/transport.ts';
import type { Store } from '../../../src/store/store.ts';
import { memoryStore } from '../../support/store/memory-store.ts';
import { HEARING } from '../../support/store/outbox-suite.ts';

const PLAIN: Variant = { locale: 'en', spoilers: 'show', delayMs: 0 };
const BUSY: SendResult = { ok: false, reason: 'busy', problem: '500' };

describe('the relay', () => {
  let store: Store;
  let relay: Relay;
  /** Everything that was sent, as `channel content`, in the order of sending. */
  let sent: string[];
  let nonces: string[];
  let answer: (channelId: string, message: MessageBody) => SendResult | Promise<SendResult>;
  const compose = vi.fn<RelayOptions['compose']>();
  const done = async (what: string): Promise<DoneResult> => {
    sent.push(what);
    return doneAnswer(what);
  };
  let doneAnswer: (what: string) => DoneResult;
  let edited: ((message: MessageBody) => DoneResult) | undefined;
  const hooks = { onDelivered: vi.fn(), onPaused: vi.fn(), onHalted: vi.fn() };
  const log = { ...SILENT, warn: vi.fn(), error: vi.fn() };

  beforeEach(async () => {
    vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    vi.resetAllMocks();
    store = await memoryStore();
    sent = [];
    nonces = [];
    answer = () => ({ ok: true, messageId: `m${sent.length}` });
    doneAnswer = () => ({ ok: true });
    edited = undefined;
    compose.mockImplementation(async ({ id }, { locale }) => ({ message: text(`${id} ${locale}`) }));
    makeRelay();
  });

  afterEach(async () => {
    let hasStopped = false;
    void relay.stop().then(() => {
      hasStopped = true;
    });
    while (!hasStopped) await pass(1_000);
    await store.close();
    vi.useRealTimers();
  });

  function makeRelay(more: Partial<RelayOptions> = {}): void {
    relay = new Relay({
      origin: 'test',
      outbox: store.outbox,
      transport: {
        async send(channelId, message, nonce, replyTo) {
          sent.push([channelId, message.content, replyTo && `answers ${replyTo}`].filter(Boolean).join(' '));
          nonces.push(nonce);
          return answer(channelId, message);
        },
        edit: async (channelId, id, message) => edited?.(message) ?? done(`edit ${channelId} ${id} ${message.content}`),
        remove: (channelId, id) => done(`remove ${channelId} ${id}`),
        pin: (channelId, id, pinned) => done(`${pinned ? 'pin' : 'unpin'} ${channelId} ${id}`),
        openThread: (channelId, id, name) => done(`open ${channelId} ${id} ${name}`),
        closeThread: (id) => done(`close ${id}`),
      },
      compose,
      clock: { now: () => Date.now() },
      random: () => 0.5,
      log,
      name: 'test',
      ...hooks,
      ...more,
    });
  }

  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const enqueue = (...deliveries: NewDelivery[]) => store.outbox.enqueue(deliveries, Date.now());
  const follow = (channelId: string) =>
    store.subscriptions.follow({ channelId, target: { kind: 'club', id: 'milan' }, ...HEARING, createdAt: 0 });
  const started = async () => {
    relay.start();
    await pass(1);
  };

  it('the relay posts what waits, in order within a channel, and remembers the messages', async () => {
    await enqueue(delivery('a', '1'), delivery('b', '1'), delivery('c', '2'));
    await started();
    expect(sent.filter((post) => post.startsWith('1'))).toEqual(['1 a en', '1 b en']);
    expect(sent).toContain('2 c en');
    expect(await store.outbox.counts()).toMatchObject({ sent: 3, due: 0, leased: 0 });
    expect(hooks.onDelivered).toHaveBeenCalledWith(
      expect.objectContaining({ key: 'a', channelId: '1' }),
      text('a en'),
      'm1',
    );
  });

  it('the relay posts what is enqueued later as soon as it is woken, and at its time when it has one', async () => {
    await started();
    await enqueue(delivery('now', '1'), delivery('later', '2', { notBefore: 5_000 }));
    relay.wake();
    await pass(1);
    expect(sent).toEqual(['1 now en']);
    await pass(5_000);
    expect(sent).toEqual(['1 now en', '2 later en']);
  });

  it('the relay finds by itself what another process enqueued', async () => {
    await started();
    await enqueue(delivery('a', '1'));
    await pass(15_000);
    expect(sent).toEqual(['1 a en']);
  });

  it('the relay composes each variant once, however many channels get it', async () => {
    const channels = Array.from({ length: 200 }, (_, n) => `${n}`);
    const subject = { kind: 'news', id: 'goal' } as const;
    await enqueue(
      ...channels.map((c, n) =>
        delivery(`goal ${c}`, c, { subject, variant: { ...PLAIN, locale: n % 2 ? 'it' : 'en' } }),
      ),
    );
    await started();
    expect(sent).toHaveLength(200);
    expect(compose.mock.calls).toEqual([
      [subject, PLAIN, false],
      [subject, { ...PLAIN, locale: 'it' }, false],
    ]);
  });

  it('the relay has a bounded number under way, and one a channel', async () => {
    const landings: (() => void)[] = [];
    answer = () => new Promise((land) => landings.push(() => land({ ok: true, messageId: 'm' })));
    makeRelay({ inFlight: 3 });
    await enqueue(...['1', '1', '2', '3', '4'].map((channel, n) => delivery(`${n}`, channel)));
    await started();
    expect(sent).toEqual(['1 0 en', '2 2 en', '3 3 en']);
    landings[0]?.();
    await pass(1);
    expect(sent.slice(3)).toEqual(['1 1 en']);
    for (const land of landings) land();
    await pass(1);
    expect(sent.slice(4)).toEqual(['4 4 en']);
    landings.at(-1)?.();
  });

  it('the relay tries again later, with the same nonce, and holds the channel’s later posts until then', async () => {
    answer = () => (sent.length <= 2 ? BUSY : { ok: true, messageId: 'm' });
    await enqueue(delivery('a', '1'), delivery('b', '1'));
    await started();
    expect(sent).toEqual(['1 a en']);
    await pass(998);
    expect(sent).toHaveLength(1);
    await pass(2);
    expect(sent).toHaveLength(2);
    await pass(2_000);
    expect(sent).toEqual(['1 a en', '1 a en', '1 a en', '1 b en']);
    expect(new Set(nonces.slice(0, 3)).size).toBe(1);
    expect(nonces[3]).not.toBe(nonces[0]);
  });

  it('the relay waits as long as Discord asks', async () => {
    answer = () => (sent.length === 1 ? { ...BUSY, retryAfterMs: 30_000 } : { ok: true, messageId: 'm' });
    await enqueue(delivery('a', '1'));
    await started();
    await pass(30_000);
    expect(sent).toHaveLength(1);
    await pass(1_001);
    expect(sent).toHaveLength(2);
  });

  it('the relay never tires before the post expires', async () => {
    answer = () => (sent.length < 40 ? BUSY : { ok: true, messageId: 'm' });
    await enqueue(delivery('a', '1', { expiresAt: 86_400_000 }), delivery('stale', '2', { expiresAt: 60_000 }));
    await started();
    await pass(3 * 3_600_000);
    expect(await store.outbox.counts()).toMatchObject({ sent: 1, expired: 1, due: 0 });
  });

  it('the relay knows for sixty days what it posted, so that nothing is posted again, and no longer', async () => {
    const day = 86_400_000;
    await enqueue(delivery('a', '1'));
    await started();
    for (const days of [59, 61]) {
      await Promise.all([relay.stop(), pass(1_000)]);
      vi.setSystemTime(days * day);
      makeRelay();
      await started();
      expect(await enqueue(delivery('a', '1', { expiresAt: 100 * day }))).toBe(days > 60 ? 1 : 0);
    }
  });

  it('the relay pauses a channel that cannot be posted to, and lets the others go on', async () => {
    await follow('1');
    answer = (channelId) =>
      channelId === '1'
        ? { ok: false, reason: 'rejected', status: 403, code: 50013, problem: 'Missing Permissions' }
        : { ok: true, messageId: 'm' };
    await enqueue(delivery('a', '1'), delivery('b', '1'), delivery('c', '2'));
    await started();
    expect(sent).toEqual(['1 a en', '2 c en']);
    expect(hooks.onPaused.mock.calls).toEqual([['1', 'no-permission']]);
    expect((await store.subscriptions.inChannel('1'))[0]?.paused?.reason).toBe('no-permission');
    expect(await store.outbox.counts()).toMatchObject({ dropped: 2, sent: 1 });
  });

  it('the relay drops a post that Discord refuses for what it says, and goes on in the channel', async () => {
    answer = (_, { content }) =>
      content.startsWith('bad')
        ? { ok: false, reason: 'rejected', status: 400, code: 50035, problem: 'Invalid Form Body' }
        : { ok: true, messageId: 'm' };
    await enqueue(delivery('bad', '1'), delivery('good', '1'));
    await started();
    expect(sent).toEqual(['1 bad en', '1 good en']);
    expect(await store.outbox.counts()).toMatchObject({ dropped: 1, sent: 1 });
    expect(log.error).toHaveBeenCalledOnce();
    expect(hooks.onPaused).not.toHaveBeenCalled();
  });

  it('the relay keeps what waits, and pauses nothing, where a refusal has none of Discord’s codes', async () => {
    await follow('1');
    answer = () => (sent.length <= 3 ? rejected(403, 0) : { ok: true, messageId: 'm' });
    await enqueue(delivery('a', '1'), delivery('b', '1'));
    await started();
    await pass(60_000);
    expect(sent).toEqual(['1 a en', '1 a en', '1 a en', '1 a en', '1 b en']);
    expect((await store.subscriptions.inChannel('1'))[0]?.paused).toBeUndefined();
    expect(await store.outbox.counts()).toMatchObject({ dropped: 0, sent: 2 });
  });

  describe('when many channels are refused at once', () => {
    const channels = ['1', '2', '3', '4'];
    const stands = async () => {
      await enqueue(...channels.map((channel) => delivery(channel, channel)));
      await started();
      compose.mockImplementation(async () => ({ message: text('other') }));
    };

    it('when many channels are refused at once, the relay pauses none of them, and posts and edits once Discord knows them again', async () => {
      await stands();
      answer = () => rejected(403, 50_001);
      doneAnswer = () => rejected(403, 50_001);
      await enqueue(...channels.map((channel) => delivery(`more ${channel}`, channel)));
      await store.outbox.revise([{ kind: 'news', id: '1' }], Date.now());
      relay.wake();
      await pass(60_000);
      expect(hooks.onPaused).not.toHaveBeenCalled();
      answer = () => ({ ok: true, messageId: 'm' });
      doneAnswer = () => ({ ok: true });
      sent = [];
      await pass(120_000);
      expect(sent.toSorted()).toEqual(['1 other', '2 other', '3 other', '4 other', 'edit 1 m1 other']);
      expect(await store.outbox.counts()).toMatchObject({ sent: 8, dropped: 0 });
    });

    it('when many channels are refused at once, the relay pauses them after all where it stays so', async () => {
      answer = () => rejected(403, 50_001);
      await enqueue(...channels.map((channel) => delivery(channel, channel, { expiresAt: 86_400_000 })));
      await started();
      await pass(2 * 3_600_000);
      expect(hooks.onPaused.mock.calls.map(([channel]) => channel).toSorted()).toEqual(channels);
    });

    it('when many channels are refused at once, the relay pauses a few of them where most can be posted to', async () => {
      const many = Array.from({ length: 20 }, (_, n) => `${n}`);
      answer = (channelId) => (channels.includes(channelId) ? rejected(404, 10_003) : { ok: true, messageId: 'm' });
      await enqueue(...many.map((channel) => delivery(channel, channel)));
      await started();
      expect(hooks.onPaused).toHaveBeenCalledTimes(4);
      expect(await store.outbox.counts()).toMatchObject({ sent: 16, dropped: 4 });
    });
  });

  describe('a message that Discord refuses for what it is', () => {
    const dressed: MessageBody = {
      ...text('GOAL'),
      embeds: [{ title: 'Milan 1–0 Inter' }],
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Timeline', custom_id: 'timeline' }] }],
      picture: { name: 'goal.png', svg: '<svg/>', alt: 'A goal' },
      withoutPicture: { embeds: [{ title: 'Milan 1–0 Inter' }] },
    };
    const given: MessageBody[] = [];
    const isPlain = (message: MessageBody) => Object.keys(message).toSorted().join() === 'allowed_mentions,content';

    beforeEach(() => {
      given.length = 0;
      compose.mockImplementation(async () => ({ message: dressed }));
    });

    it.each([0, 50_035])(
      'a message that Discord refuses for what it is goes out in its plainest form at once, pinging as it would have (code %i)',
      async (code) => {
        answer = (_, message) => {
          given.push(message);
          return isPlain(message) ? { ok: true, messageId: 'm' } : rejected(400, code);
        };
        await enqueue(delivery('a', '1', { pingRole: '42' }));
        await started();
        expect(given).toHaveLength(2);
        expect(given[1]).toEqual({ content: '<@&42> GOAL', allowed_mentions: { parse: [], roles: ['42'] } });
        expect(new Set(nonces).size).toBe(1);
        expect(await store.outbox.counts()).toMatchObject({ sent: 1, dropped: 0 });
      },
    );

    it('a message that Discord refuses for what it is is let go, and reported as a bug, only when that is refused too', async () => {
      answer = () => rejected(400, 0);
      await enqueue(delivery('a', '1'), delivery('b', '2'));
      await started();
      expect(sent.toSorted()).toEqual(['1 GOAL', '1 GOAL', '2 GOAL', '2 GOAL']);
      expect(await store.outbox.counts()).toMatchObject({ dropped: 2 });
      expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ key: 'a' }), expect.stringContaining('bug'));
    });

    it('a message that Discord refuses for what it is is tried a second time where it is as plain as can be and nobody says what is wrong', async () => {
      compose.mockImplementation(async () => ({ message: text('GOAL') }));
      answer = () => (sent.length === 1 ? rejected(400, 0) : { ok: true, messageId: 'm' });
      await enqueue(delivery('a', '1'));
      await started();
      expect(await store.outbox.counts()).toMatchObject({ sent: 1, dropped: 0 });
    });

    it('a message that Discord refuses for what it is is brought up to date in its plainest form', async () => {
      await enqueue(delivery('a', '1'));
      await started();
      compose.mockImplementation(async () => ({ message: { ...dressed, content: 'Disallowed' } }));
      const edits: MessageBody[] = [];
      edited = (message) => {
        edits.push(message);
        return isPlain(message) ? { ok: true } : rejected(400, 0);
      };
      await store.outbox.revise([{ kind: 'news', id: 'a' }], Date.now());
      relay.wake();
      await pass(1);
      expect(edits.at(-1)).toEqual(text('Disallowed'));
      expect(await store.outbox.counts()).toMatchObject({ sent: 1, due: 0 });
    });
  });

  it('the relay stops when the token is dead, says so, and keeps what waits', async () => {
    answer = () => ({ ok: false, reason: 'rejected', status: 401, code: 0, problem: 'Unauthorized' });
    await enqueue(delivery('a', '1'), delivery('b', '1'));
    await started();
    await pass(600_000);
    expect(sent).toHaveLength(1);
    expect(hooks.onHalted).toHaveBeenCalledOnce();
    expect(await store.outbox.counts()).toMatchObject({ due: 2 });
  });

  it('the relay drops what has nothing to say', async () => {
    compose.mockResolvedValue(null);
    await enqueue(delivery('a', '1'));
    await started();
    expect(sent).toEqual([]);
    expect(await store.outbox.counts()).toMatchObject({ dropped: 1 });
  });

  it('the relay lets a bug in a message delay that message alone', async () => {
    compose.mockImplementationOnce(() => Promise.reject(new TypeError('a bug')));
    await enqueue(delivery('a', '1'), delivery('b', '2'));
    await started();
    expect(sent).toEqual(['2 b en']);
    expect(log.error).toHaveBeenCalledOnce();
    await pass(1_001);
    expect(sent).toEqual(['2 b en', '1 a en']);
  });

  it('the relay takes a send that never ends for lost', async () => {
    answer = () => (sent.length === 1 ? new Promise(() => {}) : { ok: true, messageId: 'm' });
    await enqueue(delivery('a', '1'));
    await started();
    await pass(25_000);
    expect(sent).toHaveLength(1);
    await pass(1_001);
    expect(sent).toHaveLength(2);
    expect(await store.outbox.counts()).toMatchObject({ sent: 1 });
  });

  describe('with a message that stands', () => {
    const refused = (code: number) => rejected(403, code);
    const revise = async (...ids: string[]) => {
      await store.outbox.revise(
        ids.map((id) => ({ kind: 'news', id })),
        Date.now(),
      );
      relay.wake();
      await pass(1);
    };
    const says = (words: string) => compose.mockImplementation(async () => ({ message: text(words) }));

    it('the relay, with a message that stands, edits it when it reads differently, and asks for nothing when it does not', async () => {
      await enqueue(delivery('a', '1'), delivery('b', '1', { pingRole: '42' }));
      await started();
      await revise('a');
      says('disallowed');
      await revise('a', 'b');
      expect(sent).toEqual(['1 a en', '1 <@&42> b en', 'edit 1 m1 disallowed', 'edit 1 m2 <@&42> disallowed']);
      expect(hooks.onDelivered).toHaveBeenCalledTimes(2);
      expect(await store.outbox.counts()).toMatchObject({ sent: 2, due: 0 });
    });

    it('the relay, with a message that stands, pings a role when it is created, and never again', async () => {
      const allowed: unknown[] = [];
      answer = (_, message) => {
        allowed.push(message.allowed_mentions);
        return { ok: true, messageId: 'm' };
      };
      await enqueue(delivery('a', '1', { pingRole: '42' }), delivery('b', '2'));
      await started();
      expect(allowed).toEqual([{ parse: [], roles: ['42'] }, { parse: [] }]);
    });

    it('the relay, with a message that stands, leaves it as it is when Discord refuses the edit, and the channel goes on', async () => {
      await enqueue(delivery('a', '1'));
      await started();
      says('other');
      doneAnswer = () => refused(50_001);
      await revise('a');
      await enqueue(delivery('b', '1'));
      relay.wake();
      await pass(1);
      expect(sent.at(-1)).toBe('1 other');
      expect(hooks.onPaused).not.toHaveBeenCalled();
      expect(await store.outbox.counts()).toMatchObject({ sent: 2, dropped: 0 });
    });

    it('the relay, with a message that stands, tries an edit again until the message is too old for it', async () => {
      await enqueue(delivery('a', '1', { expiresAt: 10 * EDITABLE_FOR }));
      await started();
      says('other');
      doneAnswer = () => BUSY as DoneResult;
      await revise('a');
      await pass(2 * EDITABLE_FOR);
      expect(sent.length).toBeGreaterThan(10);
      expect(await store.outbox.counts()).toMatchObject({ sent: 1, due: 0, expired: 0 });
    });

    it('the relay, with a message that stands, opens a thread from a post, puts what belongs there into it, and closes it', async () => {
      compose.mockImplementation(async ({ kind, id }) =>
        kind === 'thread' ? { message: text('opener'), thread: 'Milan v Inter' } : { message: text(id) },
      );
      await enqueue(
        delivery('t', '1', { subject: { kind: 'thread', id: 'match' } }),
        delivery('a', '1', { inThread: 't' }),
        delivery('end', '1', { inThread: 't', subject: { kind: 'thread-end', id: 'match' } }),
      );
      await started();
      expect(sent).toEqual(['1 opener', 'open 1 m1 Milan v Inter', 'm1 a', 'close m1']);
      says('other');
      await revise('a');
      expect(sent.at(-1)).toBe('edit m1 m3 other');
    });

    it('the relay, with a message that stands, takes the post back from which no thread may be opened, and posts into the channel', async () => {
      compose.mockImplementation(async ({ kind, id }) =>
        kind === 'thread' ? { message: text('opener'), thread: 'name' } : { message: text(id) },
      );
      doneAnswer = (what) => (what.startsWith('open') ? refused(50_013) : { ok: true });
      await enqueue(
        delivery('t', '1', { subject: { kind: 'thread', id: 'match' } }),
        delivery('a', '1', { inThread: 't' }),
        delivery('end', '1', { inThread: 't', subject: { kind: 'thread-end', id: 'match' } }),
      );
      await started();
      expect(sent).toEqual(['1 opener', 'open 1 m1 name', 'remove 1 m1', '1 a']);
      expect(hooks.onPaused).not.toHaveBeenCalled();
      expect(hooks.onDelivered).toHaveBeenCalledTimes(1);
    });

    it('the relay, with a message that stands, posts into the channel where the thread is gone', async () => {
      compose.mockImplementation(async ({ kind, id }) =>
        kind === 'thread' ? { message: text('opener'), thread: 'name' } : { message: text(id) },
      );
      answer = (channelId) =>
        channelId === '1'
          ? { ok: true, messageId: `m${sent.length}` }
          : { ok: false, reason: 'rejected', status: 404, code: 10_003, problem: 'Unknown Channel' };
      await enqueue(
        delivery('t', '1', { subject: { kind: 'thread', id: 'match' } }),
        delivery('a', '1', { inThread: 't' }),
      );
      await started();
      expect(sent).toEqual(['1 opener', 'open 1 m1 name', 'm1 a', '1 a']);
      expect(hooks.onPaused).not.toHaveBeenCalled();
    });

    it('the relay, with a message that stands, answers a post beneath it, and keeps silent where that post never stood', async () => {
      await enqueue(
        delivery('goal', '1'),
        delivery('reply', '1', { replyTo: 'goal' }),
        delivery('other reply', '2', { replyTo: 'goal of another channel' }),
      );
      await started();
      expect(sent.toSorted()).toEqual(['1 goal en', '1 reply en answers m1']);
      expect(await store.outbox.counts()).toMatchObject({ sent: 2, dropped: 1 });
    });

    it('the relay, with a message that stands, pins a card, puts a fresh one in its place, and unpins it in the end', async () => {
      let isOver = false;
      compose.mockImplementation(async ({ id }) => ({ message: text(id), pinned: !isOver }));
      const card = (key: string, more: Partial<NewDelivery> = {}) =>
        delivery(key, '1', { subject: { kind: 'card', id: key }, ...more });
      await enqueue(card('c1'));
      await started();
      await enqueue(card('c2', { replaces: 'c1' }));
      relay.wake();
      await pass(1);
      isOver = true;
      await store.outbox.revise([{ kind: 'card', id: 'c2' }], Date.now());
      relay.wake();
      await pass(1);
      expect(sent).toEqual(['1 c1', 'pin 1 m1', '1 c2', 'pin 1 m3', 'remove 1 m1', 'unpin 1 m3']);
    });

    it('the relay, with a message that stands, shows a card all the same where pinning is not allowed', async () => {
      compose.mockImplementation(async ({ id }) => ({ message: text(id), pinned: true }));
      doneAnswer = () => refused(50_013);
      await enqueue(delivery('c1', '1', { subject: { kind: 'card', id: 'c1' } }));
      await started();
      expect(await store.outbox.counts()).toMatchObject({ sent: 1, dropped: 0 });
    });
  });

  it('the relay survives a store that fails', async () => {
    const claim = vi.fn<OutboxStore['claim']>(store.outbox.claim).mockRejectedValueOnce(new Error('disk full'));
    makeRelay({ outbox: { ...store.outbox, claim } });
    await enqueue(delivery('a', '1'));
    await started();
    expect(log.error).toHaveBeenCalledOnce();
    await pass(15_000);
    expect(sent).toEqual(['1 a en']);
  });

  describe('with a store that takes nothing for a while', () => {
    const HOUR = 3_600_000;
    /** From the first send on, until it has room again. */
    let isFull: boolean;
    const full = () => Promise.reject(new Error('database or disk is full'));

    beforeEach(async () => {
      isFull = false;
      const { outbox } = store;
      makeRelay({
        outbox: {
          ...outbox,
          claim: (...args) => (isFull ? full() : outbox.claim(...args)),
          sent: (...args) => (isFull ? full() : outbox.sent(...args)),
          retry: (...args) => (isFull ? full() : outbox.retry(...args)),
        },
      });
      await enqueue(delivery('a', '1', { expiresAt: 9 * HOUR }), delivery('b', '1', { expiresAt: 9 * HOUR }));
    });

    it('the relay, with a store that takes nothing for a while, knows what it has posted, posts it no second time, and goes on within seconds once there is room', async () => {
      answer = () => {
        isFull = sent.length === 1;
        return { ok: true, messageId: `m${sent.length}` };
      };
      await started();
      await pass(HOUR);
      expect(sent).toEqual(['1 a en']);
      isFull = false;
      await pass(10_000);
      expect(sent).toEqual(['1 a en', '1 b en']);
      expect(await store.outbox.counts()).toMatchObject({ sent: 2, retried: 0 });
      expect(hooks.onDelivered).toHaveBeenCalledTimes(2);
    });

    it('the relay, with a store that takes nothing for a while, keeps in mind what is to be tried again', async () => {
      answer = () => {
        isFull = sent.length === 1;
        return sent.length === 1 ? BUSY : { ok: true, messageId: 'm' };
      };
      await started();
      await pass(HOUR);
      isFull = false;
      await pass(10_000);
      expect(sent).toEqual(['1 a en', '1 a en', '1 b en']);
    });

    it('the relay, with a store that takes nothing for a while, says once in a while, and not at every try, that nothing can be written', async () => {
      answer = () => {
        isFull = true;
        return { ok: true, messageId: 'm' };
      };
      await started();
      await pass(60_000);
      expect(log.error.mock.calls.length).toBeLessThanOrEqual(3);
    });
  });

  it('the relay waits for what is under way when it stops, but not for ever, and starts nothing more', async () => {
    let land = (_: SendResult) => {};
    answer = (channelId) =>
      new Promise((resolve) => {
        if (channelId === '1') land = resolve;
      });
    await enqueue(delivery('a', '1'), delivery('b', '1'), delivery('c', '2'));
    await started();
    const stopped = relay.stop();
    land({ ok: true, messageId: 'm' });
    await pass(3_000);
    await stopped;
    expect(sent).toEqual(['1 a en', '2 c en']);
    expect(await store.outbox.counts()).toMatchObject({ sent: 1, due: 1, leased: 1 });
  });
});

function rejected(status: number, code: number): Extract<SendResult, { reason: 'rejected' }> {
  return { ok: false, reason: 'rejected', status, code, problem: 'no' };
}

function text(content: string): MessageBody {
  return { content, allowed_mentions: { parse: [] } };
}

function delivery(key: string, channelId: string, more: Partial<NewDelivery> = {}): NewDelivery {
  const subject = { kind: 'news', id: key } as const;
  return { key, channelId, subject, variant: PLAIN, notBefore: 0, expiresAt: 3_600_000, ...more };
}
