import { afterEach, beforeEach, expect, it } from 'vitest';
import { setMatchAside } from '../../../src/live/set-match-aside.ts';
import { Newsroom } from '../../support/live/newsroom.ts';
import { goal, look, MATCH } from '../../support/match/build.ts';

const MINUTE = 60_000;

let room: Newsroom;

beforeEach(async () => {
  room = await Newsroom.open();
});

afterEach(() => room.close());

/** Plays the match to a goal, however late it is by our own clock. */
async function play(): Promise<void> {
  const at = (minutes: number) => MATCH.kickOff + minutes * MINUTE;
  await room.look(look('scheduled', [], { at: at(-3) }));
  await room.look(look('first-half', [], { at: at(0), minute: { base: 1 } }));
  await room.look(look('first-half', [goal(1, 'home', 'Leão')], { at: at(0.5), minute: { base: 1 } }));
}

async function startOver(): Promise<void> {
  await room.store.transaction((tx) => setMatchAside(tx, MATCH.id, room.now));
  room.restart();
  await room.deliver();
}

it('a match that is set aside is played again wherever it is followed, each post once more', async () => {
  await room.follow('10');
  await room.follow('11', {}, { kind: 'club', id: 'inter' });
  await play();
  const first = room.channels.posts('10');
  expect(first).toHaveLength(2);
  await startOver();
  await play();
  await play();
  expect(room.channels.posts('10')).toEqual([...first, ...first]);
  expect(room.channels.posts('11')).toEqual([...first, ...first]);
});

it('a match that is set aside leaves no card pinned but the one of the match that is on', async () => {
  await room.follow('10');
  await room.follow('11');
  await play();
  await room.store.subscriptions.unfollow('11', { kind: 'match', id: MATCH.id });
  await startOver();
  expect(room.channels.cards('10')).toMatchObject([{ isPinned: false }]);
  expect(room.channels.cards('11')).toMatchObject([{ isPinned: false }]);
  await play();
  expect(room.channels.cards('10')).toMatchObject([{ isPinned: false }, { isPinned: true }]);
  expect(room.channels.cards('11')).toMatchObject([{ isPinned: false }]);
});

it('a match that is set aside leaves what it said as it is, whatever becomes of the match when it is played again', async () => {
  await room.follow('10');
  await play();
  const before = room.channels.in('10').map(({ body }) => body);
  await startOver();
  await play();
  const at = MATCH.kickOff + 2 * MINUTE;
  for (const later of [0, MINUTE, 2 * MINUTE, 3 * MINUTE])
    await room.look(look('first-half', [], { at: at + later, minute: { base: 3 } }));
  expect(
    room.channels
      .in('10')
      .slice(0, before.length)
      .map(({ body }) => body),
  ).toEqual(before);
  expect(room.channels.posts('10').filter((post) => post.startsWith('~~'))).toHaveLength(1);
});

it('a match that is set aside lets go of what it had not said yet', async () => {
  await room.follow('10', { delayMs: 5 * MINUTE });
  await play();
  expect(room.channels.in('10')).toEqual([]);
  await startOver();
  await room.pass(10 * MINUTE);
  expect(room.channels.in('10')).toEqual([]);
});

it('a match that is set aside closes its threads, and opens others when it is played again', async () => {
  await room.follow('10', { thread: true });
  await play();
  const [thread] = room.channels.in('10').filter((message) => message.thread !== undefined);
  await startOver();
  expect(room.channels.closed).toEqual([thread?.id]);
  await play();
  expect(room.channels.in('10').filter((message) => message.thread !== undefined)).toHaveLength(2);
});

it('a match that is set aside is none of the business of other matches', async () => {
  const other = { ...MATCH, id: 'milan-inter-again' };
  await room.follow('10', {}, { kind: 'match', id: other.id });
  const at = MATCH.kickOff;
  await room.look({ ...look('scheduled', [], { at: at - MINUTE }), match: other });
  await room.look({ ...look('first-half', [], { at, minute: { base: 1 } }), match: other });
  await startOver();
  expect(room.channels.cards('10')).toMatchObject([{ isPinned: true }]);
  expect(await room.store.matches.state(other.id)).toBeDefined();
});
