import { describe, expect, it } from 'vitest';
import { type Evidence, outcomeOf } from '../../../../src/sandbox/page/panel/evidence.ts';
import { barredBy, FEED_FAULTS } from '../../../../src/sandbox/page/panel/feed-faults.ts';
import { listsIn, type Node, plainText } from '../../../../src/sandbox/page/views/nodes.ts';
import { formatStamp, sentAt } from '../../../../src/sandbox/page/views/stamp.ts';

const text = (content: string): Node => ({ type: 'text', content });
const BR: Node = { type: 'br' };

it('lists, which the markdown parser does not know, are made of lines that begin with a dash, whatever else is in them', () => {
  const bold: Node = { type: 'strong', content: [text('b')] };
  const drawn = listsIn([text('Goals'), BR, text('- a '), bold, BR, text('- c'), BR, text('end')]);
  expect(drawn).toEqual([text('Goals'), { type: 'list', items: [[text('a '), bold], [text('c')]] }, text('end')]);
});

it('lists, which the markdown parser does not know, leave every other line break where it was', () => {
  const lines = [text('one'), BR, BR, text('two'), BR, text('-three')];
  expect(listsIn(lines)).toEqual(lines);
});

it('a message in words names what stands for an id, and keeps a spoiler to itself', () => {
  const nodes = [text('a'), BR, { type: 'strong', content: [text('b')] }, { type: 'user', id: '1' }];
  const spoiler: Node = { type: 'spoiler', content: [text('1–1')] };
  expect(plainText([...nodes, spoiler], ({ type }) => ` <${type}> `)).toBe('a b <user> …');
});

describe('a moment', () => {
  const kickOff = Date.UTC(2021, 10, 7, 19, 45) / 1_000;

  it.each([
    ['R', 3 * 3_600, 'it', '3 ore fa'],
    ['R', -90, 'en-US', 'in 1 minute'],
    ['R', 0, 'en-US', 'now'],
    ['D', 0, 'it', '7 novembre 2021'],
    ['Y', 0, 'en-US', /^November 7, 2021 at/],
  ])('a moment is written as %s %i s later in %2$s', (style, later, locale, expected) => {
    expect(formatStamp(kickOff, style, locale, (kickOff + later) * 1_000)).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });

  it('a moment of today and yesterday is told by its time, any other by its date', () => {
    const words = { today: (time: string) => `T ${time}`, yesterday: (time: string) => `Y ${time}` };
    const noon = new Date(2021, 10, 7, 12).getTime();
    const at = (day: number) => sentAt(new Date(2021, 10, day, 9, 5).toISOString(), 'it', noon, words);
    expect([at(7), at(6), at(5)]).toEqual(['T 09:05', 'Y 09:05', '05/11/21, 09:05']);
  });
});

describe('a fault of the feed', () => {
  type Replay = Parameters<typeof barredBy>[1];
  const replay = (more: Partial<Replay>): Replay => ({
    match: 'Milan v Inter',
    at: 5,
    startsAt: 0,
    endsAt: 10,
    phase: 'first-half',
    speed: 1,
    paused: false,
    faults: [],
    ...more,
  });
  const barred = (of: Replay) => FEED_FAULTS.map((fault) => barredBy(fault, of));

  it('a fault of the feed is to be had where there is something it could do', () => {
    const noGoal = ['no-goal', 'no-goal', 'no-goal', undefined, undefined];
    expect(barred(replay({}))).toEqual(noGoal);
    expect(barred(replay({ score: '0–0' }))).toEqual(noGoal);
    expect(barred(replay({ score: '0–10' }))).toEqual(Array(5).fill(undefined));
    expect(barred(replay({ score: '1–1', at: 10 }))).toEqual([undefined, undefined, undefined, undefined, 'over']);
  });
});

describe('what became of a fault', () => {
  const POSTS = { method: 'POST', route: '/channels/{channel_id}/messages', path: '/channels/10/messages', by: 'Tifo' };
  const seen = (statuses: readonly number[], more: Partial<Evidence> = {}): Evidence => ({
    requests: statuses.map((status, at) => ({ ...POSTS, at, status })),
    armed: [],
    sessions: 2,
    isZombie: false,
    ...more,
  });
  const trial = { since: 0, fault: 1, losesAnswer: false, sessions: 2 };
  const became = (evidence: Evidence, more: object = {}) => outcomeOf({ ...trial, ...more }, evidence, 'Tifo');

  it('what became of a fault waits for a post of the bot, and looks at no one else’s', () => {
    expect(became(seen([], { armed: [1] }))).toEqual({ kind: 'waiting' });
    expect(became(seen([200, 429]), { since: 9 })).toEqual({ kind: 'waiting' });
    expect(outcomeOf(trial, seen([429]), 'Ada')).toEqual({ kind: 'waiting' });
    expect(became(seen([403]), { channelId: '77' })).toEqual({ kind: 'waiting' });
  });

  it('what became of a fault strikes until a post gets through, and looks no further', () => {
    expect(became(seen([429], { armed: [1] }))).toEqual({ kind: 'struck', posts: [429] });
    expect(became(seen([429, 200, 200, 200]))).toEqual({ kind: 'recovered', posts: [429, 200] });
    expect(became(seen([403]), { channelId: '10' })).toEqual({ kind: 'refused', posts: [403] });
    expect(became(seen([200]), { losesAnswer: true })).toEqual({ kind: 'struck', posts: ['lost'] });
    expect(became(seen([200, 200, 200]), { losesAnswer: true })).toEqual({ kind: 'recovered', posts: ['lost', 200] });
  });

  it('what became of a fault of the gateway is seen by who is connected', () => {
    const gateway = { since: 0, losesAnswer: false, sessions: 2 };
    expect(outcomeOf(gateway, seen([], { sessions: 1 }), 'Tifo')).toEqual({ kind: 'away' });
    expect(outcomeOf(gateway, seen([], { isZombie: true }), 'Tifo')).toEqual({ kind: 'away' });
    expect(outcomeOf(gateway, seen([]), 'Tifo')).toEqual({ kind: 'back' });
  });
});
